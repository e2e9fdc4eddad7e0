/**
 * Rules about builds that take longer and images that are larger than they need be.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.dockerfile.performance;
