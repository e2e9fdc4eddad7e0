package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.LimitedService;
import io.github.dockeraudit.facts.ResourceLimit;
import io.github.dockeraudit.facts.ServiceKind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Option.Type;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingLimits(boolean cpus, Map<String, ResourceLimit> limits)
    implements ProjectRule {

  private static final String CPUS = "cpus";
  private static final String LIMITS = "limits";

  /** Asks for both limits. */
  public MissingLimits() {
    this(true, Map.of());
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2106", "missing-limits")
        .summary("A service may take all memory or all processors of the host")
        .why(
            """
            Without a memory limit one leak or one large request takes the memory of the whole host, and the kernel then
            ends whichever process it likes, the database for instance. Without a processor limit one busy loop slows
            everything beside it. The JVM and other runtimes also size their heaps and thread pools by these limits.
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
        .fixedSometimes()
        .list(
            LIMITS,
            "",
            "What a fix gives to a service, or to a kind of service: `api=768M/0.5`. "
                + ServiceKind.LABELS)
        .option(CPUS, Type.FLAG, "true", "Whether a processor limit is asked for, too.")
        .aliases("kics:memory-not-limited", "kics:cpus-not-limited")
        .references("https://docs.docker.com/reference/compose-file/deploy/#resources");
  }

  @Override
  public Rule with(Options options) {
    return new MissingLimits(
        options.flag(CPUS, cpus), ResourceLimit.byName(options.list(LIMITS, List.of())));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return LimitedService.in(project, cpus)
        .map(
            limited ->
                finding(
                        limited.service(),
                        "'%s' has no %s limit; set deploy.resources.limits",
                        limited.service().name(),
                        limited.lacking())
                    .mendedBy(() -> limited.remedy(limits)));
  }
}
