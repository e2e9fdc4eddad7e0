/**
 * Rules about compose files that keep what nobody needs.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.compose.maintainability;
