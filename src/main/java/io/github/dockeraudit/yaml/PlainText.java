package io.github.dockeraudit.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts are the same to every reader of YAML without quotes. */
public final class PlainText {

  /** {@code 22:22}, which YAML 1.1 takes for the number 1342. */
  private static final Pattern BASE_60 = Pattern.compile("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");

  /** What is a boolean or a merge key to YAML 1.1. */
  private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "=", "<<");

  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@` \t";

  private PlainText() {}

  /** Whether YAML 1.1 takes a text without quotes for a number to the base of 60. */
  public static boolean isBase60(String text) {
    return text.indexOf(':') > 0 && BASE_60.matcher(text).matches();
  }

  /** Whether a text is that text without quotes, on its own line and between brackets. */
  public static boolean isText(String text) {
    return !text.isEmpty()
        && INDICATORS.indexOf(text.charAt(0)) < 0
        && text.chars().noneMatch(c -> c < ' ' || ",[]{}".indexOf(c) >= 0)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && ScalarKind.ofPlain(text) == ScalarKind.STRING
        && !isBase60(text)
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
