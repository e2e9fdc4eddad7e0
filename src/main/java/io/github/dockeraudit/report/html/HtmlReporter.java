package io.github.dockeraudit.report.html;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.report.Reporter;
import io.github.dockeraudit.report.chapter.AuditDocument;
import io.github.dockeraudit.report.document.Document;
import java.io.IOException;

/** The report as one HTML page. */
public final class HtmlReporter implements Reporter {

  private final String toolVersion;

  /**
   * @param toolVersion version of this plugin, as the report names it
   */
  public HtmlReporter(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    out.append(PageWriter.write(AuditDocument.of(audit, toolVersion)).toString());
  }

  /** The page of a document that is at hand, in UTF-8. */
  public static byte[] page(Document document) {
    return PageWriter.write(document).bytes();
  }
}
