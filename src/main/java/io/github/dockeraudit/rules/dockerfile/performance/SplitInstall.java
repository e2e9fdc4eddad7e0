package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.AdjacentInstalls;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SplitInstall implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1235", "split-install")
        .summary("Packages are installed by several commands, one right after the other")
        .why(
            """
            Each command reads the lists of packages, works out what depends on what, and runs all triggers once more.
            One command with all packages is faster, and shows at a glance what is installed.

            Silent where the commands have different flags, or something else stands between them.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini \\
             && apt-get install -y --no-install-recommends libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases("parfum:ruleMoreThanOneInstall")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .flatMap(run -> AdjacentInstalls.in(run).stream())
        .map(
            pair ->
                finding(
                        pair.second().subcommand().orElseThrow(),
                        "Add these packages to the install right before; one command is enough")
                    .mendedBy(() -> pair.remedy(file)));
  }
}
