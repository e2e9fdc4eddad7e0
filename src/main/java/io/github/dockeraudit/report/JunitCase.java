package io.github.dockeraudit.report;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.audit.Suppressed;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What one rule says of one file, as a test. */
final class JunitCase {

  private final String path;
  private final String name;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Suppressed> accepted = new ArrayList<>();

  /**
   * @param path the file, from the root of the repository
   * @param name what is tested
   */
  JunitCase(String path, String name) {
    this.path = path;
    this.name = name;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(Suppressed suppressed) {
    accepted.add(suppressed);
  }

  boolean isFailed(Severity violationSeverity) {
    return gravest().isAtLeast(violationSeverity) && !findings.isEmpty();
  }

  boolean isSkipped() {
    return findings.isEmpty() && !accepted.isEmpty();
  }

  void write(Severity violationSeverity, KnownSecrets secrets, XmlText xml)
      throws XMLStreamException {
    Object[] attributes = {"classname", path, "name", name, "file", path, "time", "0"};
    if (findings.isEmpty() && accepted.isEmpty()) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.start("testcase", attributes);
    if (isFailed(violationSeverity)) {
      String type = gravest().label();
      xml.element("failure", lines(), "message", summary(), "type", type);
    } else if (isSkipped()) {
      xml.empty("skipped", "message", reasons(secrets));
    } else {
      xml.element("system-out", lines());
    }
    xml.end();
  }

  private Severity gravest() {
    return findings.stream()
        .map(Finding::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private String summary() {
    String first = findings.get(0).message();
    return findings.size() == 1 ? first : "%s, and %s more".formatted(first, findings.size() - 1);
  }

  private String lines() {
    return findings.stream()
        .map(
            finding ->
                "%s:%s %s: %s"
                    .formatted(
                        Printable.onOneLine(path),
                        finding.range().from(),
                        finding.severity().label(),
                        finding.message()))
        .collect(joining("\n"));
  }

  private String reasons(KnownSecrets secrets) {
    String reasons =
        accepted.stream()
            .map(suppressed -> secrets.masked(suppressed.by().reason()))
            .filter(reason -> !reason.isEmpty())
            .distinct()
            .collect(joining(", "));
    return reasons.isEmpty() ? "accepted by a comment" : reasons;
  }
}
