package io.github.dockeraudit.rules.compose.security;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Option.Type;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingLimits(boolean cpus) implements ComposeRule {

  private static final String CPUS = "cpus";

  private static final RuleInfo INFO =
      rule("DA2106", "missing-limits")
          .severity(WARNING)
          .summary("A service may take all memory or all processors of the host")
          .why(
              """
              Without a memory limit one leak or one large request takes the memory of the whole
              host, and the kernel then ends whichever process it likes, the database for instance.
              Without a processor limit one busy loop slows everything beside it. The JVM and other
              runtimes also size their heaps and thread pools by these limits.
              """)
          .bad(
              """
              services:
                api:
                  image: example.com/api:1.4
              """)
          .good(
              """
              services:
                api:
                  image: example.com/api:1.4
                  deploy:
                    resources:
                      limits:
                        memory: 512M
                        cpus: "0.5"
              """)
          .option(CPUS, Type.FLAG, "true", "Whether a processor limit is asked for, too.")
          .aliases("kics:memory-not-limited", "kics:cpus-not-limited")
          .references("https://docs.docker.com/reference/compose-file/deploy/#resources")
          .since("1.0.0");

  /** Asks for both limits. */
  public MissingLimits() {
    this(true);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Rule with(Options options) {
    return new MissingLimits(options.flag(CPUS, cpus));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(service).stream());
  }

  private Optional<Finding> check(Service service) {
    boolean lacksMemory = !limitsMemory(service);
    boolean lacksCpus = cpus && !limitsCpus(service);
    if (!isRun(service) || !lacksMemory && !lacksCpus) {
      return Optional.empty();
    }
    String missing = lacksMemory && lacksCpus ? "memory or CPU" : lacksMemory ? "memory" : "CPU";
    return Optional.of(
        finding(
            service, "'%s' has no %s limit; set deploy.resources.limits", service.name(), missing));
  }

  /** What has neither is only a part of a service, or is provided by something else. */
  private static boolean isRun(Service service) {
    return service.image().isPresent() || service.build().isPresent();
  }

  /** Docker takes 0 for no limit. */
  private static boolean limitsMemory(Service service) {
    return service.limits().memory().filter(limit -> limit.bytes().orElse(1) > 0).isPresent();
  }

  /** Docker takes 0 for no limit, and a quota of -1 too. */
  private static boolean limitsCpus(Service service) {
    return service.attribute("cpuset").isPresent()
        || Stream.concat(
                service.limits().cpus().stream(),
                Stream.of("cpu_quota", "cpu_count", "cpu_percent")
                    .flatMap(name -> service.body().scalar(name).stream()))
            .anyMatch(limit -> limit.number().orElse(1) > 0);
  }
}
