/**
 * Rules about files of a project that do not fit together, or that cannot be read.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.project.correctness;
