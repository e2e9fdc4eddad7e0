package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.document.Shown;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.report.document.Tone;
import java.util.Locale;

/** Text as HTML. */
final class Markup {

  private Markup() {}

  /** Text between tags or in the quotes of an attribute. */
  static String text(String text) {
    String shown = Shown.of(text);
    return needsEscapes(shown) ? escaped(shown) : shown;
  }

  private static boolean needsEscapes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
        return true;
      }
    }
    return false;
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
