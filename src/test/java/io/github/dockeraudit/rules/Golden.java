package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the one in a file, where no file means no text. With {@code -Dgolden.update}
 * it writes the file instead, for its author to read the difference.
 */
public final class Golden {

  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  private Golden() {}

  /**
   * Compares a text with the file.
   *
   * @throws IOException if the file cannot be read or written
   */
  public static void holds(Path file, String actual) throws IOException {
    if (UPDATE) {
      write(file, actual);
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(actual).as("%s (-Dgolden.update rewrites it)", file).isEqualTo(expected);
  }

  private static void write(Path file, String text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
  }
}
