package io.github.dockeraudit.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Works on paths with {@code /} as text, without a file system. */
final class Paths {

  private Paths() {}

  /**
   * A path relative to a folder as one relative to the project's folder.
   *
   * @return empty if the path is absolute or leads out of the project's folder; the empty text for
   *     that folder itself
   */
  static Optional<String> resolve(String folder, String path) {
    if (isAbsolute(path)) {
      return Optional.empty();
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : (folder + "/" + path).split("/")) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return Optional.of(String.join("/", names));
  }

  /** The folder of a file; the empty text for one in the project's folder itself. */
  static String folderOf(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  /** A name as compose makes one for a project: lower case letters, digits, dashes, underscores. */
  static String projectName(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean first = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (first || name.length() > 0 && (c == '-' || c == '_')) {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** Whether the text names something to download rather than a file. */
  static boolean isRemote(String path) {
    return path.contains("://")
        || path.startsWith("oci:")
        || path.startsWith("git@")
        || path.startsWith("github.com/");
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/")
        || path.startsWith("~")
        || path.startsWith("\\")
        || path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }
}
