package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.report.document.Bars;
import io.github.dockeraudit.report.document.Bars.Bar;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Scores;
import io.github.dockeraudit.report.document.Scores.Score;
import io.github.dockeraudit.report.document.Tone;
import io.github.dockeraudit.rule.Severity;
import java.util.Arrays;
import java.util.List;

/** What a reader sees first: the marks, and how much was found. */
final class Overview {

  private Overview() {}

  static List<Block> of(AuditReport report) {
    return List.of(scores(report.scorecard()), severities(report));
  }

  private static Scores scores(Scorecard card) {
    Score overall = new Score("Overall", card.overall(), card.grade().label(), "");
    List<Score> marks =
        card.marks().entrySet().stream()
            .map(mark -> score(mark.getKey().title(), mark.getValue()))
            .toList();
    return new Scores(overall, marks);
  }

  private static Score score(String name, Mark mark) {
    return new Score(name, mark.score(), mark.grade().label(), "");
  }

  private static Bars severities(AuditReport report) {
    return new Bars(
        "Findings",
        Arrays.stream(Severity.values()).map(severity -> bar(severity, report)).toList());
  }

  private static Bar bar(Severity severity, AuditReport report) {
    long count = report.audit().count(severity);
    Tone tone =
        switch (severity) {
          case ERROR -> Tone.POOR;
          case WARNING -> Tone.FAIR;
          case INFO -> Tone.NEUTRAL;
        };
    String noun = severity == Severity.INFO ? "remarks" : severity.label() + "s";
    return new Bar(noun, count, String.valueOf(count), tone);
  }
}
