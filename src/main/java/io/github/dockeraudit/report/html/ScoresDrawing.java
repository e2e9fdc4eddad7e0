package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.document.Inline;
import io.github.dockeraudit.report.document.Scores;
import io.github.dockeraudit.report.document.Scores.Score;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.report.document.Tone;
import java.util.Locale;

/** The marks: a ring for the whole, a bar for each part. */
final class ScoresDrawing {

  private static final double RADIUS = 52;

  private ScoresDrawing() {}

  static String of(Scores scores, String id) {
    StringBuilder out = new StringBuilder("<div class=\"scores\">\n");
    out.append(ring(scores.overall(), id));
    out.append("<ul class=\"marks\">\n");
    scores.marks().forEach(mark -> out.append(mark(mark)));
    return out.append("</ul></div>\n").toString();
  }

  private static String ring(Score score, String id) {
    double length = 2 * Math.PI * RADIUS;
    return String.format(
        Locale.ROOT,
        """
        <svg class="ring %1$s" viewBox="0 0 120 120" role="img" aria-labelledby="%2$s">
        <title id="%2$s">%3$s: %4$s of 100, grade %5$s</title>
        <circle class="track" cx="60" cy="60" r="52"/>
        <circle class="fill" cx="60" cy="60" r="52" stroke-dasharray="%6$.1f %7$.1f" transform="rotate(-90 60 60)"/>
        <text class="letter" x="60" y="66">%5$s</text>
        <text class="points" x="60" y="88">%4$s / 100</text>
        </svg>
        """,
        Markup.tone(tone(score)),
        id,
        Markup.text(score.name()),
        score.points(),
        Markup.text(score.grade()),
        length * score.points() / 100,
        length);
  }

  private static String mark(Score score) {
    String remark =
        score.remark().isEmpty()
            ? ""
            : "<span class=\"remark\">" + Markup.text(score.remark()) + "</span>";
    return "<li><span class=\"name\">%s</span>%s<span class=\"points\">%s<span class=\"vh\"> of 100</span></span>%s%s</li>\n"
        .formatted(
            Markup.text(score.name()),
            Markup.text(Text.empty().grade(score.grade())),
            score.points(),
            BarDrawing.of(score.points() / 100.0, tone(score)),
            remark);
  }

  private static Tone tone(Score score) {
    return new Inline.Grade(score.grade()).tone();
  }
}
