package io.github.dockeraudit.report.chapter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Details;
import io.github.dockeraudit.report.document.Diff;
import io.github.dockeraudit.report.document.Findings;
import io.github.dockeraudit.report.document.Findings.Entry;
import io.github.dockeraudit.report.document.Findings.InFile;
import io.github.dockeraudit.report.document.Findings.Mending;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every finding with its words in the file, and the change that mends it. */
final class FindingsChapter implements Chapter {

  /** Lines before and after the marked words. */
  private static final int AROUND = 1;

  /** With more, a page with every change would be too large to open. */
  private static final int MOST_WITH_CHANGES = 300;

  @Override
  public Optional<Section> of(AuditReport report) {
    if (report.audit().findings().isEmpty()) {
      return Optional.empty();
    }
    Map<Source, List<Finding>> byFile =
        report.audit().findings().stream()
            .collect(groupingBy(f -> f.range().source(), LinkedHashMap::new, toList()));
    List<InFile> files = new ArrayList<>();
    byFile.forEach((file, findings) -> files.add(inFile(file, findings, report)));
    List<Block> blocks = new ArrayList<>();
    if (!showsChanges(report.audit())) {
      blocks.add(
          new Paragraph(
              Text.marked(
                  "These are too many to show the change for each; `docker-audit:fix` with"
                      + " `-Ddocker-audit.dryRun` prints them all.")));
    }
    blocks.add(new Findings(files));
    return Optional.of(new Section("findings", Text.of("Findings"), blocks));
  }

  /** Whether the findings are few enough to show the change for each. */
  static boolean showsChanges(Audit audit) {
    return audit.findings().size() <= MOST_WITH_CHANGES;
  }

  private static InFile inFile(Source file, List<Finding> findings, AuditReport report) {
    String grade = report.scorecard().mark(file).grade().label();
    return new InFile(
        Text.ofCode(file.toString()).and(" ").grade(grade),
        findings.stream().map(finding -> entry(finding, report)).toList());
  }

  private static Entry entry(Finding finding, AuditReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(report.quote(finding.range(), showsChanges(report.audit()) ? AROUND : 0));
    finding.fix().ifPresent(fix -> blocks.add(change(fix, report)));
    return new Entry(
        finding.severity(),
        finding.rule().category().label(),
        mending(finding),
        finding.range().from().toString(),
        Text.empty().link(finding.rule().name(), "#" + RulesChapter.id(finding.rule())),
        Text.of(finding.message()),
        blocks);
  }

  private static Block change(Fix fix, AuditReport report) {
    if (!showsChanges(report.audit())) {
      return Paragraph.of("Fix: " + fix.title());
    }
    Diff diff = report.diff(fix);
    return new Details(Text.of(fix.title()), diff.lines().isEmpty() ? List.of() : List.of(diff));
  }

  private static Mending mending(Finding finding) {
    return finding
        .fix()
        .map(
            fix ->
                switch (fix.applicability()) {
                  case SAFE, INTENDED -> Mending.AUTOMATIC;
                  case RISKY -> Mending.RISKY;
                  case MANUAL -> Mending.BY_HAND;
                })
        .orElse(Mending.BY_HAND);
  }
}
