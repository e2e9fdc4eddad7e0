package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DistributionUpgrade implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1024", "distribution-upgrade")
        .summary("A build upgrades the distribution under it")
        .why(
            """
            `dist-upgrade` may remove and replace packages as it sees fit, and what it does depends on the day: two
            builds from the same `FROM` differ. `zypper dup` and `dnf distro-sync` even go back to older versions.
            Take a newer base image instead.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get dist-upgrade -y && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases(
            "hadolint:DL3035",
            "trivy:DS-0024",
            "kics:zypper-dist-upgrade",
            "semgrep:avoid-dist-upgrade")
        .references(
            "https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(command -> command.does(UPGRADE) && command.subcommand().isPresent())
        .filter(command -> isOfAll(command.subcommand().get().raw()))
        .map(command -> judge(command, file));
  }

  /** Risky: what the base image lacks comes only with a newer one then. */
  private Finding judge(PackageCommand upgrade, Dockerfile file) {
    Finding finding =
        finding(
                upgrade.subcommand().orElseThrow(),
                "'%s' may replace and remove packages; take a newer base image",
                upgrade.program() + " " + upgrade.subcommand().orElseThrow())
            .knownAs(upgrade.manager() == PackageManager.ZYPPER ? "hadolint:DL3035" : "hadolint:");
    return Removal.of(upgrade.command(), file)
        .map(edit -> finding.fixedBy(Fix.risky("Keep to the release", edit)))
        .orElseGet(() -> finding.notFixedBecause("other commands depend on it"));
  }

  private static boolean isOfAll(String subcommand) {
    return switch (subcommand) {
      case "dist-upgrade", "full-upgrade", "dup", "distro-sync" -> true;
      default -> false;
    };
  }
}
