package io.github.dockeraudit.report;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The first line of a range, made fit for a terminal, with the marked columns: tabs are widened,
 * control characters replaced, secrets masked, and of a long line only the part around the mark is
 * kept.
 *
 * @param line line number from 1
 * @param text what to print
 * @param markStart first marked column of the text, from 0
 * @param markLength marked columns; at least 1
 */
public record Excerpt(int line, String text, int markStart, int markLength) {

  private static final int WIDTH = 100;
  private static final int BEFORE_MARK = 30;
  private static final String TAB = "    ";
  private static final String CUT = "...";

  /**
   * The excerpt for a range.
   *
   * @param allSecrets ranges whose text must not be shown, in any file
   */
  public static Excerpt of(SourceRange range, List<SourceRange> allSecrets) {
    Source source = range.source();
    int lineNumber = range.from().line();
    SourceRange line = source.line(lineNumber);
    List<SourceRange> secrets = in(line, allSecrets);
    int markFrom = Math.min(range.start(), line.end());
    int markTo = Math.max(markFrom, Math.min(range.end(), line.end()));
    int cutFrom =
        line.length() <= WIDTH ? line.start() : Math.max(line.start(), markFrom - BEFORE_MARK);
    int cutTo = Math.min(line.end(), cutFrom + WIDTH);
    String lead = cutFrom > line.start() ? CUT : "";
    String before = lead + printable(source.range(cutFrom, Math.min(markFrom, cutTo)), secrets);
    String marked =
        printable(source.range(markFrom, Math.max(markFrom, Math.min(markTo, cutTo))), secrets);
    String after = markTo < cutTo ? printable(source.range(markTo, cutTo), secrets) : "";
    return new Excerpt(
        lineNumber,
        before + marked + after + (cutTo < line.end() ? CUT : ""),
        before.length(),
        Math.max(1, marked.length()));
  }

  /** A text fit for a terminal, without the secrets. */
  public static String printable(SourceRange range, List<SourceRange> allSecrets) {
    List<SourceRange> secrets = in(range, allSecrets);
    return secrets.isEmpty() && isPlain(range) ? range.text() : made(range, secrets);
  }

  private static List<SourceRange> in(SourceRange range, List<SourceRange> allSecrets) {
    List<SourceRange> secrets = List.of();
    for (SourceRange secret : allSecrets) {
      if (secret.source() == range.source()
          && secret.start() < range.end()
          && range.start() < secret.end()) {
        secrets = secrets.isEmpty() ? new ArrayList<>() : secrets;
        secrets.add(secret);
      }
    }
    return secrets;
  }

  private static boolean isPlain(SourceRange range) {
    String text = range.source().text();
    for (int i = range.start(); i < range.end(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String made(SourceRange range, List<SourceRange> secrets) {
    StringBuilder text = new StringBuilder();
    for (int i = range.start(); i < range.end(); i++) {
      char c = range.source().text().charAt(i);
      if (isSecret(range.source(), i, secrets)) {
        text.append('*');
      } else if (c == '\t') {
        text.append(TAB);
      } else if (Character.isISOControl(c)) {
        text.append('\uFFFD');
      } else if (Character.isSurrogate(c) && !isPaired(range.source().text(), i)) {
        text.append('\uFFFD');
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isSecret(Source source, int offset, List<SourceRange> secrets) {
    for (SourceRange secret : secrets) {
      if (secret.source() == source && secret.start() <= offset && offset < secret.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
