package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Absolute paths in an image. */
final class Folders {

  /** What is the distribution's, and may not be given away; what is below may. */
  private static final Set<String> SHARED =
      Set.of("/", "/home", "/opt", "/srv", "/var", "/var/cache", "/var/lib", "/var/log", "/mnt");

  /** What is the distribution's with all that is below. */
  private static final List<String> OF_SYSTEM =
      List.of(
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/lib",
          "/lib64",
          "/proc",
          "/root",
          "/run",
          "/sbin",
          "/sys",
          "/tmp",
          "/usr/bin",
          "/usr/lib",
          "/usr/local/bin",
          "/usr/local/lib",
          "/usr/sbin",
          "/usr/share",
          "/var/cache/apt",
          "/var/lib/apt",
          "/var/lib/dpkg",
          "/var/run",
          "/var/tmp");

  private static final Set<String> SHARED_BELOW_USR =
      Set.of("/usr", "/usr/local", "/usr/src", "/usr/local/etc", "/usr/local/share");

  private Folders() {}

  /** Whether the folder can be given to a user. */
  static boolean isForApplications(String folder) {
    return folder.startsWith("/")
        && folder.chars().allMatch(Folders::needsNoQuotes)
        && !SHARED.contains(folder)
        && !SHARED_BELOW_USR.contains(folder)
        && OF_SYSTEM.stream().noneMatch(system -> isWithin(folder, system));
  }

  private static boolean needsNoQuotes(int c) {
    return Character.isLetterOrDigit(c) || "/._-+@:".indexOf(c) >= 0;
  }

  /** Whether a folder need not be there, and may be made by what is copied into it. */
  static boolean mayBeMissing(String folder) {
    return folder.chars().filter(c -> c == '/').count() > 1
            && !SHARED.contains(folder)
            && !SHARED_BELOW_USR.contains(folder)
            && !OF_SYSTEM.contains(folder)
        || isForApplications(folder);
  }

  /** A path of a shell command as seen from the working directory; empty if that is not known. */
  static Optional<String> absolute(String path, State state) {
    String clean = withoutSlash(path.startsWith("./") ? path.substring(2) : path);
    if (clean.startsWith("/")) {
      return Optional.of(clean);
    }
    return state.workdir().text().map(from -> (from.equals("/") ? "" : from) + "/" + clean);
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** Whether a path is a folder or below it. */
  static boolean isWithin(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }

  static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
