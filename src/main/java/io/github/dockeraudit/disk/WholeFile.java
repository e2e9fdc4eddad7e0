package io.github.dockeraudit.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file in one step: whoever reads it meanwhile, or after a full disk, sees all of the old
 * one or all of the new one.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes a file, and the folders above it that are missing. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Files.createDirectories(real.getParent());
    Path part = real.resolveSibling(real.getFileName() + "." + Long.toHexString(System.nanoTime()));
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
