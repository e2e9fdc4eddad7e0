package io.github.dockeraudit.report.chapter;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why the rules that found something ask for what they ask. */
final class RulesChapter implements Chapter {

  /** The id of what is said about a rule. */
  static String id(RuleInfo rule) {
    return "rule-" + rule.name();
  }

  @Override
  public Optional<Section> of(AuditReport report) {
    Map<String, Long> counts =
        report.audit().findings().stream()
            .map(Finding::rule)
            .collect(groupingBy(RuleInfo::id, counting()));
    List<Block> blocks = new ArrayList<>();
    report.audit().ruleInfos().stream()
        .filter(rule -> counts.containsKey(rule.id()))
        .map(rule -> section(rule, counts.get(rule.id())))
        .forEach(blocks::add);
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("rules", Text.of("Why it matters"), blocks));
  }

  private static Section section(RuleInfo rule, long count) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            Text.marked(rule.summary())
                .and(" (" + rule.id() + ", ")
                .gravity(rule.severity())
                .and(count == 1 ? ", found once)" : ", found %s times)".formatted(count))));
    for (String paragraph : rule.why().strip().split("\n\n")) {
      blocks.add(new Paragraph(Text.marked(paragraph.replace('\n', ' '))));
    }
    return new Section(id(rule), Text.of(rule.name()), blocks);
  }
}
