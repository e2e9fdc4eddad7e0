package io.github.dockeraudit.facts;

import io.github.dockeraudit.facts.PackageSpec.Kind;
import io.github.dockeraudit.facts.PackageSpec.Pin;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a word says that names a package, taken apart as its package manager does.
 *
 * @param name the name; empty if there is none or a variable decides
 * @param version the version; empty if there is none or a variable decides
 */
record SpecText(Kind kind, String name, String version, Pin pin) {

  /** Stands in a text for what a variable holds. */
  private static final char EXPANSION = '\0';

  private static final List<String> ARCHIVES =
      List.of(".apk", ".deb", ".gem", ".rpm", ".tar", ".tar.gz", ".tgz", ".whl", ".zip");

  private static final List<String> SOURCES =
      List.of("./", "../", "~/", ".[", "git+", "git@", "github:", "gitlab:", "file:", "link:");

  private static final Set<String> GO_PATTERNS = Set.of("all", "cmd", "std", "tool");

  /** The value of a word; all from the first expansion on is one character that nothing else is. */
  static String of(Word word) {
    return word.literal().orElseGet(() -> word.prefix() + EXPANSION);
  }

  /** What a text means in a command of a package manager. */
  static SpecText read(
      PackageManager manager, String text, SimpleCommand command, String subcommand) {
    if (isRepository(manager, text)) {
      return repository(text, manager == PackageManager.PIP ? '@' : '#');
    }
    if (isFile(text)) {
      return file();
    }
    return switch (manager) {
      case APT -> ofApt(text);
      case APK -> ofApk(text);
      case DNF, MICRODNF, YUM -> subcommand.startsWith("group") ? group(text) : ofRpm(text);
      case ZYPPER -> ofZypper(text, command);
      case PACMAN -> split(text.substring(text.indexOf('/') + 1), "=");
      case PIP -> ofPip(text);
      case NPM, YARN, PNPM -> ofNode(text);
      case GEM -> withFlag(split(text, ":"), command.flagValue("-v", "--version"));
      case GO -> ofGo(text, command);
      case CARGO -> ofCargo(text, command);
      case COMPOSER -> split(text, ":=");
    };
  }

  private static boolean isRepository(PackageManager manager, String text) {
    return switch (manager) {
      case PIP -> text.startsWith("git+") || text.startsWith("hg+") || text.startsWith("svn+");
      case NPM, YARN, PNPM -> text.startsWith("git+") || text.startsWith("git://");
      default -> false;
    };
  }

  /** What is checked out stands after a mark in the path; an {@code @} before that is of a user. */
  private static SpecText repository(String address, char mark) {
    int path = address.indexOf('/', address.indexOf("://") + "://".length());
    boolean isPinned = path >= 0 && address.indexOf(mark, path) >= 0;
    boolean isKnown = address.indexOf(EXPANSION) < 0;
    return new SpecText(
        Kind.REPOSITORY, "", "", isPinned ? Pin.EXACT : isKnown ? Pin.NONE : Pin.UNKNOWN);
  }

  private static boolean isFile(String text) {
    return text.equals(".")
        || text.startsWith("/")
        || text.contains("://")
        || beginsWithSource(text)
        || endsAsArchive(text);
  }

