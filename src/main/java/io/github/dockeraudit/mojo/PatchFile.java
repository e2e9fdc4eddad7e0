package io.github.dockeraudit.mojo;

import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.project.AuditException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** The one patch of a build, to which each of its modules gives its part. */
final class PatchFile {

  /** What a patch begins with, unless it is empty. */
  private static final byte[] BEGINNING = "--- ".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final String place;
  private final MavenProject shared;

  /**
   * @param file the patch; what an earlier build left there is replaced
   * @param place the folder of the module, as in {@link UnifiedDiff#of}
   * @param shared the project that remembers, for as long as the build runs, what other modules
   *     have given
   */
  PatchFile(Path file, String place, MavenProject shared) {
    this.file = file;
    this.place = place;
    this.shared = shared;
  }

  /**
   * Writes the changes of this module, and those that others have given, by their folders.
   *
   * @throws AuditException if a file is there that is no patch
   */
  void write(List<FileChange> changes) throws IOException {
    synchronized (shared) {
      Map<String, byte[]> parts = parts();
      if (parts.isEmpty()) {
        refuseOther();
      }
      parts.put(place, UnifiedDiff.patch(changes, place));
      ByteArrayOutputStream patch = new ByteArrayOutputStream();
      parts.values().forEach(patch::writeBytes);
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, patch.toByteArray());
    }
  }

  /** A mistyped name must not cost anybody a POM. */
  private void refuseOther() throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (InputStream there = Files.newInputStream(file)) {
      byte[] beginning = there.readNBytes(BEGINNING.length);
      if (beginning.length > 0 && !Arrays.equals(beginning, BEGINNING)) {
        throw new AuditException(
            "%s is there already, and no patch".formatted(file),
            "choose another file with -Ddocker-audit.patch");
      }
    }
  }

  /** Of types that all class loaders share, as each module may have one of its own. */
  @SuppressWarnings("unchecked")
  private Map<String, byte[]> parts() {
    String key = PatchFile.class.getName() + ":" + file;
    Object known = shared.getContextValue(key);
    if (known == null) {
      Map<String, byte[]> parts = new TreeMap<>();
      shared.setContextValue(key, parts);
      return parts;
    }
    return (Map<String, byte[]>) known;
  }

  /** The path of the file. */
  @Override
  public String toString() {
    return file.toString();
  }
}
