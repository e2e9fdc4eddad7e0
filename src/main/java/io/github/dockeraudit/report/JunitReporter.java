package io.github.dockeraudit.report;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * The report in the form of JUnit, which every build server shows.
 *
 * <p>Each rule that found something in a file is a test, and so is each file in which nothing was
 * found. A test fails if there are violations among the findings; one of which all findings are
 * accepted is skipped.
 */
public final class JunitReporter implements Reporter {

  private final RepositoryPaths paths;
  private final Severity violationSeverity;

  /**
   * @param paths what files are called in the repository
   * @param violationSeverity lowest severity that counts as a violation
   */
  public JunitReporter(RepositoryPaths paths, Severity violationSeverity) {
    this.paths = paths;
    this.violationSeverity = violationSeverity;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    out.append(XmlText.of(xml -> write(audit, xml)));
  }

  private void write(Audit audit, XmlText xml) throws XMLStreamException {
    List<JunitCase> cases = cases(audit);
    KnownSecrets secrets = KnownSecrets.in(audit.project());
    xml.start(
        "testsuite",
        "name",
        "docker-audit",
        "tests",
        cases.size() + audit.failures().size(),
        "failures",
        cases.stream().filter(test -> test.isFailed(violationSeverity)).count(),
        "errors",
        audit.failures().size(),
        "skipped",
        cases.stream().filter(JunitCase::isSkipped).count(),
        "time",
        "0");
    for (JunitCase test : cases) {
      test.write(violationSeverity, secrets, xml);
    }
    for (RuleFailure failure : audit.failures()) {
      write(failure, xml);
    }
    xml.end();
  }

  /** In the order of files and rules. */
  private List<JunitCase> cases(Audit audit) {
    Map<String, Map<String, JunitCase>> byFile = new TreeMap<>();
    audit.project().files().forEach(file -> byFile.put(paths.of(file), new TreeMap<>()));
    audit.findings().forEach(finding -> caseOf(finding, byFile).add(finding));
    audit.suppressed().forEach(accepted -> caseOf(accepted.finding(), byFile).add(accepted));
    byFile.forEach(
        (path, cases) -> {
          if (cases.isEmpty()) {
            cases.put("", new JunitCase(path, "no findings"));
          }
        });
    return byFile.values().stream().flatMap(cases -> cases.values().stream()).toList();
  }

  private JunitCase caseOf(Finding finding, Map<String, Map<String, JunitCase>> byFile) {
    String path = paths.of(finding.range().source());
    return byFile
        .computeIfAbsent(path, unused -> new TreeMap<>())
        .computeIfAbsent(finding.rule().id(), id -> new JunitCase(path, name(finding.rule())));
  }

  private static String name(RuleInfo rule) {
    return rule.id() + " " + rule.name();
  }

  /** Without the message of the exception, which may quote anything. */
  private static void write(RuleFailure failure, XmlText xml) throws XMLStreamException {
    xml.start("testcase", "classname", failure.path(), "name", name(failure.rule()), "time", "0");
    xml.empty(
        "error",
        "message",
        "The rule broke down, which is a bug of docker-audit",
        "type",
        failure.cause().getClass().getName());
    xml.end();
  }
}
