package io.github.dockeraudit.project;

import java.util.Optional;

/**
 * Arithmetic with paths that are relative to some folder and have {@code /} between the names;
 * {@code .} is that folder itself.
 */
public final class Paths {

  private Paths() {}

  /**
   * The shortest path that names the same, as Go's {@code filepath.Clean} gives it: without doubled
   * slashes, {@code .} and inner {@code ..}.
   */
  public static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    boolean rooted = path.startsWith("/");
    StringBuilder clean = new StringBuilder(path.length());
    int names = 0;
    for (int start = 0; start <= path.length(); ) {
      int end = endOfName(path, start);
      String name = path.substring(start, end);
      start = end + 1;
      if (name.equals("..") && names > 0) {
        clean.setLength(Math.max(0, clean.lastIndexOf("/")));
        names--;
      } else if (!name.isEmpty() && !name.equals(".") && !(rooted && name.equals(".."))) {
        clean.append(clean.isEmpty() ? "" : "/").append(name);
        names += name.equals("..") ? 0 : 1;
      }
    }
    if (rooted) {
      return clean.insert(0, '/').toString();
    }
    return clean.isEmpty() ? "." : clean.toString();
  }

  /** Whether each name is there and none of them begins with a dot: most paths are so. */
  private static boolean isClean(String path) {
    boolean atName = true;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (atName && (c == '/' || c == '.')) {
        return false;
      }
      atName = c == '/';
    }
    return !atName;
  }

  /**
   * The cleaned path of what a {@code COPY} source names in its context: relative to it, and never
   * above it.
   */
  public static String inContext(String source) {
    if (isClean(source)) {
      return source;
    }
    String rooted = clean("/" + source);
    return rooted.length() == 1 ? "." : rooted.substring(1);
  }

  /**
   * What {@code path}, taken from inside {@code folder}, names in the project; empty if it leads
   * out of the project.
   */
  public static Optional<String> resolve(String folder, String path) {
    if (path.startsWith("/")) {
      return Optional.empty();
    }
    String clean = clean(child(folder, path));
    return clean.equals("..") || clean.startsWith("../") ? Optional.empty() : Optional.of(clean);
  }

  /** The path of an entry of a folder. */
  public static String child(String folder, String name) {
    return folder.equals(".") ? name : folder + "/" + name;
  }

  /** The folder that the path lies in. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }

  /** The last name of the path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether the path is the folder or lies below it. */
  public static boolean isWithin(String path, String folder) {
    return folder.equals(".")
        || path.startsWith(folder)
            && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
  }

  /** The offset after the name that begins at {@code from}. */
  static int endOfName(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }
}
