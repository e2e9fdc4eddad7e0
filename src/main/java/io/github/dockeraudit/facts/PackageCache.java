package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.CLEAN;
import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;
import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import io.github.dockeraudit.dockerfile.Scope;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a package manager keeps what it downloads, and how it is told not to.
 *
 * @param writers the actions that fill it
 * @param folders where it is, any of them; those without a leading slash are in a home folder
 * @param off flags that keep it empty
 * @param offVariables environment variables that keep it empty, whatever their value
 */
record PackageCache(
    Set<Action> writers, List<String> folders, List<String> off, List<String> offVariables) {

  private static final Map<PackageManager, PackageCache> BY_MANAGER =
      new EnumMap<>(PackageManager.class);

  /** Values of a variable that leave a cache on. */
  private static final Set<String> NO = Set.of("0", "false", "no", "off");

  private static final Set<Action> ANY = Set.of(INSTALL, UPGRADE, REFRESH);

  static {
    // The archives of installed packages are no matter: Debian's and Ubuntu's images delete them.
    add(PackageManager.APT, Set.of(REFRESH), "/var/lib/apt/lists");
    BY_MANAGER.put(
        PackageManager.APK,
        new PackageCache(
            ANY,
            List.of("/var/cache/apk", "/etc/apk/cache"),
            List.of("--no-cache", "--no-network"),
            List.of()));
    for (PackageManager rpm :
        List.of(PackageManager.DNF, PackageManager.MICRODNF, PackageManager.YUM)) {
      add(rpm, ANY, "/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum");
    }
    add(PackageManager.ZYPPER, ANY, "/var/cache/zypp");
    add(PackageManager.PACMAN, ANY, "/var/cache/pacman");
    BY_MANAGER.put(
        PackageManager.PIP,
        new PackageCache(
            Set.of(INSTALL),
            List.of(".cache/pip", ".cache/uv"),
            List.of("--no-cache-dir", "--no-cache"),
            List.of("PIP_NO_CACHE_DIR", "UV_NO_CACHE")));
    add(PackageManager.NPM, Set.of(INSTALL, UPGRADE), ".npm");
    add(
        PackageManager.YARN,
        Set.of(INSTALL, UPGRADE),
        "/usr/local/share/.cache/yarn",
        ".cache/yarn",
        ".yarn/cache",
        ".yarn/berry/cache");
    add(
        PackageManager.PNPM,
        Set.of(INSTALL, UPGRADE),
        ".local/share/pnpm/store",
        ".pnpm-store",
        "/pnpm/store");
    add(PackageManager.GEM, Set.of(INSTALL, UPGRADE), "/usr/local/bundle/cache", ".gem", "cache");
    add(PackageManager.GO, Set.of(INSTALL), "/go/pkg/mod", ".cache/go-build");
    add(PackageManager.CARGO, Set.of(INSTALL), "/usr/local/cargo/registry", ".cargo/registry");
    BY_MANAGER.put(
        PackageManager.COMPOSER,
        new PackageCache(
            Set.of(INSTALL, UPGRADE),
            List.of(".composer/cache", ".cache/composer", "/tmp/cache"),
            List.of("--no-cache"),
            List.of("COMPOSER_CACHE_DIR")));
  }

  private static void add(PackageManager manager, Set<Action> writers, String... folders) {
    BY_MANAGER.put(manager, new PackageCache(writers, List.of(folders), List.of(), List.of()));
  }

  /** The cache of a package manager. */
  static PackageCache of(PackageManager manager) {
    return BY_MANAGER.get(manager);
  }

  /**
   * Whether a command of the manager fills it, unless it is told not to. What {@code pipx} leaves
   * is that of the pip which it runs, and no flag of its own keeps it out.
   */
  boolean isWrittenBy(PackageCommand command) {
    return writers.contains(command.action()) && !command.isCalled("pipx");
  }

  /** Whether a flag or a variable tells a command not to fill it. */
  boolean isSwitchedOff(PackageCommand command, Scope scope) {
    return off.stream().anyMatch(command::hasFlag)
        || offVariables.stream().anyMatch(name -> isSet(name, command.command(), scope));
  }

  /** Whether one of these words, {@code NAME=value} each, is a variable that keeps it empty. */
  boolean isSwitchedOffBy(Stream<Word> assignments) {
    return !offVariables.isEmpty()
        && assignments.anyMatch(
            word ->
                offVariables.stream()
                    .anyMatch(
                        name ->
                            word.prefix().startsWith(name + "=")
                                && word.literal()
                                    .map(v -> isYes(v.substring(name.length() + 1)))
                                    .orElse(true)));
  }

  private static boolean isSet(String variable, SimpleCommand command, Scope scope) {
    return command.assignments().stream()
            .filter(assignment -> assignment.name().equals(variable))
            .anyMatch(assignment -> isYes(assignment.value().literal().orElse("1")))
        || scope.variable(variable).text().filter(PackageCache::isYes).isPresent();
  }

  private static boolean isYes(String value) {
    return !value.isEmpty() && !NO.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Whether it is inside a folder. */
  boolean isWithin(String folder) {
    String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    return folders.stream().anyMatch(cache -> isWithin(cache, path));
  }

  private static boolean isWithin(String cache, String path) {
    if (cache.startsWith("/")) {
      return cache.equals(path) || cache.startsWith(path + "/");
    }
    for (int end = cache.length(); end > 0; end = cache.lastIndexOf('/', end - 1)) {
      String part = cache.substring(0, end);
      if (path.equals(part) || path.endsWith("/" + part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a command deletes what is in it: by the manager itself, {@code rm} or {@code find}. */
  boolean isDeletedBy(SimpleCommand command) {
    SimpleCommand run = command.unwrapped();
    if (run.is("rm", "find")) {
      return run.operands().stream().flatMap(PackageCache::paths).anyMatch(this::isEmptiedBy);
    }
    Optional<PackageCommand> manager = PackageCommand.of(run);
    return manager
        .filter(clean -> clean.action() == CLEAN && of(clean.manager()).folders.equals(folders))
        .filter(PackageCache::cleansAll)
        .isPresent();
  }

  /** {@code apt-get clean} keeps the lists, and {@code dnf clean} takes what to clean. */
  private static boolean cleansAll(PackageCommand clean) {
    return switch (clean.manager()) {
      case APT -> clean.subcommand().filter(w -> w.raw().startsWith("dist")).isPresent();
      case DNF, MICRODNF, YUM -> clean.packages().stream().anyMatch(what -> what.word().is("all"));
      default -> true;
    };
  }

  /** The paths of a word: one, or one for each of the alternatives in braces. */
  private static Stream<String> paths(Word word) {
    String text = word.literal().orElse(word.raw());
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    if (open < 0 || close < 0 || open > 0 && text.charAt(open - 1) == '$') {
      return Stream.of(text);
    }
    return Stream.of(text.substring(open + 1, close).split(","))
        .map(choice -> text.substring(0, open) + choice + text.substring(close + 1));
  }

  /** Deleting the folder, one that holds it, all in either of them, or some of what is in it. */
  private boolean isEmptiedBy(String path) {
    String folder = path.endsWith("/*") ? path.substring(0, path.length() - "/*".length()) : path;
    return isWithin(folder)
        || folders.stream()
            .anyMatch(cache -> cache.startsWith("/") && path.startsWith(cache + "/"));
  }
}
