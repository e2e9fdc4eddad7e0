package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.report.Reporter;
import io.github.dockeraudit.report.chapter.AuditDocument;
import io.github.dockeraudit.report.document.Document;
import java.io.IOException;

/** The report as Markdown. */
public final class MarkdownReporter implements Reporter {

  private final String toolVersion;

  /**
   * @param toolVersion version of this plugin, as the report names it
   */
  public MarkdownReporter(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    out.append(MarkdownWriter.write(AuditDocument.of(audit, toolVersion)).toString());
  }

  /** The text of a document that is at hand, in UTF-8. */
  public static byte[] text(Document document) {
    return MarkdownWriter.write(document).bytes();
  }
}
