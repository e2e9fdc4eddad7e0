package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.CLEAN;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;

import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Switches with which a program takes what it downloads from whoever answers. */
public final class Unverified {

  private static final Map<String, String[]> FLAGS =
      Map.ofEntries(
          Map.entry("curl", new String[] {"-k", "--insecure", "--proxy-insecure"}),
          Map.entry("wget", new String[] {"--no-check-certificate"}),
          Map.entry("pip", new String[] {"--trusted-host"}),
          Map.entry("apk", new String[] {"--allow-untrusted"}),
          Map.entry("apt", new String[] {"--allow-unauthenticated", "--force-yes"}),
          Map.entry("apt-get", new String[] {"--allow-unauthenticated", "--force-yes"}),
          Map.entry("yum", new String[] {"--nogpgcheck"}),
          Map.entry("dnf", new String[] {"--nogpgcheck"}),
          Map.entry("tdnf", new String[] {"--nogpgcheck"}),
          Map.entry("microdnf", new String[] {"--nogpgcheck"}),
          Map.entry("rpm", new String[] {"--nosignature", "--nodigest", "--noverify"}));

  /** Settings, as the words that follow one another in a command. */
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("strict-ssl", "false"),
          List.of("http.sslVerify", "false"),
          List.of("http.sslverify", "false"));

  private static final Set<String> ZERO =
      Set.of("PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED");

  /** For git it is enough that there is such a variable. */
  private static final Set<String> ANY = Set.of("GIT_SSL_NO_VERIFY", "PIP_TRUSTED_HOST");

  /** npm reads variables whatever their case. */
  private static final Set<String> FALSE = Set.of("NPM_CONFIG_STRICT_SSL", "npm_config_strict_ssl");

  /** Of yum and dnf, for one repository or all. */
  private static final Pattern REPOSITORY_SETTING =
      Pattern.compile(
          "(?:--setopt=)?(?:[^=]+\\.)?sslverify=(?:0|false|no)", Pattern.CASE_INSENSITIVE);

  /** Flags that let a package in without the signature of its makers, whoever has sent it. */
  private static final Set<String> OF_SIGNATURES =
      Set.of(
          "--allow-unauthenticated",
          "--allow-untrusted",
          "--force-yes",
          "--nodigest",
          "--nogpgcheck",
          "--nosignature",
          "--noverify");

  private static final String[] NO_FLAGS = {};

  private Unverified() {}

  /** The words that switch verification off in a command. */
  public static List<Word> in(SimpleCommand written) {
    SimpleCommand command = written.unwrapped();
    Optional<String> program = command.program();
    String[] flags =
        program.isEmpty()
            ? NO_FLAGS
            : FLAGS.getOrDefault(ProgramName.withoutVersion(program.get()), NO_FLAGS);
    if (flags.length > 0
        && mayHold(command, flags)
        && command.hasFlag(flags)
        && !isLocal(command)
        && !takesAway(command)) {
      return command.arguments().stream().filter(word -> isFlag(word, flags)).toList();
    }
    if (command.is("npm", "yarn", "git")) {
      Optional<Word> setting = setting(command);
      if (setting.isPresent()) {
        return List.of(setting.get());
      }
    }
    return variables(written, command);
  }

  /** Whether a word begins as one of the flags does, or is of short ones. */
  private static boolean mayHold(SimpleCommand command, String[] flags) {
    for (Word word : command.words()) {
      String text = word.prefix();
      if (text.startsWith("-")) {
        for (String flag : flags) {
          if (text.startsWith(flag) || flag.length() == 2 && !text.startsWith("--")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Settings of repositories, and variables that are set before the command or exported by it. */
  private static List<Word> variables(SimpleCommand written, SimpleCommand command) {
    if (command.is("yum-config-manager", "dnf-config-manager", "yum", "dnf")) {
      return command.arguments().stream()
          .filter(word -> REPOSITORY_SETTING.matcher(word.literal().orElse("")).matches())
          .toList();
    }
    if (command.is("export")) {
      return command.arguments().stream().filter(Unverified::isExportedOff).toList();
    }
    if (written.assignments().isEmpty()) {
      return List.of();
    }
    return written.assignments().stream()
        .filter(set -> isSwitchedOff(set.name(), set.value().literal()))
        .map(set -> set.word())
        .toList();
  }

  private static boolean isExportedOff(Word word) {
    String text = word.literal().orElse("");
    int equals = text.indexOf('=');
    return equals > 0
        && isSwitchedOff(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
  }

  private static boolean isFlag(Word word, String[] flags) {
    for (String flag : flags) {
      if (word.prefix().equals(flag)
          || word.prefix().startsWith(flag + "=")
          || flag.length() == 2 && letter(word, flag.charAt(1)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of {@link #in} is about the signatures of packages, not about who answers. */
  public static boolean skipsSignatures(Word word) {
    return OF_SIGNATURES.contains(word.prefix());
  }

  /** A word of {@link #in} as a reader knows it: {@code -k} for {@code -fsSLk}. */
  public static String named(Word word) {
    return letter(word, 'k') > 0 ? "-k" : word.toString();
  }

  /** The place of the letter of a flag among others; -1 if it is not one of several. */
  private static int letter(Word word, char letter) {
    String text = word.prefix();
    boolean isLetters = text.length() > 2 && text.charAt(0) == '-' && text.charAt(1) != '-';
    return isLetters ? text.indexOf(letter) : -1;
  }

  /**
   * Leaves a word out of its command, with its value if it has one, or the command where it does
   * nothing else; empty where that cannot be.
   *
   * @param written as it was given to {@link #in}
   * @param word one of the words that it gave
   */
  public static Optional<TextEdit> without(Word word, SimpleCommand written, Dockerfile file) {
    SimpleCommand command = written.unwrapped();
    int at = command.words().indexOf(word);
    if (at < 0) {
      return withoutAssignment(word, written);
    }
    if (command.is("export")) {
      return command.words().size() == 2
          ? Removal.of(written, file)
          : Removal.ofWords(command, at, at);
    }
    if (command.is("npm", "yarn", "git")) {
      boolean isForOnce = command.words().get(at - 1).is("-c");
      return isForOnce ? Removal.ofWords(command, at - 1, at) : Removal.of(written, file);
    }
    if (word.is("--trusted-host")) {
      return at + 1 < command.words().size()
          ? Removal.ofWords(command, at, at + 1)
          : Optional.empty();
    }
    int letter = letter(word, 'k');
    int start = word.range().start() + letter;
    return letter > 0
        ? Optional.of(word.range().source().range(start, start + 1).delete())
            .filter(edit -> edit.range().text().equals("k"))
        : Removal.ofWords(command, at, at);
  }

  /** Deletes it up to the word that follows; there may be none. */
  private static Optional<TextEdit> withoutAssignment(Word word, SimpleCommand command) {
    return Stream.concat(
            command.assignments().stream().map(set -> set.word()), command.name().stream())
        .map(next -> next.range().start())
        .filter(start -> start > word.range().start())
        .min(Integer::compare)
        .map(next -> word.range().source().range(word.range().start(), next).delete());
  }

  private static boolean takesAway(SimpleCommand command) {
    return PackageCommand.of(command).filter(told -> told.does(REMOVE, CLEAN)).isPresent();
  }

  private static boolean isLocal(SimpleCommand command) {
    return command.operands().stream()
        .map(Word::prefix)
        .anyMatch(url -> url.contains("://localhost") || url.contains("://127."));
  }

  private static Optional<Word> setting(SimpleCommand command) {
    List<Word> words = command.words();
    if (words.stream().noneMatch(word -> word.is("config") || word.is("set") || word.is("-c"))) {
      return Optional.empty();
    }
    for (int i = 1; i < words.size(); i++) {
      for (List<String> setting : SETTINGS) {
        boolean isPair = words.get(i - 1).is(setting.get(0)) && words.get(i).is(setting.get(1));
        if (isPair || words.get(i).is(setting.get(0) + "=" + setting.get(1))) {
          return Optional.of(words.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a variable switches verification off for programs that read it. */
  public static boolean isSwitchedOff(Assignment variable) {
    String name = variable.name().text();
    return (ZERO.contains(name) || ANY.contains(name) || FALSE.contains(name))
        && isSwitchedOff(name, variable.value().flatMap(word -> word.literal()));
  }

  private static boolean isSwitchedOff(String name, Optional<String> value) {
    if (value.isEmpty() || value.get().isEmpty()) {
      return false;
    }
    String text = value.get().toLowerCase(Locale.ROOT);
    return ZERO.contains(name) && text.equals("0")
        || ANY.contains(name)
        || FALSE.contains(name) && text.equals("false");
  }
}
