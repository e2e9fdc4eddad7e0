/**
 * Rules about images that let somebody in or give something away.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.dockerfile.security;
