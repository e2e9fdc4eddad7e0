package io.github.dockeraudit.mojo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Where the repository begins that a folder is in. */
final class Repository {

  private Repository() {}

  /**
   * The nearest folder upwards with a {@code .git}, be it the folder of a clone or the file of a
   * worktree; without one that of the whole reactor, and outside of that the folder itself.
   */
  static Path around(Path folder, MavenSession session) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    File reactor = session.getRequest().getMultiModuleProjectDirectory();
    return Optional.ofNullable(reactor)
        .map(file -> file.toPath().toAbsolutePath().normalize())
        .filter(start::startsWith)
        .orElse(start);
  }
}
