/**
 * Rules about services that let somebody in, or have more rights than they need.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.compose.security;
