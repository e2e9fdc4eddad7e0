package io.github.dockeraudit.config;

import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.disk.FileContent;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the file that says how an audit is wanted. */
public final class ConfigLocator {

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Path folder;
  private final Path root;
  private final Disk disk;

  /**
   * @param folder the audited folder, absolute
   * @param root the folder of the whole build, absolute; nothing above it is looked at
   */
  public ConfigLocator(Path folder, Path root, Disk disk) {
    this.folder = folder;
    this.root = folder.startsWith(root) ? root : folder;
    this.disk = disk;
  }

  /**
   * A file that was found.
   *
   * @param path where it is; empty for a resource
   * @param source what it says
   * @param place as in {@link Layer}
   */
  public record Found(Optional<Path> path, Source source, String place) {}

  /**
   * The nearest file of one of these names from the audited folder upwards, in each folder the
   * first of them; empty if there is none.
   *
   * @param names names, or paths from one of these folders
   */
  public Optional<Found> nearest(String... names) {
    for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      for (String name : names) {
        Path file = at.resolve(name);
        if (disk.exists(file)) {
          return Optional.of(new Found(Optional.of(file), read(file), place(at)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The file that a user names: by its path, absolute or from the audited folder or one above it,
   * or as a resource of the plugin's dependencies. Its patterns are relative to the folder of the
   * whole build.
   *
   * @throws AuditException if there is neither
   */
  public Found named(String location, ClassLoader resources) {
    try {
      for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
        Path file = at.resolve(location).normalize();
        if (disk.exists(file)) {
          return new Found(Optional.of(file), read(file), place(root));
        }
      }
    } catch (InvalidPathException noPath) {
      // then it may be the name of a resource
    }
    return new Found(Optional.empty(), resource(location, resources), place(root));
  }

  /** A file by its path from the folder of another one that was found. */
  public Source beside(Found other, String path, ClassLoader resources) {
    if (other.path().isPresent()) {
      return read(other.path().get().resolveSibling(path).normalize());
    }
    String name = other.source().path();
    return resource(name.substring(0, name.lastIndexOf('/') + 1) + path, resources);
  }

  private static Source resource(String location, ClassLoader resources) {
    String name = location.startsWith("/") ? location.substring(1) : location;
    try (InputStream in = resources.getResourceAsStream(name)) {
      if (in != null) {
        return Source.of(name, in.readAllBytes());
      }
    } catch (IOException unreadable) {
      // told below
    }
    throw new AuditException(
        "There is neither a file nor a resource %s".formatted(location),
        "correct it, or add the JAR that has it to the plugin's dependencies");
  }

  private Source read(Path file) {
    try {
      FileContent content = disk.content(file, MOST_BYTES);
      if (content.form() == FileContent.Form.READ) {
        return Source.of(shown(file), content.bytes());
      }
    } catch (IOException unreadable) {
      // told below
    }
    throw new AuditException(
        shown(file) + " cannot be read", "make it a file of at most 16 MiB that may be read");
  }

  private String shown(Path file) {
    boolean isNear = file.startsWith(root);
    return text(isNear ? folder.relativize(file) : file);
  }

  private String place(Path from) {
    String path = text(from.relativize(folder));
    return path.isEmpty() ? "" : path + "/";
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
