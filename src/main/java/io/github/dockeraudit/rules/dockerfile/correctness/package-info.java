/**
 * Rules about instructions that do not do what they say; those about what RUN runs are in {@code
 * commands}.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.dockerfile.correctness;
