package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;
import static java.util.function.Predicate.not;

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
import io.github.dockeraudit.shell.Word;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PackageUpgrade implements DockerfileRule {

  /** To KICS the update of yum and dnf is one of lists, which an install ought to follow. */
  private static final String UPDATE_ALONE = "kics:update-instruction-alone";

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1025", "package-upgrade")
        .offByDefault()
        .summary("A build upgrades all packages of the base image")
        .why(
            """
            What the upgrade brings depends on the day, and the old files stay in the layer below, so that the image has
            both. A newer base image has the same updates, tested together.

            Off by default: where base images are renewed seldom, an upgrade is the way to get security updates.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get upgrade -y && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases(
            "kics:run-using-upgrade-commands",
            "kics:apk-upgrade",
            "kics:dnf-update",
            "kics:yum-update",
            "kics:zypper-update",
            UPDATE_ALONE,
            "dockerfilelint:apt-get-upgrade",
            "semgrep:avoid-apt-get-upgrade",
            "semgrep:avoid-apk-upgrade",
            "semgrep:avoid-dnf-update",
            "semgrep:avoid-yum-update",
            "semgrep:avoid-zypper-update")
        .references(
            "https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(command -> command.manager().isOfDistribution())
        .filter(command -> command.does(UPGRADE) && command.packages().isEmpty())
        .filter(command -> command.subcommand().isPresent())
        .map(command -> judge(command, file));
  }

  private Finding judge(PackageCommand upgrade, Dockerfile file) {
    Word word = upgrade.subcommand().orElseThrow();
    Finding any = finding(word, "'%s' makes of the base image another one each day", word);
    Finding finding = isUpdateAlone(upgrade) ? any : any.knownAs(othersThanUpdateAlone());
    return Removal.of(upgrade.command(), file)
        .map(edit -> finding.fixedBy(Fix.intended("Keep what the base image has", edit)))
        .orElseGet(() -> finding.notFixedBecause("other commands depend on it"));
  }

  private String[] othersThanUpdateAlone() {
    return info().aliases().stream().filter(not(UPDATE_ALONE::equals)).toArray(String[]::new);
  }

  private static boolean isUpdateAlone(PackageCommand upgrade) {
    return (upgrade.manager() == PackageManager.YUM || upgrade.manager() == PackageManager.DNF)
        && upgrade.command().next().isEmpty();
  }
}
