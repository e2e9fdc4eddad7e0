package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import java.util.List;
import java.util.Optional;

/** Puts the chapters together. */
public final class AuditDocument {

  private AuditDocument() {}

  /**
   * The report of an audit.
   *
   * @param toolVersion version of this plugin, as the report names it
   */
  public static Document of(Audit audit, String toolVersion) {
    AuditReport report = new AuditReport(audit);
    List<Section> sections =
        Chapters.ALL.parallelStream()
            .map(chapter -> chapter.of(report))
            .flatMap(Optional::stream)
            .toList();
    List<Text> facts =
        List.of(
            Text.of("As of " + report.project().today()),
            Text.of("docker-audit-maven-plugin " + toolVersion));
    return new Document(
        Text.of("Docker audit of " + report.project().name()),
        facts,
        Overview.of(report),
        sections);
  }
}
