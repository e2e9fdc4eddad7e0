package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;
import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class KeptPackageLists implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA1202", "kept-package-lists")
          .severity(WARNING)
          .summary("The package lists of apt stay in the image")
          .why(
              """
              `apt-get update` writes 20 to 50 MB of package lists, which only the next
              `apt-get install` needs. They have to go in the same `RUN`: a later one hides them,
              but they stay in the layer below. `apt-get clean` does not delete them.

              Silent for stages whose layers are not shipped, and where a cache mount or a tmpfs
              takes the lists.
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
          .fix(SOMETIMES)
          .aliases(
              "hadolint:DL3009",
              "kics:apt-get-install-lists-were-not-deleted",
              "parfum:aptGetInstallThenRemoveAptLists",
              "dockerfilelint:apt-get_missing_rm",
              "openrewrite:AddAptGetCleanup")
          .references("https://docs.docker.com/build/building/best-practices/#apt-get")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project).flatMap(this::check);
  }

  private Stream<Finding> check(Layer layer) {
    return layer
        .packages()
        .commands(REFRESH)
        .filter(update -> update.manager() == PackageManager.APT)
        .filter(layer.packages()::leavesCache)
        .map(update -> judge(update, layer));
  }

  private Finding judge(PackageCommand update, Layer layer) {
    return finding(
            update.subcommand().orElseThrow(),
            "Package lists stay in the image; add rm -rf /var/lib/apt/lists/* to this RUN")
        .mendedBy(() -> layer.deleteListsOf(update));
  }
}
