package io.github.dockeraudit.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One way to print what we make of a file. */
@FunctionalInterface
interface DumpMode {

  /**
   * The line for one file as JSON members in output order, {@code file} not among them.
   *
   * @param path the file, as given on standard input
   */
  Map<String, Object> describe(Path path) throws IOException;
}
