package io.github.dockeraudit.facts;

import io.github.dockeraudit.shell.Word;

/** The question whether to go on, which nobody answers in a build. */
public final class Prompt {

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
