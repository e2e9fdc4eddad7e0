package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Audits a project of nine services with the faults that such projects have, and again after they
 * have been mended.
 */
class AcceptanceTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "acceptance");

  @Test
  void aFaultyProjectIsToldItsFaultsAndNoOthers() {
    Project before = project("before");

    assertThat(compose(before))
        .containsExactly(
            "missing-no-new-privileges services",
            "unbounded-logs services",
            "missing-developer-commands services",
            "missing-limits database",
            "missing-restart-policy database",
            "guessable-secret-default POSTGRES_PASSWORD",
            "published-data-port \"5433:5432\"",
            "missing-production-override \"5433:5432\"",
            "missing-limits cache",
            "missing-restart-policy cache",
            "published-data-port \"6380:6379\"",
            "missing-limits poller",
            "dependency-without-condition database",
            "dependency-without-condition cache",
            "missing-limits web",
            "reachable-database web",
            "missing-limits web-dev",
            "missing-limits api",
            "missing-service-healthcheck notifier",
            "missing-limits notifier",
            "missing-service-healthcheck worker",
            "missing-limits worker",
            "missing-service-healthcheck scheduler",
            "missing-limits scheduler",
            "probe-without-program curl -f http://localhost:5173 || exit 1");
  }

  @Test
  void aMendedProjectIsToldNothing() {
    assertThat(compose(project("after"))).isEmpty();
  }

  @Test
  void anInheritedHealthCheckCountsAndItsPlaceIsKnown() {
    assertThat(HealthCoverage.of(project("before")))
        .extracting(coverage -> coverage.service() + " " + coverage.origin().kind())
        .containsExactly(
            "database " + Kind.COMPOSE,
            "cache " + Kind.COMPOSE,
            "poller " + Kind.COMPOSE,
            "web " + Kind.COMPOSE,
            "web-dev " + Kind.STAGE,
            "api " + Kind.COMPOSE,
            "notifier " + Kind.NONE,
            "worker " + Kind.NONE,
            "scheduler " + Kind.NONE);
    assertThat(HealthCoverage.of(project("before")))
        .filteredOn(coverage -> coverage.service().name().equals("web-dev"))
        .extracting(coverage -> coverage.origin().where().orElseThrow())
        .hasToString("[docker/web.Dockerfile:7:1]");
  }

  private static List<String> compose(Project project) {
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    Ruleset recommended = new RuleSelection(Profile.RECOMMENDED, List.of()).from(all);
    Audit audit = new Auditor(recommended).audit(project);
    assertThat(audit.failures()).isEmpty();
    return audit.findings().stream()
        .filter(finding -> !finding.rule().id().startsWith("DA1"))
        .map(finding -> finding.rule().name() + " " + finding.range().text())
        .toList();
  }

  private static Project project(String name) {
    return Discovery.of(FOLDER.resolve(name)).today(Specimen.TODAY).discover();
  }
}
