package io.github.dockeraudit.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Position;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** The report in the form of Checkstyle, which most build servers and review tools read. */
public final class CheckstyleReporter implements Reporter {

  private final String toolVersion;
  private final RepositoryPaths paths;

  /**
   * @param toolVersion version of this plugin, as the report names it
   * @param paths what files are called in the repository
   */
  public CheckstyleReporter(String toolVersion, RepositoryPaths paths) {
    this.toolVersion = toolVersion;
    this.paths = paths;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    out.append(XmlText.of(xml -> write(audit, xml)));
  }

  private void write(Audit audit, XmlText xml) throws XMLStreamException {
    Map<String, List<Finding>> byFile =
        audit.findings().stream()
            .collect(
                groupingBy(finding -> paths.of(finding.range().source()), TreeMap::new, toList()));
    xml.start("checkstyle", "version", toolVersion);
    for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
      xml.start("file", "name", file.getKey());
      for (Finding finding : file.getValue()) {
        write(finding, xml);
      }
      xml.end();
    }
    xml.end();
  }

  /** Readers take the last two parts of the source for category and type. */
  private static void write(Finding finding, XmlText xml) throws XMLStreamException {
    Position from = finding.range().from();
    xml.empty(
        "error",
        "line",
        from.line(),
        "column",
        from.column(),
        "severity",
        finding.severity().label(),
        "message",
        finding.message(),
        "source",
        "docker-audit." + finding.rule().category().label() + "." + finding.rule().name());
  }
}
