package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Joins directories as Docker does for WORKDIR. */
final class Paths {

  private Paths() {}

  /** Whether a path does not depend on the working directory. */
  static boolean isAbsolute(String path, boolean windows) {
    return path.startsWith("/") || windows && (path.startsWith("\\") || hasDrive(path));
  }

  /**
   * A path seen from a directory, without {@code .}, {@code ..} and a slash at the end. On Windows
   * it begins with the drive, {@code C:} unless given.
   */
  static String join(String directory, String path, boolean windows) {
    if (!windows) {
      return clean(path.startsWith("/") ? path : directory + '/' + path, '/');
    }
    String target = isAbsolute(path, true) ? path : directory + '\\' + path;
    String drive = hasDrive(target) ? target.substring(0, 1).toUpperCase(Locale.ROOT) : "C";
    String rest = hasDrive(target) ? target.substring(2) : target;
    return drive + ':' + clean(rest.replace('\\', '/'), '\\');
  }

  private static String clean(String path, char separator) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/")) {
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return separator + String.join(String.valueOf(separator), names);
  }

  private static boolean hasDrive(String path) {
    return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }
}
