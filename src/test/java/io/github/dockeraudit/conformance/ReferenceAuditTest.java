package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares what the rules about compose files say of a real project with a person's audit. */
@Tag("conformance")
class ReferenceAuditTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolveSibling("reference-audit");

  @Test
  void theFaultsThatThePersonFoundAreFound() {
    List<Finding> findings = findings("before");

    assertThat(count(findings))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "missing-limits", 9L,
                "published-data-port", 2L,
                "missing-service-healthcheck", 3L,
                "guessable-secret-default", 1L,
                "dependency-without-condition", 2L));
    assertThat(marked(findings, "missing-service-healthcheck"))
        .containsExactly("bot", "worker", "beat");
    assertThat(marked(findings, "published-data-port"))
        .containsExactly("\"5433:5432\"", "\"6380:6379\"");
    assertThat(marked(findings, "guessable-secret-default")).containsExactly("POSTGRES_PASSWORD");
    assertThat(marked(findings, "dependency-without-condition")).containsExactly("db", "redis");
  }

  @Test
  void theDevelopmentServiceInheritsTheCheckOfItsStage() {
    assertThat(HealthCoverage.of(project("before")))
        .filteredOn(coverage -> coverage.service().name().equals("frontend-dev"))
        .singleElement()
        .satisfies(
            coverage -> {
              assertThat(coverage.origin().kind()).isEqualTo(Kind.STAGE);
              assertThat(coverage.origin().where().orElseThrow())
                  .hasToString("infra/docker/Dockerfile.frontend:64:1");
            });
  }

  /** Its people mended the rest: these two still stand in their files. */
  @Test
  void whatWasMendedIsGone() {
    assertThat(count(findings("after")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("guessable-secret-default", 1L, "dependency-without-condition", 2L));
  }

  /** What is left needs a person: a bot and a scheduler serve no port, and answer no ping. */
  @Test
  void fixingDoesWhatItsPeopleDid() {
    Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit("before"));

    assertThat(fixed.failures()).isEmpty();
    assertThat(count(ofCompose(fixed.audit())))
        .isEqualTo(Map.of("missing-service-healthcheck", 2L));
    assertThat(marked(ofCompose(fixed.audit()), "missing-service-healthcheck"))
        .containsExactly("bot", "beat");
    assertThat(fixed.audit().project().deployments().get(0).services())
        .hasSize(9)
        .allSatisfy(
            service -> {
              assertThat(service.limits().memory()).isPresent();
              assertThat(service.limits().cpus()).isPresent();
            });
    assertThat(new Fixer(FixLevel.RISKY).fix(fixed.audit()).changes()).isEmpty();
  }

  private static Map<String, Long> count(List<Finding> findings) {
    return findings.stream()
        .collect(groupingBy(finding -> finding.rule().name(), TreeMap::new, counting()));
  }

  private static List<String> marked(List<Finding> findings, String rule) {
    return findings.stream()
        .filter(finding -> finding.rule().name().equals(rule))
        .map(finding -> finding.range().text())
        .toList();
  }

  private static List<Finding> findings(String name) {
    return ofCompose(audit(name));
  }

  private static Audit audit(String name) {
    Audit audit = new Auditor(Ruleset.load(Rule.class.getClassLoader())).audit(project(name));
    assertThat(audit.failures()).isEmpty();
    return audit;
  }

  private static List<Finding> ofCompose(Audit audit) {
    return audit.findings().stream()
        .filter(finding -> !finding.rule().id().startsWith("DA1"))
        .toList();
  }

  private static Project project(String name) {
    return Discovery.of(DATA.resolve(name)).today(LocalDate.of(2026, 9, 1)).discover();
  }
}
