package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a service wait for others until they are healthy. */
public final class HealthyDependency {

  private static final String CONDITION = "condition";
  private static final String HEALTHY = "service_healthy";
  private static final String STARTED = "service_started";
  private static final String COMPLETED = "service_completed_successfully";

  private final Project project;
  private final Deployment deployment;
  private final Source file;

  private HealthyDependency(Project project, Deployment deployment, Source file) {
    this.project = project;
    this.deployment = deployment;
    this.file = file;
  }

  /** The edits that make a dependency wait; the same for all of one short list. */
  public static Remedy of(Project project, Deployment deployment, Dependency dependency) {
    HealthyDependency mending =
        new HealthyDependency(project, deployment, dependency.range().source());
    if (mending.isSaidAgain(dependency)) {
      return Remedy.none("another file says once more what it waits for");
    }
    return mending.isHealthy(dependency.service())
        ? mending.waitFor(dependency)
        : Remedy.none("'%s' has no health check everywhere".formatted(dependency.service()));
  }

  /** Whether an override gives the condition that counts, in any of its deployments. */
  private boolean isSaidAgain(Dependency dependency) {
    return project.deployments().stream()
        .filter(other -> other == deployment || uses(other))
        .flatMap(other -> other.services().stream())
        .flatMap(service -> service.dependsOn().stream())
        .filter(other -> other.range().equals(dependency.range()))
        .flatMap(other -> other.condition().stream())
        .anyMatch(condition -> condition.range().source() != file);
  }

  private Remedy waitFor(Dependency dependency) {
    Optional<YamlPath> path = deployment.path(dependency.range());
    boolean isKey =
        path.flatMap(YamlPath::entry)
            .filter(entry -> entry.key().range().equals(dependency.range()))
            .isPresent();
    return path.map(
            place -> isKey ? longForm(place, dependency) : shortForm(place.toEntry(), dependency))
        .orElseGet(() -> Remedy.none("the list is not written in the file"));
  }

  private Remedy longForm(YamlPath place, Dependency dependency) {
    String title = "Wait until '%s' is healthy".formatted(dependency.service());
    return place
        .add(List.of(NewEntry.of(CONDITION, HEALTHY)))
        .filter(edit -> !(place.node() instanceof YamlMapping own) || own.get(CONDITION).isEmpty())
        .map(edit -> remedy(title, List.of(edit), mayRunOther(dependency.service())))
        .orElseGet(() -> Remedy.none("its condition comes from an anchor that others may use"));
  }

  private Remedy shortForm(YamlPath list, Dependency dependency) {
    if (Swarm.reads(deployment)) {
      return Remedy.none("docker stack deploy takes nothing but a list");
    }
    Optional<List<TextEdit>> edits =
        list.toMapping(
            name -> List.of(NewEntry.of(CONDITION, condition(name.value(), dependency))));
    if (edits.isEmpty()) {
      return Remedy.none("others may use the same list, or it holds more than names");
    }
    List<String> names = names(list).toList();
    String title = "Wait until what has a health check is healthy";
    boolean isRisky =
        names.stream().map(name -> condition(name, dependency)).anyMatch(COMPLETED::equals)
            || names.stream().filter(this::isHealthy).anyMatch(this::mayRunOther);
    return remedy(title, edits.get(), isRisky);
  }

  private static Remedy remedy(String title, List<TextEdit> edits, boolean isRisky) {
    return isRisky ? Remedy.risky(title, edits) : Remedy.intended(title, edits);
  }

  /** The check of an image is for what it runs by itself, and no worker ever passes it. */
  private boolean mayRunOther(String name) {
    return deployment
        .service(name)
        .filter(service -> service.command().isPresent() || service.entrypoint().isPresent())
        .filter(
            service -> HealthChecks.ofService(project, deployment, service).kind() == Kind.STAGE)
        .isPresent();
  }

  private static Stream<String> names(YamlPath list) {
    return ((YamlSequence) list.node()).items().stream().map(item -> ((YamlScalar) item).value());
  }

  private String condition(String name, Dependency of) {
    if (isHealthy(name)) {
      return isOfSameCluster(name, of) ? STARTED : HEALTHY;
    }
    return deployment.service(name).filter(this::ends).isPresent() ? COMPLETED : STARTED;
  }

  private boolean isOfSameCluster(String name, Dependency of) {
    return deployment.services().stream()
        .filter(
            service -> service.dependsOn().stream().anyMatch(own -> own.range().equals(of.range())))
        .anyMatch(service -> ClusterNodes.mayNeedEachOther(deployment, service, name));
  }

  /** Whether the service has a check wherever the file is used. */
  private boolean isHealthy(String name) {
    return project.deployments().stream()
        .filter(other -> other == deployment || uses(other))
        .allMatch(
            other ->
                other
                    .service(name)
                    .map(service -> HealthChecks.ofService(project, other, service).isChecked())
                    .orElse(other != deployment));
  }

  private boolean uses(Deployment other) {
    return other.files().stream().anyMatch(used -> used.source() == file);
  }

  /** A job that is started again and again never ends, whatever it is called. */
  private boolean ends(Service service) {
    return Jobs.isJob(deployment, service)
        && service.restart().map(Scalar::text).filter("no"::equals).isPresent()
            == service.restart().isPresent();
  }
}