  private static boolean beginsWithSource(String text) {
    for (String source : SOURCES) {
      if (text.startsWith(source)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAsArchive(String text) {
    for (String archive : ARCHIVES) {
      if (text.endsWith(archive)) {
        return true;
      }
    }
    return false;
  }

  private static SpecText ofApt(String text) {
    if (text.endsWith("^")) {
      return group(text.substring(0, text.length() - 1));
    }
    if (text.length() > 1 && text.endsWith("-")) {
      return excluded(text.substring(0, text.length() - 1));
    }
    int slash = text.indexOf('/');
    if (slash > 0) {
      return named(text.substring(0, slash), text.substring(slash + 1), Pin.RANGE);
    }
    int at = indexOfAny(text, "=");
    String version = text.substring(Math.min(at + 1, text.length()));
    return named(text.substring(0, at), version, version.indexOf('*') < 0 ? Pin.EXACT : Pin.RANGE);
  }

  /** A repository may be tagged before the version: {@code name@edge=1.0-r0}. */
  private static SpecText ofApk(String text) {
    if (text.startsWith("!")) {
      return excluded(text.substring(1));
    }
    String name = text.substring(0, indexOfAny(text, "=<>~@"));
    String condition = text.substring(indexOfAny(text, "=<>~"));
    String version = condition.substring(lengthOfOperator(condition));
    boolean exact = condition.length() == version.length() + 1 && condition.startsWith("=");
    return named(name, version, exact ? Pin.EXACT : Pin.RANGE);
  }

  private static SpecText ofRpm(String text) {
    if (text.startsWith("@")) {
      return group(text.substring(1));
    }
    int operator = indexOfAny(text, "=<>");
    if (operator < text.length()) {
      return ofCondition(text.substring(0, operator).strip(), text.substring(operator).strip());
    }
    int dash = dashBeforeVersion(text);
    if (dash > 0) {
      return named(text.substring(0, dash), text.substring(dash + 1), pinOf(text));
    }
    int colon = text.indexOf(':');
    return colon > 0 && text.indexOf('(') < 0
        ? named(text.substring(0, colon), text.substring(colon + 1), Pin.RANGE)
        : named(text, "", Pin.NONE);
  }

  /**
   * The dash before the version in {@code name-1.2.3} or {@code name-1:1.2.3-4.el9}; -1 if there is
   * none. A number without a dot is part of the name, as in {@code gcc-toolset-12}.
   */
  private static int dashBeforeVersion(String text) {
    for (int dash = text.indexOf('-'); dash > 0; dash = text.indexOf('-', dash + 1)) {
      String rest = text.substring(dash + 1);
      if (rest.indexOf(EXPANSION) == 0 || isVersionAndRelease(rest)) {
        return dash;
      }
    }
    return -1;
  }

  private static boolean isVersionAndRelease(String text) {
    int release = text.indexOf('-');
    boolean fits = release < 0 || release == text.lastIndexOf('-') && isDigitAt(text, release + 1);
    return fits && isDigitAt(text, 0) && indexOfAny(text, ".*:") < text.length();
  }

  private static SpecText ofZypper(String text, SimpleCommand command) {
    if (text.startsWith("!") || text.startsWith("~")) {
      return excluded(text.substring(1));
    }
    boolean pattern = command.flagValue("-t", "--type").filter(t -> t.is("pattern")).isPresent();
    return pattern || text.startsWith("pattern:") ? group(text) : ofRpm(text);
  }

  private static SpecText ofPip(String text) {
    String condition = text.substring(indexOfAny(text, "=<>!~;@ "));
    int extras = text.indexOf('[');
    String name = text.substring(0, indexOfAny(text, "[=<>!~;@ "));
    if (name.indexOf('/') >= 0) {
      return file();
    }
    int marker = condition.indexOf(';');
    String version = (marker < 0 ? condition : condition.substring(0, marker)).strip();
    if (version.isEmpty() && text.indexOf(EXPANSION) >= 0) {
      version = String.valueOf(EXPANSION);
    }
    return extras > 0 && name.isEmpty() ? file() : ofCondition(name, version);
  }

  /** A condition such as {@code ==1.0}, {@code >=1,<2} or {@code @1.0}. */
  private static SpecText ofCondition(String name, String condition) {
    String version = condition.substring(lengthOfOperator(condition)).strip();
    boolean exact = condition.startsWith("=") || condition.startsWith("@");
    return named(name, version, exact ? pinOf(version) : Pin.RANGE);
  }

  private static SpecText ofNode(String text) {
    int alias = text.indexOf("@npm:");
    String target = alias < 0 ? text : text.substring(alias + "@npm:".length());
    int at = target.indexOf('@', 1);
    String name = at < 0 ? target : target.substring(0, at);
    if (!name.startsWith("@") && name.indexOf('/') > 0) {
      return file();
    }
    String version = at < 0 ? "" : target.substring(at + 1);
    return named(name, version, isFullVersion(version) ? Pin.EXACT : Pin.RANGE);
  }

  /** An import path begins with a host; anything else is in the project or in Go itself. */
  private static SpecText ofGo(String text, SimpleCommand command) {
    String host = text.substring(0, indexOfAny(text, "/@"));
    int at = indexOfAny(text, "@");
    boolean isOfProject =
        host.indexOf('.') < 0
            && host.indexOf(EXPANSION) < 0
            && at == text.length()
            && !command.hasFlag("-tool");
    if (GO_PATTERNS.contains(host) || isOfProject || text.endsWith(".go")) {
      return file();
    }
    String version = text.substring(Math.min(at + 1, text.length()));
    if (version.equals("latest")) {
      return new SpecText(Kind.PACKAGE, text.substring(0, at), version, Pin.NONE);
    }
    boolean exact = isFullVersion(version) || isCommit(version);
    return named(text.substring(0, at), version, exact ? Pin.EXACT : Pin.RANGE);
  }

  private static SpecText ofCargo(String text, SimpleCommand command) {
    return command.hasFlag("--git", "--path")
        ? file()
        : withFlag(split(text, "@"), command.flagValue("--version", "--vers"));
  }

  /** A version that a flag gives for all packages of the command. */
  private static SpecText withFlag(SpecText text, Optional<Word> flag) {
    return flag.map(word -> named(text.name, of(word), pinOf(of(word)))).orElse(text);
  }

  private static SpecText split(String text, String separators) {
    int at = indexOfAny(text, separators);
    String version = text.substring(Math.min(at + 1, text.length()));
    return named(text.substring(0, at), version, pinOf(version));
  }

  /** Whether a version is one or several, for those that write a range with an operator or star. */
  private static Pin pinOf(String version) {
    return indexOfAny(version, "*^~<>,|") < version.length() ? Pin.RANGE : Pin.EXACT;
  }

  private static SpecText named(String name, String version, Pin pin) {
    if (name.indexOf(EXPANSION) >= 0) {
      return new SpecText(Kind.UNKNOWN, "", "", Pin.UNKNOWN);
    }
    if (version.indexOf(EXPANSION) >= 0) {
      return new SpecText(Kind.PACKAGE, name, "", Pin.UNKNOWN);
    }
    return new SpecText(Kind.PACKAGE, name, version, version.isEmpty() ? Pin.NONE : pin);
  }

  private static SpecText group(String name) {
    return new SpecText(Kind.GROUP, name, "", Pin.NONE);
  }

  private static SpecText excluded(String name) {
    return new SpecText(Kind.EXCLUDED, name, "", Pin.NONE);
  }

  private static SpecText file() {
    return new SpecText(Kind.FILE, "", "", Pin.NONE);
  }

  /** {@code 1.2.3} with whatever follows: three numbers leave nothing open. */
  private static boolean isFullVersion(String text) {
    return Version.startOf(text.startsWith("=") ? text.substring(1) : text).length() >= 3;
  }

  private static boolean isCommit(String text) {
    return text.length() >= 7 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static int lengthOfOperator(String condition) {
    int length = 0;
    while (length < condition.length() && "=<>!~@".indexOf(condition.charAt(length)) >= 0) {
      length++;
    }
    return length;
  }

  private static boolean isDigitAt(String text, int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** Where the first of some characters stands; the length of the text if none does. */
  private static int indexOfAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
