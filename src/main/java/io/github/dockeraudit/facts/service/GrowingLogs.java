package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Services whose logs Docker keeps for as long as their containers are there. */
public final class GrowingLogs {

  private GrowingLogs() {}

  /** The services that run on with logs that nothing limits, file by file; each is there once. */
  public static Map<Source, List<DeployedService>> byFile(Project project) {
    return DeployedService.in(project)
        .filter(each -> !each.hasAnywhere(GrowingLogs::limits) && !each.isExtended())
        .filter(each -> each.runsOn() && !each.isForDevelopment())
        .collect(
            Collectors.toMap(
                each -> each.service().range(), each -> each, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .collect(
            Collectors.groupingBy(
                each -> each.service().range().source(), LinkedHashMap::new, Collectors.toList()));
  }

  /** Only this driver, Docker's own choice, keeps all; what is not known may be limited. */
  private static boolean limits(Service service) {
    Optional<Mapping> logging = service.logging();
    boolean isOther =
        logging
            .flatMap(own -> own.scalar("driver"))
            .filter(driver -> !driver.is("json-file"))
            .isPresent();
    return isOther
        || service.attribute("log_opt").isPresent()
        || service.attribute("log_driver").isPresent()
        || logging
            .flatMap(own -> own.mapping("options"))
            .filter(o -> o.has("max-size"))
            .isPresent();
  }

  /** Limits the logs of all services of a file that say nothing of them. */
  public static Remedy remedy(List<DeployedService> services) {
    List<NewEntry> options =
        List.of(NewEntry.of("max-size", "10m"), NewEntry.of("max-file", "\"3\""));
    NewEntry logging =
        alias(services)
            .map(alias -> NewEntry.of("logging", alias))
            .orElseGet(
                () ->
                    NewEntry.of(
                        "logging",
                        List.of(
                            NewEntry.of("driver", "json-file"), NewEntry.of("options", options))));
    List<TextEdit> edits =
        services.stream().flatMap(service -> service.add(logging).stream()).toList();
    return edits.size() == services.size()
        ? Remedy.intended("Keep at most 30 MB of logs of each service", edits)
        : Remedy.none("some services have a logging section of their own, or share one");
  }

  /** How other services of the file share a section that limits their logs. */
  private static Optional<String> alias(List<DeployedService> services) {
    Deployment deployment = services.get(0).deployment();
    SourceRange first = services.get(0).service().range();
    return deployment.services().stream()
        .filter(other -> other.range().source() == first.source() && limits(other))
        .flatMap(other -> deployment.path(other.range()).stream())
        .flatMap(path -> path.into("logging").stream())
        .map(YamlPath::node)
        .filter(node -> node.isAlias() && node.range().start() < first.start())
        .map(node -> node.site().text())
        .findFirst();
  }
}
