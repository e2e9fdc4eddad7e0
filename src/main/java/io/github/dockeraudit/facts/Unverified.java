package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
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

  private Unverified() {}

  /** The word that switches verification off in a command; empty if none does. */
  public static Optional<Word> in(SimpleCommand written) {
    SimpleCommand command = written.unwrapped();
    String[] flags =
        command.program().map(ProgramName::withoutVersion).map(FLAGS::get).orElse(new String[0]);
    if (flags.length > 0 && command.hasFlag(flags) && !isLocal(command)) {
      return command.arguments().stream().filter(word -> isFlag(word, flags)).findFirst();
    }
    return command.is("npm", "yarn", "git") ? setting(command) : Optional.empty();
  }

  private static boolean isFlag(Word word, String[] flags) {
    for (String flag : flags) {
      boolean isLetter = flag.length() == 2;
      boolean isAmongLetters =
          isLetter
              && word.prefix().startsWith("-")
              && !word.prefix().startsWith("--")
              && word.prefix().indexOf(flag.charAt(1)) > 0;
      if (word.prefix().equals(flag) || word.prefix().startsWith(flag + "=") || isAmongLetters) {
        return true;
      }
    }
    return false;
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
