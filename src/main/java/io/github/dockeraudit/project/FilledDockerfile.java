package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.dockerfile.Placeholders;

/**
 * A Dockerfile in which a plugin of Maven replaces something before Docker reads it.
 *
 * @param path relative to the project's folder, with {@code /} between the names
 * @param placeholders what is replaced
 */
public record FilledDockerfile(String path, Placeholders placeholders) {

  public FilledDockerfile {
    requireNonNull(path);
    requireNonNull(placeholders);
  }
}
