package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.stream.Stream;

/** Which services stay down after a crash, and how they come up again. */
public final class Restart {

  private Restart() {}

  /** The services that run on and that nothing starts again. */
  public static Stream<DeployedService> missing(Project project) {
    return DeployedService.in(project)
        .filter(each -> !each.hasAnywhere(Restart::isStarted) && !each.isExtended())
        .filter(each -> each.runsOn() && !each.isForDevelopment());
  }

  private static boolean isStarted(Service service) {
    return service.restart().isPresent()
        || service.deploy().flatMap(deploy -> deploy.get("restart_policy")).isPresent();
  }

  /** Risky for a program that may be meant to end: it would be started for ever. */
  public static Remedy remedy(DeployedService service) {
    boolean isServing = service.knownImage().isPresent() || !service.service().ports().isEmpty();
    String title = "Restart it unless somebody stops it";
    return service
        .add(NewEntry.of("restart", "unless-stopped"))
        .map(List::of)
        .map(edits -> isServing ? Remedy.intended(title, edits) : Remedy.risky(title, edits))
        .orElseGet(DeployedService::shared);
  }
}
