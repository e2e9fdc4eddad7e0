package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubReporterTest {

  private final RepositoryPaths paths = new RepositoryPaths("");

  @Test
  void eachFindingIsOneCommandWhateverNamesAndTextsHold(@TempDir Path folder) throws IOException {
    Audit audit = FormatSamples.hostile(folder);
    List<String> lines = report(audit).lines().toList();
    assertThat(lines).hasSameSizeAs(audit.findings());
    for (int i = 0; i < lines.size(); i++) {
      Command command = Command.read(lines.get(i));
      assertThat(command.properties())
          .containsOnlyKeys("file", "line", "endLine", "col", "endColumn", "title")
          .containsEntry("title", title(audit, i))
          .containsEntry("line", "" + audit.findings().get(i).range().from().line());
      assertThat(command.properties().get("file").replace('\u001B', ' '))
          .isEqualTo(audit.findings().get(i).range().source().path().replace('\u001B', ' '));
      assertThat(command.message()).isEqualTo(audit.findings().get(i).message());
    }
  }

  @Test
  void eachSeverityHasItsCommand() throws IOException {
    Audit shop = FormatSamples.shop();
    List<Finding> findings =
        Stream.of(Severity.values())
            .map(severity -> shop.findings().get(0).withSeverity(severity))
            .toList();
    Audit audit = new Audit(shop.project(), shop.rules(), findings, List.of(), List.of());
    assertThat(report(audit).lines().map(line -> Command.read(line).name()))
        .containsExactly("error", "warning", "notice");
  }

  private static String title(Audit audit, int index) {
    return audit.findings().get(index).rule().id()
        + " "
        + audit.findings().get(index).rule().name();
  }

  private String report(Audit audit) throws IOException {
    StringBuilder out = new StringBuilder();
    new GithubReporter(paths).write(audit, out);
    return out.toString();
  }

  /**
   * A workflow command as the runner of GitHub Actions reads it: the name up to the first blank,
   * properties between commas up to the next pair of colons, then unescaped in this order.
   */
  private record Command(String name, Map<String, String> properties, String message) {

    static Command read(String line) {
      assertThat(line).startsWith("::");
      int end = line.indexOf("::", 2);
      String head = line.substring(2, end);
      int blank = head.indexOf(' ');
      Map<String, String> properties = new LinkedHashMap<>();
      for (String property : head.substring(blank + 1).split(",")) {
        int equals = property.indexOf('=');
        properties.put(
            property.substring(0, equals),
            unescaped(property.substring(equals + 1).replace("%3A", ":").replace("%2C", ",")));
      }
      return new Command(head.substring(0, blank), properties, unescaped(line.substring(end + 2)));
    }

    private static String unescaped(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
  }
}
