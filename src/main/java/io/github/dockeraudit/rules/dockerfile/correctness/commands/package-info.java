/**
 * Rules about the commands of a build that do not do what they say.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.dockerfile.correctness.commands;
