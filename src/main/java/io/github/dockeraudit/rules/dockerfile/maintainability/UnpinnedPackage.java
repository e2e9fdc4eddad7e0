package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.RUN;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.HadolintInstall;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UnpinnedPackage(boolean strict) implements DockerfileRule {

  /** What a variable will name is not known. */
  public UnpinnedPackage() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1303", "unpinned-package")
        .offByDefault()
        .summary("A package is installed in whatever version there is")
        .why(
            """
            Two builds of one commit can get two versions, and which one an image has is known only to the image.

            Off by default: distributions take old versions off their mirrors, so a version pinned for `apt-get` or
            `apk` makes the build fail some day, and a base image pinned by its digest does more. Turn it on where you
            have mirrors that keep everything, or for packages of languages.
            """)
        .bad(
            """
            FROM python:3.13-slim
            RUN pip install --no-cache-dir gunicorn
            """)
        .good(
            """
            FROM python:3.13-slim
            RUN pip install --no-cache-dir gunicorn==23.0.0
            """)
        .flag(
            "strict",
            "Whether to judge as hadolint: names in variables count, but only in plain calls")
        .aliasesOf("hadolint", "DL3008 DL3013 DL3016 DL3018 DL3028 DL3033 DL3037 DL3041 DL3062")
        .aliases(
            "kics:apt-get-install-pin-version-not-defined",
            "kics:gem-install-without-version",
            "kics:missing-version-specification-in-dnf-install",
            "kics:npm-install-command-without-pinned-version",
            "kics:unpinned-package-version-in-apk-add",
            "kics:unpinned-package-version-in-pip-install",
            "kics:yum-install-without-version",
            "kics:zypper-install-without-version")
        .references("https://docs.docker.com/build/building/best-practices/#apt-get");
  }

  @Override
  public Rule with(Options options) {
    return new UnpinnedPackage(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(command -> command.does(INSTALL, RUN) && !isConstrained(command))
        .flatMap(this::check);
  }

  /** A file of constraints has the versions. */
  private static boolean isConstrained(PackageCommand install) {
    return install.manager() == PackageManager.PIP && install.hasFlag("-c", "--constraint");
  }

  /** One finding for a command, at the first of its packages: they are pinned together. */
  private Stream<Finding> check(PackageCommand install) {
    List<PackageSpec> unpinned =
        strict
            ? HadolintInstall.unpinned(install)
            : install.packages().stream().filter(PackageSpec::isUnpinned).toList();
    return unpinned.stream()
        .limit(1)
        .map(first -> finding(first, unpinned.size()).knownAs(aliases(install.manager())));
  }

  private Finding finding(PackageSpec first, int count) {
    return count == 1
        ? finding(first, "'%s' comes in whatever version there is; pin it", first)
        : finding(
            first,
            "'%s' and %s more come in whatever version there is; pin them",
            first,
            count - 1);
  }

  private static String[] aliases(PackageManager manager) {
    return switch (manager) {
      case APT -> known("DL3008", "apt-get-install-pin-version-not-defined");
      case PIP -> known("DL3013", "unpinned-package-version-in-pip-install");
      case NPM, YARN, PNPM -> known("DL3016", "npm-install-command-without-pinned-version");
      case APK -> known("DL3018", "unpinned-package-version-in-apk-add");
      case GEM -> known("DL3028", "gem-install-without-version");
      case YUM -> known("DL3033", "yum-install-without-version");
      case ZYPPER -> known("DL3037", "zypper-install-without-version");
      case DNF, MICRODNF -> known("DL3041", "missing-version-specification-in-dnf-install");
      case GO -> new String[] {"hadolint:DL3062", "kics:"};
      case CARGO, COMPOSER, PACMAN -> new String[] {"hadolint:", "kics:"};
    };
  }

  private static String[] known(String hadolint, String kics) {
    return new String[] {"hadolint:" + hadolint, "kics:" + kics};
  }
}
