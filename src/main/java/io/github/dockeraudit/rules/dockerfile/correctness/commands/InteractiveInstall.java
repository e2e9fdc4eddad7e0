package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;
import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.Prompt;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.Locale;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record InteractiveInstall(boolean strict) implements DockerfileRule {

  /** Whatever may ask counts. */
  public InteractiveInstall() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1009", "interactive-install")
        .summary("A package manager asks whether to go on, and nobody is there to answer")
        .why(
            """
            `apt-get install` asks as soon as it has to install more than what it was told to, and gives up without an
            answer, which a build cannot give. Whether it asks depends on the packages of the day, so such a build fails
            some day. The same holds for `yum`, `dnf` and `zypper`, and for `microdnf` since the ninth releases of Red Hat's
            kind: before, it took a yes for granted.

            Silent where the settings of the package manager answer, and where something is piped into it.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install --no-install-recommends tini \\
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
        .flag(
            "strict",
            "Whether to judge as hadolint: only plain calls that install, and of apt only apt-get")
        .aliases(
            "hadolint:DL3014",
            "hadolint:DL3030",
            "hadolint:DL3034",
            "hadolint:DL3038",
            "kics:apt-get-missing-flags-to-avoid-manual-input",
            "kics:missing-flag-from-dnf-install",
            "kics:missing-zypper-non-interactive-switch",
            "kics:yum-install-allows-manual-input",
            "trivy:DS-0021",
            "parfum:aptGetInstallUseY",
            "parfum:yumInstallForceYes",
            "dockerfilelint:apt-get_missing_param")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Rule with(Options options) {
    return new InteractiveInstall(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(command -> command.does(INSTALL, UPGRADE, REMOVE) && Prompt.isShownBy(command))
        .filter(
            command -> strict ? isKnownToHadolint(command) : !Prompt.isNeedlessIn(command, file))
        .filter(command -> !isAnswered(file))
        .flatMap(command -> command.subcommand().stream().map(word -> judge(command, word)));
  }

  private static boolean isKnownToHadolint(PackageCommand command) {
    boolean isOtherApt = command.manager() == PackageManager.APT && !command.isCalled("apt-get");
    return command.does(INSTALL) && command.isPlain() && !isOtherApt;
  }

  /** Whether the file has settings that say yes to all. */
  private static boolean isAnswered(Dockerfile file) {
    String text = file.source().text().toLowerCase(Locale.ROOT);
    return text.contains("assume-yes \"") || text.contains("assumeyes=");
  }

  private Finding judge(PackageCommand command, Word subcommand) {
    return finding(
            subcommand,
            "'%s' may ask and get no answer; add -y",
            command.program() + " " + subcommand)
        .knownAs(aliases(command.manager()))
        .fixedBy(Fix.intended("Say yes with -y", subcommand.followedBy("-y")));
  }

  private static String[] aliases(PackageManager manager) {
    return switch (manager) {
      case YUM -> known("DL3030", "yum-install-allows-manual-input");
      case ZYPPER -> known("DL3034", "missing-zypper-non-interactive-switch");
      case DNF, MICRODNF -> known("DL3038", "missing-flag-from-dnf-install");
      default -> known("DL3014", "apt-get-missing-flags-to-avoid-manual-input");
    };
  }

  private static String[] known(String hadolint, String kics) {
    return new String[] {"hadolint:" + hadolint, "kics:" + kics};
  }
}
