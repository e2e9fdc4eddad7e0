package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.CodeBlock;
import io.github.dockeraudit.report.document.Details;
import io.github.dockeraudit.report.document.Diff;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Subject;
import io.github.dockeraudit.survey.Advice;
import io.github.dockeraudit.survey.Advice.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do next, each with the change that is ready to be made. */
final class RecommendationsChapter implements Chapter {

  private static final int MOST_PLACES = 12;

  /** A longer change is read in the tool that makes it. */
  private static final int MOST_LINES = 150;

  /** Of many findings: enough to see what is meant. */
  private static final int MOST_LINES_OF_MANY = 40;

  /** The id of what is said about a piece of advice. */
  static String id(Advice advice) {
    String name =
        advice
            .rule()
            .map(RuleInfo::name)
            .orElseGet(() -> advice.changes().get(0).path().toLowerCase(Locale.ROOT));
    return "advice-" + name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  @Override
  public Optional<Section> of(AuditReport report) {
    List<Block> sections = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      List<Block> advice =
          report.survey().advice().stream()
              .filter(one -> one.priority() == priority)
              .map(one -> (Block) section(report, one))
              .toList();
      if (!advice.isEmpty()) {
        String id = "priority-" + priority.name().toLowerCase(Locale.ROOT);
        sections.add(new Section(id, Text.of(priority.title() + " priority"), advice));
      }
    }
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "recommendations", Text.of("Recommendations, by gain for effort"), sections));
  }

  private static Section section(AuditReport report, Advice advice) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(remark(advice)));
    if (!advice.findings().isEmpty()) {
      blocks.add(
          new Paragraph(
              Text.of("Where: ")
                  .and(
                      Words.codes(
                          advice.findings().stream().map(Finding::range).toList(), MOST_PLACES))));
    }
    blocks.addAll(change(report, advice));
    return new Section(id(advice), Text.of(advice.title()), blocks);
  }

  private static Text remark(Advice advice) {
    Text gain =
        advice
            .rule()
            .map(
                rule ->
                    Text.of(
                        "Gains %s points of %s. "
                            .formatted(
                                Words.points(advice.gain()),
                                Aspect.of(rule.category()).title().toLowerCase(Locale.ROOT))))
            .orElse(Text.empty());
    return gain.and("Effort: %s.".formatted(effort(advice)))
        .and(
            advice
                .rule()
                .map(rule -> Text.of(" ").link("Why", "#" + RulesChapter.id(rule)).and("."))
                .filter(unused -> !advice.findings().isEmpty())
                .orElse(Text.empty()));
  }

  private static String effort(Advice advice) {
    return switch (advice.effort()) {
      case NONE -> "none, the change is ready";
      case REVIEW -> "a look at the change, which is ready";
      case SOME ->
          "%s of %s by hand, the rest is ready"
              .formatted(advice.byHand(), Words.count(advice.findings().size(), "place"));
      case MANUAL -> Words.count(advice.findings().size(), "place") + " by hand";
    };
  }

  private static List<Block> change(AuditReport report, Advice advice) {
    if (!advice.changes().isEmpty()) {
      return List.of(new Details(Text.of("The change"), shown(report, advice.changes())));
    }
    return advice
        .rule()
        .map(
            rule ->
                List.<Block>of(
                    new Details(
                        Text.of("How it looks when it is done"),
                        List.of(new CodeBlock(language(rule), rule.good())))))
        .orElse(List.of());
  }

  /** As many files as there is room for; at least the beginning of the first. */
  private static List<Block> shown(AuditReport report, List<FileChange> changes) {
    List<UnifiedDiff.Line> lines = new ArrayList<>();
    int most = FindingsChapter.showsChanges(report.audit()) ? MOST_LINES : MOST_LINES_OF_MANY;
    int files = 0;
    while (files < changes.size() && lines.size() < most) {
      lines.addAll(report.diff(changes.subList(files, files + 1)).lines());
      files++;
    }
    List<String> more = new ArrayList<>();
    if (lines.size() > most) {
      more.add(Words.count(lines.size() - most, "more line"));
    }
    if (files < changes.size()) {
      more.add(Words.count(changes.size() - files, "more file"));
    }
    List<Block> shown = new ArrayList<>();
    shown.add(new Diff(lines.subList(0, Math.min(lines.size(), most))));
    if (!more.isEmpty()) {
      shown.add(Paragraph.of("And %s.".formatted(String.join(" and ", more))));
    }
    return shown;
  }

  private static String language(RuleInfo rule) {
    return switch (rule.subject()) {
      case DOCKERFILE -> "dockerfile";
      case COMPOSE -> "yaml";
      default -> rule.subject() == Subject.JAVA ? "xml" : "";
    };
  }
}
