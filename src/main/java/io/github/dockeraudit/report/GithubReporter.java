package io.github.dockeraudit.report;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Printable;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;

/**
 * The report as workflow commands of GitHub Actions, a line for each finding, which shows them
 * beside the changes of a pull request.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow
 *     commands</a>
 */
public final class GithubReporter implements Reporter {

  private final RepositoryPaths paths;

  /**
   * @param paths what files are called in the repository
   */
  public GithubReporter(RepositoryPaths paths) {
    this.paths = paths;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    for (Finding finding : audit.findings()) {
      out.append(command(finding)).append('\n');
    }
  }

  private String command(Finding finding) {
    return "::%s file=%s%s,title=%s::%s"
        .formatted(
            level(finding.severity()),
            property(paths.of(finding.range().source())),
            place(finding.range()),
            property(finding.rule().id() + " " + finding.rule().name()),
            data(finding.message()));
  }

  /** GitHub takes columns only within one line. */
  private static String place(SourceRange range) {
    Lines lines = Lines.of(range);
    String place = ",line=%s,endLine=%s".formatted(lines.first(), lines.last());
    int column = range.from().column();
    return lines.isOne()
        ? place + ",col=%s,endColumn=%s".formatted(column, column + range.length())
        : place;
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.label();
  }

  /** A text that may stand after the second pair of colons. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A text that may stand in a property, which colons and commas end. */
  private static String property(String text) {
    return Printable.onOneLine(data(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
