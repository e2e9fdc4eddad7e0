/**
 * Rules about Dockerfiles that are harder to read and to change than they need be.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.dockerfile.maintainability;
