package io.github.dockeraudit.report;

import io.github.dockeraudit.source.Source;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the files of an audit are called from the root of the repository, as machines want to know
 * that read the reports of many modules.
 *
 * @param prefix what comes before each path: empty, or folders that each end in {@code /}
 */
public record RepositoryPaths(String prefix) {

  public RepositoryPaths {
    Objects.requireNonNull(prefix);
  }

  /** The paths of a folder; if it is not within the repository, they are those of the audit. */
  public static RepositoryPaths of(Path repository, Path folder) {
    Path root = repository.toAbsolutePath().normalize();
    Path within = folder.toAbsolutePath().normalize();
    if (!within.startsWith(root) || within.equals(root)) {
      return new RepositoryPaths("");
    }
    StringBuilder prefix = new StringBuilder();
    root.relativize(within).forEach(name -> prefix.append(name).append('/'));
    return new RepositoryPaths(prefix.toString());
  }

  /** The path of a file, with {@code /} between the names. */
  public String of(Source source) {
    return prefix + source.path();
  }
}
