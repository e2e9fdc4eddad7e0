package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.document.Tone;
import java.util.Locale;

/** A bar as long as its share of the width that it is given. */
final class BarDrawing {

  private static final double WIDTH = 100;

  private BarDrawing() {}

  /**
   * The drawing, which says nothing that does not stand beside it.
   *
   * @param share 0 to 1
   */
  static String of(double share, Tone tone) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"bar %s\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"8\"/>"
            + "<rect class=\"fill\" width=\"%.1f\" height=\"8\"/></svg>",
        Markup.tone(tone),
        share * WIDTH);
  }
}
