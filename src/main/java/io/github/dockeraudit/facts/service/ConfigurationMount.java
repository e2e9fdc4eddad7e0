package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mount of files that a program only reads, and that the container may change on the host.
 *
 * @param deployment the deployment
 * @param mount the mount
 */
public record ConfigurationMount(Deployment deployment, Mount mount) implements Located {

  /** Where the scripts lie by which a database is set up, or the parts of a configuration. */
  private static final List<String> FOLDERS =
      List.of(
          "/docker-entrypoint-initdb.d",
          "/etc/alertmanager",
          "/etc/grafana/provisioning",
          "/etc/logstash",
          "/etc/nginx",
          "/etc/prometheus",
          "/usr/share/logstash/pipeline",
          "/usr/share/nginx/html");

  private static final Set<String> FILES = Set.of("/etc/localtime", "/etc/timezone");

  private static final Set<String> ENDINGS =
      Set.of("cfg", "cnf", "conf", "ini", "toml", "yaml", "yml");

  /** Programs that write to their own configuration: Redis Sentinel does, brokers keep users so. */
  private static final Set<String> WRITTEN = Set.of("acme", "sentinel", "users");

  @Override
  public SourceRange range() {
    return mount.range();
  }

  /** All of a project. */
  public static Stream<ConfigurationMount> in(Project project) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                deployment.services().stream()
                    .filter(service -> service.build().isEmpty())
                    .flatMap(service -> in(service, deployment)));
  }

  private static Stream<ConfigurationMount> in(Service service, Deployment deployment) {
    return service.volumes().stream()
        .filter(mount -> mount.type() == Mount.Type.BIND && !mount.readOnly())
        .filter(mount -> mount.target().isKnown() && isOnlyRead(mount.target().text()))
        .map(mount -> new ConfigurationMount(deployment, mount));
  }

  private static boolean isOnlyRead(String target) {
    String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean isFile =
        path.startsWith("/etc/") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    boolean isBelow =
        FOLDERS.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    return (isFile || isBelow || FILES.contains(path))
        && WRITTEN.stream().noneMatch(name::contains);
  }

  /** Lets it only be read. */
  public Remedy remedy() {
    Optional<TextEdit> edit =
        mount.item().asScalar().map(this::shortForm).orElseGet(this::longForm);
    return edit.map(once -> Remedy.intended("Let it only be read", List.of(once)))
        .orElseGet(() -> Remedy.none("it is not written in the file"));
  }

  private Optional<TextEdit> shortForm(Scalar item) {
    SourceRange range = item.range();
    boolean isQuoted = range.text().startsWith("\"") || range.text().startsWith("'");
    int end = isQuoted ? range.end() - 1 : range.end();
    boolean hasMode = !item.text().endsWith(mount.target().text());
    return deployment.path(range).isPresent()
        ? Optional.of(range.source().range(end, end).insertAfter(hasMode ? ",ro" : ":ro"))
        : Optional.empty();
  }

  private Optional<TextEdit> longForm() {
    return deployment
        .path(mount.range())
        .flatMap(path -> path.add(List.of(NewEntry.of("read_only", "true"))));
  }
}
