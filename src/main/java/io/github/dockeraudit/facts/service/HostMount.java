package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Resource;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mount of a folder of the host by which a container gets to the host itself.
 *
 * @param owner the service, or the volume that is declared to be that folder
 * @param mount the mount of the service; empty for a volume
 * @param source the folder as written
 * @param isReadOnly whether the container can only look at it
 */
public record HostMount(String owner, Optional<Mount> mount, Scalar source, boolean isReadOnly)
    implements Located {

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

  /**
   * Those of all services and volumes of a deployment.
   *
   * @param isBelow whether every folder below a sensitive one counts as well
   */
  public static Stream<HostMount> in(Deployment deployment, boolean isBelow) {
    return Stream.concat(
            deployment.services().stream().flatMap(HostMount::of),
            deployment.volumes().stream().flatMap(volume -> of(volume).stream()))
        .filter(each -> each.source.isKnown() && isSensitive(each.folder(), isBelow));
  }

  private static Stream<HostMount> of(Service service) {
    return service.volumes().stream()
        .filter(mount -> mount.type() == Mount.Type.BIND)
        .flatMap(
            mount ->
                mount.source().stream()
                    .map(
                        source ->
                            new HostMount(
                                service.name(), Optional.of(mount), source, mount.readOnly())));
  }

  /** By the options of the local driver, or of one that is told the folder in the same way. */
  private static Optional<HostMount> of(Resource volume) {
    Optional<Mapping> options = volume.attribute("driver_opts").flatMap(Node::asMapping);
    List<String> how =
        options.flatMap(own -> own.scalar("o")).stream()
            .flatMap(o -> Stream.of(o.text().split(",")))
            .toList();
    return options
        .flatMap(
            own -> own.scalar("mountpoint").or(() -> own.scalar("device").filter(d -> isBind(how))))
        .map(source -> new HostMount(volume.name(), Optional.empty(), source, how.contains("ro")));
  }

  private static boolean isBind(List<String> options) {
    return options.contains("bind") || options.contains("rbind");
  }

  private static boolean isSensitive(String folder, boolean isBelow) {
    return SENSITIVE.contains(folder)
        || isBelow
            && SENSITIVE.stream()
                .anyMatch(each -> each.length() > 1 && folder.startsWith(each + "/"));
  }

  /** The folder without slashes at its end. */
  public String folder() {
    return folder(source.text());
  }

  private static String folder(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** Lets the container only look at it. Risky: it may have to write. */
  public Remedy onlyRead(Deployment deployment) {
    return mount
        .flatMap(own -> readOnly(deployment, own))
        .map(edit -> Remedy.risky("Mount it read-only", List.of(edit)))
        .orElseGet(() -> Remedy.none("it is not written plainly in the file"));
  }

  private static Optional<TextEdit> readOnly(Deployment deployment, Mount mount) {
    return mount
        .item()
        .asScalar()
        .map(HostMount::readOnlyText)
        .orElseGet(
            () ->
                deployment
                    .path(mount.range())
                    .flatMap(path -> path.add(List.of(NewEntry.of("read_only", "true")))));
  }

  /** The options stand behind the second colon, if there are any. */
  private static Optional<TextEdit> readOnlyText(Scalar item) {
    String[] parts = item.text().split(":", -1);
    boolean isPlain =
        item.interpolations().isEmpty()
            && item.raw().contains(item.text())
            && item.site().equals(item.range());
    if (!isPlain || parts.length == 3 && parts[2].contains("rw") || parts.length > 3) {
      return Optional.empty();
    }
    int end = item.range().start() + item.raw().indexOf(item.text()) + item.text().length();
    String option = parts.length == 3 ? ",ro" : ":ro";
    return Optional.of(item.range().source().range(end, end).insertBefore(option));
  }
}
