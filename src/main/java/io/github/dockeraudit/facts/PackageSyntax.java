package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.CLEAN;
import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.OTHER;
import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;
import static io.github.dockeraudit.facts.PackageCommand.Action.RUN;
import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the package managers are told what to do: their subcommands, of one word or two. */
final class PackageSyntax {

  /**
   * What a command says.
   *
   * @param action what to do
   * @param subcommand the last word that says so; empty if none does
   * @param subcommandText all words that say so, parted by spaces; empty if none does
   * @param operands the words after them that are no flags
   */
  record Reading(
      Action action, Optional<Word> subcommand, String subcommandText, List<Word> operands) {}

  private static final Map<PackageManager, Map<String, Action>> SUBCOMMANDS =
      new EnumMap<>(PackageManager.class);

  /** Words that stand before a subcommand and change nothing in it. */
  private static final Set<String> QUALIFIERS = Set.of("global", "pip", "tool");

  static {
    add(PackageManager.APT, INSTALL, "install", "reinstall", "build-dep", "satisfy");
    add(PackageManager.APT, REFRESH, "update");
    add(PackageManager.APT, UPGRADE, "upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade");
    add(PackageManager.APT, REMOVE, "remove", "purge", "autoremove", "autopurge");
    add(PackageManager.APT, CLEAN, "clean", "autoclean", "auto-clean", "distclean", "dist-clean");

    add(PackageManager.APK, INSTALL, "add");
    add(PackageManager.APK, REFRESH, "update");
    add(PackageManager.APK, UPGRADE, "upgrade");
    add(PackageManager.APK, REMOVE, "del");
    add(PackageManager.APK, CLEAN, "cache clean", "cache purge");

    for (PackageManager rpm :
        List.of(PackageManager.DNF, PackageManager.MICRODNF, PackageManager.YUM)) {
      add(
          rpm,
          INSTALL,
          "install",
          "in",
          "reinstall",
          "rei",
          "localinstall",
          "downgrade",
          "builddep");
      add(rpm, INSTALL, "groupinstall", "group install", "module install", "install-n");
      add(rpm, REFRESH, "makecache", "check-update");
      add(rpm, UPGRADE, "upgrade", "update", "upgrade-minimal", "update-minimal", "distro-sync");
      add(rpm, UPGRADE, "up", "up-min", "groupupdate", "group upgrade", "localupdate");
      add(rpm, REMOVE, "remove", "erase", "autoremove", "groupremove", "group remove");
      add(rpm, CLEAN, "clean");
    }

    add(PackageManager.ZYPPER, INSTALL, "install", "in", "source-install", "si");
    add(PackageManager.ZYPPER, REFRESH, "refresh", "ref");
    add(PackageManager.ZYPPER, UPGRADE, "update", "up", "dist-upgrade", "dup", "patch");
    add(PackageManager.ZYPPER, REMOVE, "remove", "rm");
    add(PackageManager.ZYPPER, CLEAN, "clean", "cc");

    add(PackageManager.PIP, INSTALL, "install", "sync", "add");
    add(PackageManager.PIP, REMOVE, "uninstall", "remove");
    add(PackageManager.PIP, CLEAN, "cache purge", "cache clean", "cache remove");

    add(PackageManager.NPM, INSTALL, "install", "i", "in", "ins", "inst", "isntall", "add");
    add(PackageManager.NPM, INSTALL, "ci", "clean-install", "ic", "install-clean");
    add(PackageManager.NPM, INSTALL, "install-test", "it", "install-ci-test", "cit");
    add(PackageManager.NPM, UPGRADE, "update", "up", "upgrade");
    add(PackageManager.NPM, REMOVE, "uninstall", "un", "remove", "rm", "r", "unlink");
    add(PackageManager.NPM, CLEAN, "cache clean", "cache clear", "cache rm");

    add(PackageManager.YARN, INSTALL, "", "install", "add");
    add(PackageManager.YARN, UPGRADE, "upgrade", "up");
    add(PackageManager.YARN, REMOVE, "remove");
    add(PackageManager.YARN, CLEAN, "cache clean");

    add(PackageManager.PNPM, INSTALL, "install", "i", "add", "fetch");
    add(PackageManager.PNPM, UPGRADE, "update", "up", "upgrade");
    add(PackageManager.PNPM, REMOVE, "remove", "rm", "uninstall", "un");
    add(PackageManager.PNPM, CLEAN, "store prune", "cache delete");

    add(PackageManager.GEM, INSTALL, "install", "i");
    add(PackageManager.GEM, UPGRADE, "update");
    add(PackageManager.GEM, REMOVE, "uninstall");
    add(PackageManager.GEM, CLEAN, "cleanup", "clean");

    add(PackageManager.GO, INSTALL, "install", "get", "mod download");
    add(PackageManager.GO, CLEAN, "clean");
    add(PackageManager.GO, RUN, "run");

    add(PackageManager.CARGO, INSTALL, "install", "fetch");
    add(PackageManager.CARGO, UPGRADE, "update");
    add(PackageManager.CARGO, REMOVE, "uninstall");
    add(PackageManager.CARGO, CLEAN, "clean");

    add(PackageManager.COMPOSER, INSTALL, "install", "i", "require", "r");
    add(PackageManager.COMPOSER, UPGRADE, "update", "upgrade", "u");
    add(PackageManager.COMPOSER, REMOVE, "remove", "rm");
    add(PackageManager.COMPOSER, CLEAN, "clear-cache", "clearcache", "cc");
  }

