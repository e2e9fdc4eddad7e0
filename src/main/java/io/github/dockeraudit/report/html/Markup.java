package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.document.Shown;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.report.document.Tone;
import java.util.Locale;

/** Text as HTML. */
final class Markup {

  /** Characters of ASCII that are written as they are. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c <= '~'; c++) {
      PLAIN[c] = "&<>\"'".indexOf(c) < 0;
    }
    PLAIN['\n'] = true;
    PLAIN['\t'] = true;
  }

  private Markup() {}

  /** Text between tags or in the quotes of an attribute. */
  static String text(String text) {
    return isPlain(text) ? text : escaped(Shown.of(text));
  }

  /** Whether nothing has to be escaped or replaced, as in nearly every text. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String shown) {
    StringBuilder escaped = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** A text with its parts. */
  static String text(Text text) {
    return InlineWriter.write(text);
  }

  /** The class of a tone. */
  static String tone(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}
