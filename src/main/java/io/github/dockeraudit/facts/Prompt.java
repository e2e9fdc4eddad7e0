package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.shell.Word;
import java.util.Set;

/** The question whether to go on, which nobody answers in a build. */
public final class Prompt {

  private static final Set<String> OF_RED_HAT =
      Set.of("rhel", "oracle-linux", "rocky-linux", "almalinux", "centos", "centos-stream");

  private static final Version FIRST_TO_ASK = Version.startOf("9");

  private Prompt() {}

  /** Whether a package manager asks it when it installs, upgrades or removes something. */
  public static boolean isShownBy(PackageCommand command) {
    return !command.isPipedInto()
        && switch (command.manager()) {
          case APT -> !command.hasFlag("-y", "--yes", "--assume-yes", "-s") && !isQuiet(command);
          case YUM, DNF, MICRODNF -> !command.hasFlag("-y", "--assumeyes", "--assumeno");
          case ZYPPER -> !command.hasFlag("-n", "--non-interactive", "-y", "--no-confirm");
          default -> false;
        };
  }

  /**
   * Whether the package manager that the base image has takes a yes for granted: microdnf does,
   * before the ninth releases of Red Hat and its kin.
   *
   * @see <a href="https://github.com/rpm-software-management/microdnf/pull/94">The question is
   *     asked only if a setting wants it</a>
   * @see <a href="https://github.com/quarkusio/quarkus/pull/46763">UBI 9 needs -y</a>
   */
  public static boolean isNeedlessIn(PackageCommand command, Dockerfile file) {
    return command.manager() == PackageManager.MICRODNF
        && file.instructionAt(command.range().start())
            .flatMap(file::imageBelow)
            .filter(
                image -> EndOfLife.releases(image).stream().anyMatch(Prompt::takesYesForGranted))
            .isPresent();
  }

  private static boolean takesYesForGranted(Release release) {
    return OF_RED_HAT.contains(release.product()) && release.version().compareTo(FIRST_TO_ASK) < 0;
  }

  /** Quiet of the second level is a yes. */
  private static boolean isQuiet(PackageCommand command) {
    return command.command().arguments().stream().map(Word::raw).mapToLong(Prompt::quietness).sum()
        > 1;
  }

  private static long quietness(String word) {
    if (word.startsWith("--")) {
      return word.equals("--quiet") ? 1 : 0;
    }
    return word.startsWith("-q=")
        ? 2
        : word.chars().filter(c -> word.startsWith("-") && c == 'q').count();
  }
}
