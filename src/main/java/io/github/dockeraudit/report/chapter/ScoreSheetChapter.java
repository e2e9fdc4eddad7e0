package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Deduction;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the points of each mark went. */
final class ScoreSheetChapter implements Chapter {

  private static final List<Column> COLUMNS =
      List.of(Column.words("Rule"), Column.numbers("Findings"), Column.numbers("Points"));

  /** What all findings of a rule cost. */
  private record Cost(RuleInfo rule, int findings, double points) {

    Cost plus(Cost other) {
      return new Cost(rule, findings + other.findings, points + other.points);
    }
  }

  @Override
  public Optional<Section> of(AuditReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Every mark begins at 100. A finding costs by its severity and by the share of the"
                + " services, stages or files that have the fault; the overall score is the mean of"
                + " the marks."));
    report.scorecard().marks().forEach((aspect, mark) -> blocks.add(section(aspect, mark)));
    return Optional.of(new Section("score-sheet", Text.of("Score sheet"), blocks));
  }

  private static Section section(Aspect aspect, Mark mark) {
    Text heading =
        Text.of("%s: %s of 100 ".formatted(aspect.title(), mark.score()))
            .grade(mark.grade().label());
    return new Section("score-" + aspect.label(), heading, List.of(costs(aspect, mark)));
  }

  private static Block costs(Aspect aspect, Mark mark) {
    if (mark.deductions().isEmpty()) {
      return Paragraph.of("Nothing was found.");
    }
    Map<String, Cost> byRule = new LinkedHashMap<>();
    for (Deduction deduction : mark.deductions()) {
      RuleInfo rule = deduction.finding().rule();
      byRule.merge(rule.id(), new Cost(rule, 1, deduction.points()), Cost::plus);
    }
    List<List<Text>> rows =
        byRule.values().stream()
            .sorted(Comparator.comparingDouble(Cost::points).reversed())
            .map(ScoreSheetChapter::row)
            .toList();
    return new Table(
        "What costs points in " + aspect.title().toLowerCase(Locale.ROOT), COLUMNS, rows);
  }

  private static List<Text> row(Cost cost) {
    return List.of(
        Text.empty().link(cost.rule().name(), "#" + RulesChapter.id(cost.rule())),
        Text.of(String.valueOf(cost.findings())),
        Text.of(String.format(Locale.ROOT, "\u2212%.1f", cost.points())));
  }
}
