package io.github.dockeraudit.generate;

import io.github.dockeraudit.source.Source;
import java.util.Optional;

/** Gives the texts of files that an audit does not read, such as the settings of an application. */
@FunctionalInterface
public interface Texts {

  /**
   * The text of a file; empty if there is none that can be read.
   *
   * @param path relative to the project's folder
   */
  Optional<Source> at(String path);
}
