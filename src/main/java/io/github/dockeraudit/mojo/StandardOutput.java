package io.github.dockeraudit.mojo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The standard output of the build, for lines that another program reads. */
final class StandardOutput {

  private StandardOutput() {}

  /**
   * Prints one line in UTF-8, past {@link System#out}: Maven 4 sends that to its log, which puts
   * {@code [INFO] [stdout]} before each line, and {@code --log-file} into a file.
   */
  static void print(String line) {
    System.out.flush();
    try {
      // not closed: it is not ours
      new FileOutputStream(FileDescriptor.out)
          .write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException notPrinted) {
      throw new UncheckedIOException(notPrinted);
    }
  }
}
