package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;
import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.JoinedUpdate;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UpdateWithoutInstall implements ProjectRule {

  private static final Set<PackageManager> MANAGERS =
      EnumSet.of(
          PackageManager.APT, PackageManager.APK, PackageManager.PACMAN, PackageManager.ZYPPER);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1215", "update-without-install")
        .summary("Package lists are fetched in one RUN and used in another")
        .why(
            """
            Docker reuses the layer of `apt-get update` as long as nothing before it changes, for months if need be. The
            `RUN` after it then installs from lists of long ago: old versions, or packages that are no longer there.
            Update and install in one `RUN`.

            Silent where no `RUN` comes after it that could install something, and where the same `RUN` deletes the lists
            again.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update
            RUN apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases(
            "trivy:DS-0017",
            "checkov:CKV_DOCKER_5",
            "kics:update-instruction-alone",
            "parfum:aptGetUpdatePrecedesInstall")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project, true)
        .filter(layer -> layer.packages().commands(INSTALL, UPGRADE).allMatch(this::isRefresh))
        .flatMap(this::check);
  }

  /**
   * {@code pacman -Syu} also fetches the lists, which a later {@code pacman -S} leaves as they are.
   */
  private boolean isRefresh(PackageCommand command) {
    return command.does(REFRESH)
        || command.manager() == PackageManager.PACMAN
            && command.does(UPGRADE)
            && command.hasFlag("-y", "--refresh");
  }

  private Stream<Finding> check(Layer layer) {
    return layer.packages().commands().stream()
        .filter(this::isRefresh)
        .limit(1)
        .filter(update -> MANAGERS.contains(update.manager()))
        .filter(update -> !layer.packages().deletesCache(update))
        .filter(update -> isUsedLater(update, layer))
        .map(update -> judge(update, layer));
  }

  /** Whether a later RUN may install from the lists; any script may, but few of Arch do. */
  private static boolean isUsedLater(PackageCommand update, Layer layer) {
    if (layer.isTrigger()) {
      return true;
    }
    return switch (update.manager()) {
      case APT ->
          layer.isInstalledFromLater() || layer.later().anyMatch(UpdateWithoutInstall::mayCallApt);
      case PACMAN -> layer.later().anyMatch(UpdateWithoutInstall::installsFromOldLists);
      default -> layer.later().findAny().isPresent();
    };
  }

  /** Itself, or in a script. */
  private static boolean mayCallApt(Run run) {
    return run.command().script().commands().stream()
        .map(SimpleCommand::unwrapped)
        .anyMatch(
            command ->
                command.is("apt", "apt-get", "sh", "bash", ".", "source")
                    || command.name().filter(name -> name.raw().indexOf('/') >= 0).isPresent());
  }

  private static boolean installsFromOldLists(Run run) {
    return PackageCommand.all(run.command().script()).stream()
        .filter(command -> command.manager() == PackageManager.PACMAN)
        .findFirst()
        .filter(first -> first.does(INSTALL) && first.hasFlag("-S", "--sync"))
        .filter(first -> !first.hasFlag("-y", "--refresh"))
        .isPresent();
  }

  private Finding judge(PackageCommand update, Layer layer) {
    Finding finding =
        finding(
            update.subcommand().or(() -> update.command().name()).orElseThrow(),
            "Later builds install from the lists of today; update where you install");
    return update.manager() == PackageManager.APT
        ? finding.mendedBy(() -> new JoinedUpdate(update, layer).remedy())
        : finding.notFixedBecause(
            update.manager() == PackageManager.PACMAN
                ? "an upgrade may be wanted by itself"
                : update.program() + " updates its lists by itself");
  }
}
