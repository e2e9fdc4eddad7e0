package io.github.dockeraudit.shellcheck;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptReviewer.Level;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ShellcheckRemark implements ProjectRule {

  private static final Set<Level> LEVELS = EnumSet.of(Level.INFO, Level.STYLE);

  private final Objections objections;

  /** All that ShellCheck says of these levels. */
  public ShellcheckRemark() {
    this(new Objections());
  }

  private ShellcheckRemark(Objections objections) {
    this.objections = objections;
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1091", "shellcheck-remark")
        .offByDefault()
        .summary("ShellCheck would write a script in another way")
        .why(
            """
            ShellCheck also tells of what works until a value holds a blank, and of what can be written more simply. In
            Dockerfiles most values are known, so that these remarks matter less there; see
            [shellcheck-fault](shellcheck-fault.md) for what it needs.
            """)
        .bad(
            """
            FROM debian:12-slim
            RUN tar -xf $(ls /tmp/*.tar) && echo $dir
            """)
        .good(
            """
            FROM debian:12-slim
            RUN for archive in /tmp/*.tar; do tar -xf "$archive"; done
            """)
        .fixedSometimes()
        .flag("strict", Objections.STRICT)
        .aliases("shellcheck:SC*", "hadolint:SC*", "tally:shellcheck/SC*")
        .references(
            "https://www.shellcheck.net/wiki/",
            "https://docs.docker.com/reference/dockerfile/#shell");
  }

  @Override
  public Rule with(Options options) {
    return new ShellcheckRemark(objections.with(options));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return objections.of(project, this, LEVELS);
  }
}
