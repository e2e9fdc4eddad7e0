package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.facts.service.Hardening;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingNoNewPrivileges(boolean anyOption) implements ProjectRule {

  public MissingNoNewPrivileges() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2111", "missing-no-new-privileges")
        .summary("A program in a container may gain more rights than it was started with")
        .why(
            """
            A program with the setuid bit, such as `sudo` or `mount`, runs as root whoever starts it. With
            `no-new-privileges` the kernel does not let it, so that a fault in a service that runs as another user does
            not lead to root. A container that starts as root and gives its rights away with `gosu` or `su-exec` still
            can; one that calls `sudo` cannot, and goes without.
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
                security_opt: ["no-new-privileges:true"]
            """)
        .fixedSometimes()
        .flag("anyOption", "Be content with any security_opt.")
        .aliases(
            "kics:no-new-privileges-not-set",
            "kics:security-opt-not-set",
            "semgrep:no-new-privileges")
        .references("https://docs.docker.com/reference/compose-file/services/#security_opt");
  }

  @Override
  public Rule with(Options options) {
    return new MissingNoNewPrivileges(options.flag("anyOption", anyOption));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Hardening.gainingRights(project, anyOption).values().stream().map(this::finding);
  }

  /** One for a file: it is one decision for all of its services. */
  private Finding finding(List<DeployedService> services) {
    DeployedService first = services.get(0);
    String more = services.size() == 1 ? "" : " and %s more".formatted(services.size() - 1);
    return finding(
            first.section(),
            "Programs of '%s'%s may gain rights; add no-new-privileges:true to security_opt",
            first.service().name(),
            more)
        .mendedBy(() -> Hardening.gainNone(services));
  }
}
