package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
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
                "missing-no-new-privileges", 1L,
                "missing-restart-policy", 2L,
                "unbounded-logs", 1L,
                "published-data-port", 2L,
                "reachable-database", 1L,
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

  /** Its people mended the rest: these still stand in their files. */
  @Test
  void whatWasMendedIsGone() {
    assertThat(count(findings("after")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "guessable-secret-default", 1L,
                "dependency-without-condition", 2L,
                "missing-no-new-privileges", 1L,
                "obsolete-version", 1L,
                "reachable-database", 1L,
                "unbounded-logs", 1L));
  }

  /**
   * What is left needs a person: a bot and a scheduler serve no port, and answer no ping; and who
   * must reach whom no file says.
   */
  @Test
  void fixingDoesWhatItsPeopleDid() {
    Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit("before"));

    assertThat(fixed.failures()).isEmpty();
    assertThat(count(ofCompose(fixed.audit())))
        .isEqualTo(Map.of("missing-service-healthcheck", 2L, "reachable-database", 1L));
    assertThat(marked(ofCompose(fixed.audit()), "missing-service-healthcheck"))
        .containsExactly("bot", "beat");
    Project project = fixed.audit().project();
    assertThat(project.productionOf(project.deployments().get(0)))
        .singleElement()
        .satisfies(production -> assertThat(production.services()).hasSize(9))
        .extracting(Deployment::services, InstanceOfAssertFactories.list(Service.class))
        .allSatisfy(
            service -> {
              assertThat(service.limits().memory()).isPresent();
              assertThat(service.limits().cpus()).isPresent();
            });
    assertThat(new Fixer(FixLevel.RISKY).fix(fixed.audit()).changes()).isEmpty();
  }

  @Test
  void bothProductionImagesAreFixedAsByItsPeople() {
    Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit("before"));

    assertThat(count(fixed.audit().findings()))
        .as("a user, no git, packages for production, one layer for dependencies")
        .doesNotContainKeys(
            "missing-user", "root-user", "development-tools", "development-dependencies");
    assertThat(text(fixed.audit().project(), "infra/docker/Dockerfile"))
        .contains("COPY requirements.prod.txt ./", "-r requirements.prod.txt", "\nUSER 10001\n");
    assertThat(text(fixed.audit().project(), "infra/docker/Dockerfile.frontend"))
        .containsPattern("\nUSER (nginx|101)\n");
  }

  /** Theirs has {@code ports: []}, which merges with the ports of the base file and stays. */
  @Test
  void theGeneratedOverrideTakesTheDataPortsAway() {
    Generated generated = generated();
    Project project = generated.project();
    Source override = project.source("docker-compose.prod.yml").orElseThrow();
    Deployment production =
        Deployment.load(
            List.of(project.source("docker-compose.yml").orElseThrow(), override),
            Environment.of(Map.of("POSTGRES_PASSWORD", "secret")),
            ComposeFiles.NONE);

    assertThat(production.problems()).isEmpty();
    assertThat(production.services()).hasSize(9);
    for (String data : List.of("db", "redis")) {
      Service service = production.service(data).orElseThrow();
      assertThat(service.ports()).as(data).isEmpty();
      assertThat(service.limits().memory()).as(data).isPresent();
      assertThat(service.restart()).as(data).isPresent();
    }
    assertThat(production.service("api").orElseThrow().ports()).hasSize(1);
  }

  /** The file itself copies {@code .env.example}, so that {@code up} sets a developer up. */
  @Test
  void theMakefileGetsTheTargetsOfItsPeople() {
    Set<String> targets =
        generated().project().commands().stream()
            .map(DeveloperCommand::name)
            .collect(Collectors.toSet());

    assertThat(targets).contains("build", "shell", "clean", "backup", "restore");
  }

  private static Generated generated() {
    Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit("before"));
    return new Generator(path -> Optional.empty(), false)
        .generate(fixed.audit().project(), EnumSet.allOf(Part.class));
  }

  private static String text(Project project, String path) {
    return project.source(path).orElseThrow().text();
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
    Audit audit = new Auditor(recommended()).audit(project(name));
    assertThat(audit.failures()).isEmpty();
    return audit;
  }

  private static Ruleset recommended() {
    return new RuleSelection(Profile.RECOMMENDED, List.of())
        .from(Ruleset.load(Rule.class.getClassLoader()));
  }

  private static List<Finding> ofCompose(Audit audit) {
    return audit.findings().stream()
        .filter(finding -> finding.rule().id().startsWith("DA2"))
        .toList();
  }

  private static Project project(String name) {
    return Discovery.of(DATA.resolve(name)).today(LocalDate.of(2026, 9, 1)).discover();
  }
}
