package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.HadolintLayers;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record KeptPackageLists(boolean strict) implements ProjectRule {

  /** What is not shipped may keep what it likes. */
  public KeptPackageLists() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1202", "kept-package-lists")
        .summary("The package lists of apt stay in the image")
        .why(
            """
            `apt-get update` writes 20 to 50 MB of package lists, which only the next `apt-get install` needs. They have
            to go in the same `RUN`: a later one hides them, but they stay in the layer below. `apt-get clean` does not
            delete them.

            Silent for stages whose layers are not shipped, and where a cache mount or a tmpfs takes the lists.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .flag(
            "strict",
            "Whether to judge as hadolint: in the last stage and those that others build on; see ADR 6")
        .aliases(
            "hadolint:DL3009",
            "kics:apt-get-install-lists-were-not-deleted",
            "parfum:aptGetInstallThenRemoveAptLists",
            "dockerfilelint:apt-get_missing_rm",
            "openrewrite:AddAptGetCleanup")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Rule with(Options options) {
    return new KeptPackageLists(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project, strict).flatMap(this::check);
  }

  private Stream<Finding> check(Layer layer) {
    return layer
        .packages()
        .commands(REFRESH)
        .filter(update -> update.manager() == PackageManager.APT)
        .filter(
            update ->
                strict
                    ? HadolintLayers.keepsLists(update, layer)
                    : layer.packages().leavesCache(update))
        .map(update -> judge(update, layer));
  }

  private Finding judge(PackageCommand update, Layer layer) {
    String message =
        layer.isInstalledFromLater()
            ? "Package lists stay in the image; update, install and delete them in one RUN"
            : "Package lists stay in the image; add rm -rf /var/lib/apt/lists/* to this RUN";
    return finding(update.subcommand().orElseThrow(), message)
        .mendedBy(() -> layer.deleteListsOf(update));
  }
}
