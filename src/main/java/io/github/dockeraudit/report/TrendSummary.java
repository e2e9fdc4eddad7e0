package io.github.dockeraudit.report;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.EarlierFinding;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Trend;
import io.github.dockeraudit.audit.Trend.Move;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What has changed since an earlier audit, in a few lines. */
final class TrendSummary {

  private static final int SHOWN = 10;

  private TrendSummary() {}

  /** The lines; none if the audit is compared with no other. */
  static List<String> of(Audit audit) {
    return Trend.of(audit).map(TrendSummary::lines).orElse(List.of());
  }

  private static List<String> lines(Trend trend) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Since the earlier audit: %s new, %s gone%s"
            .formatted(
                trend.fresh().size(),
                trend.gone().size(),
                trend.accepted().isEmpty()
                    ? ""
                    : ", %s accepted".formatted(trend.accepted().size())));
    addSome(trend.fresh().stream().map(TrendSummary::fresh).toList(), lines);
    addSome(trend.gone().stream().map(TrendSummary::gone).toList(), lines);
    String moves =
        Stream.concat(
                trend.overall().map(move -> Map.entry("overall", move)).stream(),
                trend.marks().entrySet().stream()
                    .map(mark -> Map.entry(mark.getKey().label(), mark.getValue())))
            .filter(move -> move.getValue().difference() != 0)
            .map(move -> move.getKey() + " " + told(move.getValue()))
            .collect(joining(", "));
    if (!moves.isEmpty()) {
      lines.add("  marks: " + moves);
    }
    return lines;
  }

  private static void addSome(List<String> all, List<String> lines) {
    all.stream().limit(SHOWN).forEach(lines::add);
    if (all.size() > SHOWN) {
      lines.add("  and %s more".formatted(all.size() - SHOWN));
    }
  }

  private static String fresh(Finding finding) {
    return "  new: %s %s %s".formatted(finding.range(), finding.rule().id(), finding.rule().name());
  }

  /** Printable, as anybody may have written the report. */
  private static String gone(EarlierFinding finding) {
    return Printable.onOneLine(
        "  gone: %s:%s %s %s"
            .formatted(finding.file(), finding.line(), finding.rule(), finding.name()));
  }

  private static String told(Move move) {
    return "%s (%s) to %s (%s)"
        .formatted(Grade.of(move.before()), move.before(), Grade.of(move.after()), move.after());
  }
}