  private PackageSyntax() {}

  private static void add(PackageManager manager, Action action, String... subcommands) {
    Map<String, Action> actions = SUBCOMMANDS.computeIfAbsent(manager, m -> new HashMap<>());
    for (String subcommand : subcommands) {
      actions.put(subcommand, action);
    }
  }

  /** What a command of a manager says; empty if it says nothing, such as {@code apt-get -v}. */
  static Optional<Reading> read(PackageManager manager, SimpleCommand command) {
    List<Word> operands = operands(manager, command);
    if (manager == PackageManager.PACMAN) {
      return Optional.of(new Reading(ofPacman(command), Optional.empty(), "", operands));
    }
    int first = 0;
    while (QUALIFIERS.contains(text(operands, first))) {
      first++;
    }
    if (manager == PackageManager.YARN && text(operands, first).equals("workspace")) {
      first += 2;
    }
    Map<String, Action> actions = SUBCOMMANDS.get(manager);
    String one = text(operands, first);
    Action action = actions.get(one);
    if (action == null && first + 1 < operands.size()) {
      String two = one + " " + text(operands, first + 1);
      if (actions.containsKey(two)) {
        return Optional.of(reading(actions.get(two), two, operands, first + 2));
      }
    }
    if (first >= operands.size() && (action == null || asksForHelp(command))) {
      return Optional.empty();
    }
    int taken = one.equals("sync") ? operands.size() : first + 1;
    return Optional.of(reading(action == null ? OTHER : action, one, operands, taken));
  }

  private static boolean asksForHelp(SimpleCommand command) {
    return command.hasFlag("-v", "--version", "-h", "--help");
  }

  /**
   * Whether an install has no other source than a file: a lock file, a manifest, or the file that
   * is given to pip.
   */
  static boolean readsManifest(
      PackageManager manager, SimpleCommand command, List<PackageSpec> packages) {
    if (manager == PackageManager.PIP) {
      return command.hasFlag("-r", "--requirement")
          || command.operands().stream().anyMatch(word -> word.is("sync"));
    }
    return !manager.isOfDistribution() && manager != PackageManager.GEM && packages.isEmpty();
  }

  private static Reading reading(Action action, String text, List<Word> operands, int taken) {
    int count = Math.min(taken, operands.size());
    Optional<Word> last = count == 0 ? Optional.empty() : Optional.of(operands.get(count - 1));
    int end = action == RUN ? Math.min(count + 1, operands.size()) : operands.size();
    return new Reading(action, last, text, operands.subList(count, end));
  }

  /**
   * What stands after {@code --} is for the compiler in {@code gem install nokogiri -- --with-x}.
   */
  private static List<Word> operands(PackageManager manager, SimpleCommand command) {
    List<Word> operands = command.operands();
    if (manager != PackageManager.GEM) {
      return operands;
    }
    List<Word> words = command.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is("--")) {
        Set<Word> before = Set.copyOf(words.subList(0, i));
        return operands.stream().filter(before::contains).toList();
      }
    }
    return operands;
  }

  private static Action ofPacman(SimpleCommand command) {
    if (command.hasFlag("-S", "--sync")) {
      if (command.hasFlag("-c", "--clean")) {
        return CLEAN;
      }
      boolean upgrades = command.hasFlag("-u", "--sysupgrade");
      boolean refreshes = command.hasFlag("-y", "--refresh");
      return !command.operands().isEmpty()
          ? INSTALL
          : upgrades ? UPGRADE : refreshes ? REFRESH : OTHER;
    }
    return command.hasFlag("-U", "--upgrade")
        ? INSTALL
        : command.hasFlag("-R", "--remove") ? REMOVE : OTHER;
  }

  private static String text(List<Word> words, int index) {
    return index < words.size() ? words.get(index).literal().orElse("$") : "";
  }
}
