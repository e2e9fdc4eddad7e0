package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.LeadingCd;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record CdInRun(boolean strict) implements DockerfileRule {

  /** Where WORKDIR does not do the same, cd stays. */
  public CdInRun() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1301", "cd-in-run")
        .summary("RUN begins with cd where WORKDIR does the same")
        .why(
            """
            A `cd` holds until the end of its `RUN` and no further. Readers have to look for it in every command, and
            the next `RUN` starts somewhere else. `WORKDIR` stands on a line of its own, creates the directory if it is
            missing, and holds until it is changed.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jdk
            COPY tools /opt/tools
            RUN cd /opt/tools && ./install.sh
            WORKDIR /app
            """)
        .good(
            """
            FROM eclipse-temurin:21-jdk
            COPY tools /opt/tools
            WORKDIR /opt/tools
            RUN ./install.sh
            WORKDIR /app
            """)
        .fixedSometimes()
        .flag("strict", "Whether every cd counts, also where WORKDIR would not do")
        .aliases(
            "hadolint:DL3003",
            "tally:hadolint/DL3003",
            "trivy:DS-0013",
            "kics:run-instruction-using-cd-instead-of-workdir",
            "semgrep:use-workdir")
        .references("https://docs.docker.com/build/building/best-practices/#workdir");
  }

  @Override
  public Rule with(Options options) {
    return new CdInRun(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return strict ? all(file) : LeadingCd.in(file).map(this::judge);
  }

  /** One finding a RUN is enough. */
  private Stream<Finding> all(Dockerfile file) {
    Set<Run> seen = new HashSet<>();
    return file.commands("cd")
        .filter(cd -> seen.add(cd.run()))
        .map(cd -> finding(cd.written(), "cd holds for this RUN only; use WORKDIR"));
  }

  private Finding judge(LeadingCd leading) {
    SimpleCommand cd = leading.command();
    return finding(cd.name().orElseThrow(), message(cd), cd.operands().get(0))
        .mendedBy(leading::remedy);
  }

  private static String message(SimpleCommand cd) {
    return cd.next().isEmpty()
        ? "cd has no effect after this RUN; say WORKDIR %s instead"
        : "cd holds for this RUN only; put WORKDIR %s before it";
  }
}
