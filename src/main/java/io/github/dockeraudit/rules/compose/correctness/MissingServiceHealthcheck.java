package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.CheckedService;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.facts.Jobs;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingServiceHealthcheck(boolean strict) implements ProjectRule {

  public MissingServiceHealthcheck() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2004", "missing-service-healthcheck")
        .summary("Nothing tells whether a service works")
        .why(
            """
            Without a health check a container counts as running as long as its process lives, hung or not; no other
            service can wait until it is ready, and no update is rolled back. The check may stand in the compose file or
            in the image: one that the stage or the base image has counts, and so does one that is switched off on
            purpose.
            """)
        .bad(
            """
            services:
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              database:
                image: postgres:16
                healthcheck:
                  test: ["CMD-SHELL", "pg_isready -U $${POSTGRES_USER:-postgres} -d $${POSTGRES_DB:-$${POSTGRES_USER:-postgres}}"]
                  interval: 10s
                  timeout: 5s
                  retries: 5
                  start_period: 30s
            """)
        .fixedSometimes()
        .flag(
            "strict",
            "Count one that is switched off, and an image of which nothing is known, too.")
        .aliases("kics:healthcheck-not-set")
        .references("https://docs.docker.com/reference/compose-file/services/#healthcheck");
  }

  @Override
  public Rule with(Options options) {
    return new MissingServiceHealthcheck(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return HealthCoverage.neverChecked(project)
        .filter(coverage -> isMissing(coverage.origin().kind()))
        .filter(coverage -> !Jobs.isJob(coverage.deployment(), coverage.service()))
        .filter(coverage -> !Jobs.isIdle(coverage.service()))
        .map(
            coverage ->
                finding(
                        coverage.service(),
                        "Nothing tells whether '%s' works; give it a healthcheck",
                        coverage.service().name())
                    .mendedBy(() -> remedy(project, coverage)));
  }

  private static Remedy remedy(Project project, HealthCoverage coverage) {
    return switch (coverage.origin().kind()) {
      case DISABLED -> Remedy.none("somebody has switched its check off");
      case UNKNOWN -> Remedy.none("only a person knows how to ask it");
      default -> CheckedService.remedy(project, coverage.deployment(), coverage.service());
    };
  }

  private boolean isMissing(HealthOrigin.Kind kind) {
    return switch (kind) {
      case NONE -> true;
      case DISABLED, UNKNOWN -> strict;
      case COMPOSE, STAGE, BASE_IMAGE -> false;
    };
  }
}
