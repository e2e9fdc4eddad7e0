package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class AptInRun implements DockerfileRule {

  /** What {@code apt-get} does in the same way. */
  private static final Set<String> SHARED =
      Set.of(
          "autoclean",
          "autoremove",
          "build-dep",
          "clean",
          "download",
          "install",
          "purge",
          "reinstall",
          "remove",
          "source",
          "update");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1305", "apt-in-run")
        .summary("apt is made for people, and warns that scripts must not rely on it")
        .why(
            """
            `apt` may change what it prints and takes from one release to the next, and says so in every build: "apt
            does not have a stable CLI interface. Use with caution in scripts." `apt-get` and `apt-cache` stay as they
            are.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt update \\
             && apt-get install -y --no-install-recommends tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases("hadolint:DL3027", "kics:run-using-apt", "checkov:CKV_DOCKER_9", "parfum:DL3027")
        .references("https://manpages.debian.org/trixie/apt/apt.8.en.html");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("apt").map(RunCommand::command).map(this::judge);
  }

  private Finding judge(SimpleCommand apt) {
    Finding finding =
        finding(apt.name().orElseThrow(), "apt is no command for scripts; say apt-get");
    String subcommand = apt.subcommand().orElse("");
    return SHARED.contains(subcommand) && apt.name().orElseThrow().raw().equals("apt")
        ? finding.fixedBy(
            Fix.intended("Say apt-get", apt.name().orElseThrow().range().replaceWith("apt-get")))
        : finding.notFixedBecause("apt-get does not do just the same");
  }
}
