package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record RecommendedPackages(boolean strict) implements ProjectRule {

  private static final String FLAG = "--no-install-recommends";

  /** What is not shipped may be as large as it likes. */
  public RecommendedPackages() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1203", "recommended-packages")
        .summary("apt installs packages that nobody asked for")
        .why(
            """
            By default `apt-get install` also installs what a package recommends: what most people at a desk want with
            it, and few images need. With `--no-install-recommends` the image holds what the Dockerfile says. Where
            something recommended is needed, `ca-certificates` for `curl` for one, name it.

            Silent for stages whose layers are not shipped, and where the settings of apt say so.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .fixedAlways()
        .flag("strict", "Whether to judge as hadolint: all stages, but only plain calls of apt-get")
        .aliases(
            "hadolint:DL3015",
            "trivy:DS-0029",
            "parfum:aptGetInstallUseNoRec",
            "kics:apt-get-not-avoiding-additional-packages")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Rule with(Options options) {
    return new RecommendedPackages(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project, strict)
        .filter(layer -> !isSetForAll(layer))
        .flatMap(layer -> layer.packages().commands(INSTALL))
        .filter(install -> install.manager() == PackageManager.APT && takesRecommended(install))
        .filter(install -> !strict || isKnownToHadolint(install))
        .map(this::judge);
  }

  private static boolean isKnownToHadolint(PackageCommand install) {
    return install.isCalled("apt-get")
        && install.isPlain()
        && install.subcommand().filter(word -> word.is("install")).isPresent();
  }

  private static boolean isSetForAll(Layer layer) {
    return layer.file().source().text().contains("Install-Recommends");
  }

  private static boolean takesRecommended(PackageCommand install) {
    return !install.packages().isEmpty() && !install.hasFlag(FLAG, "-R", "--without-recommends");
  }

  /** Risky: what is recommended and not asked for may be needed all the same. */
  private Finding judge(PackageCommand install) {
    List<Word> words = install.command().words();
    Word before = words.get(words.indexOf(install.packages().get(0).word()) - 1);
    return finding(
            install.subcommand().orElseThrow(), "What apt recommends is installed too; add " + FLAG)
        .fixedBy(Fix.risky("Install no more than is asked for", before.followedBy(FLAG)));
  }
}
