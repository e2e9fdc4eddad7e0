package io.github.dockeraudit.docs;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws lines with ANSI colours as the window of a terminal, in SVG. */
final class ConsolePicture {

  private static final double CHARACTER = 7.8;
  private static final int LINE = 18;
  private static final int MARGIN = 16;
  private static final Pattern CODE = Pattern.compile("\u001B\\[([0-9;]*)m");

  private ConsolePicture() {}

  static String of(List<String> lines) {
    int columns = lines.stream().mapToInt(line -> plain(line).length()).max().orElse(0);
    int width = (int) Math.ceil(columns * CHARACTER) + 2 * MARGIN;
    int height = lines.size() * LINE + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="Console report">
        <rect width="%1$d" height="%2$d" rx="8" fill="#1e1e2e"/>
        <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#cdd6f4" xml:space="preserve">
        """
            .formatted(width, height));
    for (int i = 0; i < lines.size(); i++) {
      int baseline = MARGIN + (i + 1) * LINE - 5;
      svg.append(drawn(lines.get(i), baseline));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String drawn(String line, int baseline) {
    StringBuilder text = new StringBuilder();
    Matcher code = CODE.matcher(line);
    ArrayDeque<String> styles = new ArrayDeque<>();
    styles.push("");
    int column = 0;
    int from = 0;
    while (code.find()) {
      column += draw(text, line.substring(from, code.start()), styles.peek(), column, baseline);
      styles.push(style(code.group(1)));
      from = code.end();
    }
    draw(text, line.substring(from), styles.peek(), column, baseline);
    return text.toString();
  }

  private static int draw(StringBuilder text, String part, String style, int column, int baseline) {
    if (!part.isBlank()) {
      text.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s>%s</text>\n",
              MARGIN + column * CHARACTER,
              baseline,
              part.length() * CHARACTER,
              style,
              escaped(part)));
    }
    return part.length();
  }

  private static String style(String code) {
    return switch (code) {
      case "1" -> " font-weight=\"bold\"";
      case "2" -> " fill=\"#7f849c\"";
      case "1;31" -> " fill=\"#f38ba8\" font-weight=\"bold\"";
      case "1;32" -> " fill=\"#a6e3a1\" font-weight=\"bold\"";
      case "1;33" -> " fill=\"#f9e2af\" font-weight=\"bold\"";
      case "1;34" -> " fill=\"#89b4fa\" font-weight=\"bold\"";
      default -> "";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(" ", "&#160;");
  }

  private static String plain(String line) {
    return CODE.matcher(line).replaceAll("");
  }
}
