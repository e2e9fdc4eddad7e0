/**
 * Dockerfiles: a lossless parser that reads them as BuildKit does, and what they mean.
 *
 * <p>{@link io.github.dockeraudit.dockerfile.Dockerfile} is the way in. Its elements tile the text;
 * its stages, states and values say what a build would do with it, as far as the file alone tells.
 * Imports {@code source} and {@code shell}.
 */
package io.github.dockeraudit.dockerfile;
