package io.github.dockeraudit.facts;

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

  private static final Set<String> ANY = Set.of("PIP_TRUSTED_HOST");

  private static final Set<String> TRUE = Set.of("GIT_SSL_NO_VERIFY");

  private static final String[] NO_FLAGS = {};

  private Unverified() {}

  /** The words that switch verification off in a command. */
  public static List<Word> in(SimpleCommand written) {
    SimpleCommand command = written.unwrapped();
    String[] flags =
        command.program().map(ProgramName::withoutVersion).map(FLAGS::get).orElse(NO_FLAGS);
    if (flags.length > 0 && command.hasFlag(flags) && !isLocal(command)) {
      return command.arguments().stream().filter(word -> isFlag(word, flags)).toList();
    }
    return command.is("npm", "yarn", "git") ? setting(command).stream().toList() : List.of();
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

  private static boolean isLocal(SimpleCommand command) {
    return command.operands().stream()
        .map(Word::prefix)
        .anyMatch(url -> url.contains("://localhost") || url.contains("://127."));
  }

  private static Optional<Word> setting(SimpleCommand command) {
    List<Word> words = command.words();
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
    Optional<String> value = variable.value().flatMap(word -> word.literal());
    if (value.isEmpty() || value.get().isEmpty()) {
      return false;
    }
    String text = value.get().toLowerCase(Locale.ROOT);
    return ZERO.contains(name) && text.equals("0")
        || ANY.contains(name)
        || TRUE.contains(name) && (text.equals("1") || text.equals("true"));
  }
}
