/**
 * Rules about how compose files are written; off unless somebody asks for them.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.compose.style;
