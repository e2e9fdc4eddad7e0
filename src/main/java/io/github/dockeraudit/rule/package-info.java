/**
 * The contract between rules and the rest: what a rule is, what it says of itself, what it finds
 * and how a finding can be fixed.
 *
 * <p>A rule is a pure function from a model to findings. It does no input or output, reads no
 * configuration but its own options and keeps no state. May import the packages of the models:
 * {@code source}, {@code shell}, {@code dockerfile}, {@code yaml}, {@code compose}, {@code project}
 * and {@code facts}.
 */
package io.github.dockeraudit.rule;
