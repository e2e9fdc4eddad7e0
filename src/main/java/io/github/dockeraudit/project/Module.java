package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

/**
 * A module of a reactor whose files are part of the project.
 *
 * @param name its artifact id
 * @param folder relative to the project's folder, with {@code /}; empty for that folder itself
 */
public record Module(String name, String folder) {

  public Module {
    requireNonNull(name);
    requireNonNull(folder);
  }

  /** Whether a file lies in its folder or below; it may be another module's all the same. */
  public boolean holds(String path) {
    return folder.isEmpty() || Paths.isWithin(path, folder);
  }
}
