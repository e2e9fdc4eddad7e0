package io.github.dockeraudit.mojo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.project.MavenProject;

/**
 * The folder of a whole build: the one above all of its modules.
 *
 * @param path absolute
 */
record BuildFolder(Path path) {

  /**
   * The folder of a build.
   *
   * @param all its modules
   * @param other what it is where Maven builds no module with a folder
   */
  static BuildFolder of(List<MavenProject> all, Path other) {
    List<Path> modules = new ArrayList<>();
    for (MavenProject project : all) {
      if (project.getBasedir() != null) {
        modules.add(project.getBasedir().toPath().toAbsolutePath().normalize());
      }
    }
    Path above = other.toAbsolutePath().normalize();
    for (int i = 0; i < modules.size(); i++) {
      above = i == 0 ? modules.get(0) : above(above, modules.get(i));
    }
    return new BuildFolder(above);
  }

  private static Path above(Path one, Path other) {
    Path above = one;
    while (!other.startsWith(above) && above.getParent() != null) {
      above = above.getParent();
    }
    return other.startsWith(above) ? above : one;
  }

  /** A file that is named relative to this folder, or by its whole path. */
  Path resolve(String file) {
    return path.resolve(file).normalize();
  }

  /**
   * A folder as seen from this one: empty for the same and for one that is not below, or with a
   * slash at its end.
   */
  String placeOf(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!absolute.startsWith(path) || Objects.equals(absolute, path)) {
      return "";
    }
    return path.relativize(absolute).toString().replace('\\', '/') + "/";
  }
}
