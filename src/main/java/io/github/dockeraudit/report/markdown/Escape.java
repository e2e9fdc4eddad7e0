package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.report.document.Shown;
import java.util.regex.Pattern;

/** Keeps text from being taken for markup. */
final class Escape {

  /** Characters that mean something wherever they stand; {@code $} begins a formula on GitHub. */
  private static final String MARKUP = "\\`*[]|~$";

  /** Characters of ASCII that are shown as they are wherever they stand. */
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c <= '~'; c++) {
      PLAIN[c] = MARKUP.indexOf(c) < 0 && c != '&' && c != '<' && c != '_';
    }
  }

  private static final Pattern BLOCK_START = Pattern.compile("^([#+=>-])");
  private static final Pattern NUMBER_START = Pattern.compile("^(\\d+)([.)])");

  private Escape() {}

  /** Words inside a line. An address stays one: it leads to where it says. */
  static String words(String text) {
    return isPlain(text) ? text : escaped(text);
  }

  /** Whether nothing has to be escaped or replaced, as in most words. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    String line = Shown.onOneLine(text);
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '_' -> escaped.append(isInsideWord(line, i) ? "_" : "\\_");
        default -> escaped.append(MARKUP.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isInsideWord(String line, int i) {
    return i > 0
        && i + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(i - 1))
        && Character.isLetterOrDigit(line.charAt(i + 1));
  }

  /** A line, already escaped, that begins a paragraph or an item. */
  static String lineStart(String line) {
    String withoutBlock = BLOCK_START.matcher(line).replaceFirst("\\\\$1");
    return NUMBER_START.matcher(withoutBlock).replaceFirst("$1\\\\$2");
  }

  /**
   * Code inside a line.
   *
   * @param isInTable whether a pipe would end a cell
   */
  static String code(String text, boolean isInTable) {
    String line = Shown.onOneLine(text).replace('\t', ' ');
    if (line.isBlank()) {
      return "";
    }
    if (isInTable && line.indexOf('|') >= 0) {
      return "<code>" + html(line) + "</code>";
    }
    String fence = "`".repeat(longestRun(line, '`') + 1);
    boolean needsBlanks = line.startsWith("`") || line.endsWith("`") || isPadded(line);
    return needsBlanks ? fence + " " + line + " " + fence : fence + line + fence;
  }

  private static boolean isPadded(String line) {
    return line.startsWith(" ") && line.endsWith(" ");
  }

  /** The fence for lines of code: longer than every one in it. */
  static String fence(String code) {
    return "`".repeat(Math.max(3, longestRun(code, '`') + 1));
  }

  private static int longestRun(String text, char wanted) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == wanted ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /**
   * Text inside an element of HTML, where Markdown is still read: a sign that means something by
   * its number.
   */
  static String html(String text) {
    StringBuilder escaped = new StringBuilder();
    Shown.onOneLine(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " -.,/()'".indexOf(c) >= 0 || c >= 0x80) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("&#").append(c).append(';');
              }
            });
    return escaped.toString();
  }

  /** A label of Mermaid, which has its own form of the numbers of characters. */
  static String mermaid(String text) {
    StringBuilder escaped = new StringBuilder();
    Shown.onOneLine(text)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " -_./:,".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
