/**
 * Rules about services that do not start, or not in the order that they need.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.compose.correctness;
