/**
 * Rules about what makes the image of an application on the JVM larger than it need be.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.java.performance;
