/**
 * Rules about what makes an application on the JVM fail in its container.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.java.correctness;
