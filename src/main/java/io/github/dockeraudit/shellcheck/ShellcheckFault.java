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
public final class ShellcheckFault implements ProjectRule {

  private static final Set<Level> LEVELS = EnumSet.of(Level.ERROR, Level.WARNING);

  private final Objections objections;

  /** All that ShellCheck says of these levels. */
  public ShellcheckFault() {
    this(new Objections());
  }

  private ShellcheckFault(Objections objections) {
    this.objections = objections;
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1090", "shellcheck-fault")
        .summary("ShellCheck finds a fault in a script")
        .why(
            """
            A script in a Dockerfile is a program that nobody tests. [ShellCheck](https://www.shellcheck.net) knows what
            shells do with it: the variable that is never set, the `cd` whose failure goes unnoticed, what `/bin/sh` is
            not able to.

            Works where the program `shellcheck` (0.7 or newer) is on the `PATH` or named by `docker-audit.shellcheck`.
            It is given the scripts of RUN, CMD, ENTRYPOINT and HEALTHCHECK with the shell that runs them there and with
            the variables that are set by then; a script for PowerShell or cmd is left out. Every finding has
            ShellCheck's own code as its id, such as `SC2164`, by which it can be accepted or skipped. Whether `sh`
            lacks what only bash has is told where the base image is known to have a plain one.
            """)
        .bad(
            """
            FROM debian:12-slim
            RUN cd /srv/app; rm -r cache
            """)
        .good(
            """
            FROM debian:12-slim
            RUN cd /srv/app && rm -r cache
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
    return new ShellcheckFault(objections.with(options));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return objections.of(project, this, LEVELS);
  }
}
