package io.github.dockeraudit.report;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Fingerprints;
import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * The report in the form of GitLab's Code Quality, with what other readers of the form of Code
 * Climate, of which that is a part, demand beside it.
 *
 * @see <a href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">The
 *     form of a Code Quality report</a>
 */
public final class GitlabReporter implements Reporter {

  private final RepositoryPaths paths;

  /**
   * @param paths what files are called in the repository
   */
  public GitlabReporter(RepositoryPaths paths) {
    this.paths = paths;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginArray();
    Map<Finding, String> fingerprints = Fingerprints.of(audit);
    for (Finding finding : audit.findings()) {
      // GitLab puts the reports of all modules together, and shows one fingerprint once.
      write(finding, paths.prefix() + fingerprints.get(finding), json);
    }
    json.endArray();
    out.append(text.toString()).append('\n');
  }

  private void write(Finding finding, String fingerprint, JsonWriter json) throws IOException {
    Lines lines = Lines.of(finding.range());
    json.beginObject();
    json.name("type").value("issue");
    json.name("categories").beginArray().value(category(finding.rule().category())).endArray();
    json.name("description").value(finding.message());
    json.name("check_name").value(finding.rule().name());
    json.name("fingerprint").value(fingerprint);
    json.name("severity").value(severity(finding.severity()));
    json.name("location").beginObject();
    json.name("path").value(paths.of(finding.range().source()));
    json.name("lines").beginObject();
    json.name("begin").value(lines.first());
    json.name("end").value(lines.last());
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private static String category(Category category) {
    return switch (category) {
      case CORRECTNESS -> "Bug Risk";
      case SECURITY -> "Security";
      case PERFORMANCE -> "Performance";
      case MAINTAINABILITY, EXPERIENCE -> "Clarity";
      case STYLE -> "Style";
    };
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
