package io.github.dockeraudit.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many services of each deployment have a health check, and which of them inherit it. */
final class HealthSummary {

  private HealthSummary() {}

  /** One line for each deployment with services, and one for each service that inherits. */
  static List<String> of(Project project) {
    Map<Deployment, List<HealthCoverage>> byDeployment =
        HealthCoverage.of(project).stream()
            .collect(groupingBy(HealthCoverage::deployment, LinkedHashMap::new, toList()));
    return byDeployment.entrySet().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    Stream.of(total(entry.getKey(), entry.getValue())),
                    entry.getValue().stream()
                        .filter(HealthSummary::inherits)
                        .map(HealthSummary::inherited)))
        .toList();
  }

  private static String total(Deployment deployment, List<HealthCoverage> services) {
    long checked = services.stream().filter(coverage -> coverage.origin().isChecked()).count();
    String files =
        deployment.files().stream().map(file -> file.source().toString()).collect(joining(" + "));
    return "%s: %s of %s services have a health check".formatted(files, checked, services.size());
  }

  private static boolean inherits(HealthCoverage coverage) {
    Kind kind = coverage.origin().kind();
    return kind == Kind.STAGE || kind == Kind.BASE_IMAGE;
  }

  private static String inherited(HealthCoverage coverage) {
    String from =
        coverage.origin().kind() == Kind.STAGE
            ? coverage.origin().where().map(range -> "its stage, " + range).orElse("its stage")
            : "its image";
    String service = Printable.onOneLine(coverage.service().name());
    return "  %s has that of %s".formatted(service, from);
  }
}
