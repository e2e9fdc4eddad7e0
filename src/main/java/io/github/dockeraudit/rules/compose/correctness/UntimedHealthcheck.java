package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Entry;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UntimedHealthcheck implements ComposeRule {

  private static final Map<String, String> USUAL =
      Map.of("interval", "30s", "timeout", "10s", "retries", "3");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2022", "untimed-healthcheck")
        .offByDefault()
        .summary("A health check leaves its times to Docker")
        .why(
            """
            By default Docker waits 30 seconds between two probes and just as long for each of them, and calls a
            container unhealthy after three: a service that hangs counts as healthy for up to three minutes, and one
            that starts slowly counts as unhealthy before it is up. What the times are is a decision for each service.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                healthcheck:
                  test: ["CMD", "/probe"]
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
                healthcheck:
                  test: ["CMD", "/probe"]
                  interval: 30s
                  timeout: 10s
                  retries: 3
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/dockerfile/#healthcheck");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> service.healthcheck().isPresent())
        .flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    Entry healthcheck = service.body().entry("healthcheck").orElseThrow();
    Mapping options = service.body().mapping("healthcheck").orElseThrow();
    List<String> missing =
        Stream.of("interval", "timeout", "retries").filter(name -> !options.has(name)).toList();
    boolean isOff = options.scalar("disable").filter(Scalar::isTrue).isPresent();
    return missing.isEmpty() || isOff || isNone(service)
        ? Stream.empty()
        : Stream.of(
            finding(
                    healthcheck.key(),
                    "The check of '%s' has no %s of its own; set it",
                    service.name(),
                    String.join(", ", missing))
                .mendedBy(() -> remedy(deployment, options, missing)));
  }

  private static boolean isNone(Service service) {
    return service
        .healthcheck()
        .flatMap(HealthCheck::test)
        .filter(test -> test.words().stream().limit(1).anyMatch(word -> word.is("NONE")))
        .isPresent();
  }

  private static Remedy remedy(Deployment deployment, Mapping options, List<String> missing) {
    List<NewEntry> times =
        missing.stream().map(name -> NewEntry.of(name, USUAL.get(name))).toList();
    return deployment
        .path(options.range())
        .flatMap(path -> path.add(times))
        .map(edit -> Remedy.intended("Set the usual times", edit))
        .orElseGet(() -> Remedy.none("it is shared through an anchor"));
  }
}
