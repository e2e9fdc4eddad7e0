/**
 * Rules about what makes builds with Maven hard to read.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.java.experience;
