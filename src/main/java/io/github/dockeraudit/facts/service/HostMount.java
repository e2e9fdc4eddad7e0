package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mount of a folder of the host by which a container gets to the host itself.
 *
 * @param source the folder as written
 * @param folder the folder without slashes at its end
 * @param isReadOnly whether the container can only look at it
 */
public record HostMount(Scalar source, String folder, boolean isReadOnly) implements Located {

  /** Folders in which the host keeps its programs, its accounts and its devices. */
  private static final Set<String> SENSITIVE =
      Set.of(
          "/",
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/home",
          "/lib",
          "/lib32",
          "/lib64",
          "/libx32",
          "/proc",
          "/root",
          "/run",
          "/sbin",
          "/sys",
          "/usr",
          "/usr/bin",
          "/usr/lib",
          "/usr/sbin",
          "/var",
          "/var/lib",
          "/var/lib/docker",
          "/var/run",
          "/root/.ssh",
          "/etc/ssh");

  @Override
  public SourceRange range() {
    return source.range();
  }

  /** Those of a service. */
  public static Stream<HostMount> of(Service service) {
    return service.volumes().stream()
        .filter(mount -> mount.type() == Mount.Type.BIND)
        .flatMap(mount -> of(mount).stream());
  }

  private static Optional<HostMount> of(Mount mount) {
    return mount
        .source()
        .filter(Scalar::isKnown)
        .map(source -> new HostMount(source, folder(source.text()), mount.readOnly()))
        .filter(each -> SENSITIVE.contains(each.folder));
  }

  private static String folder(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
