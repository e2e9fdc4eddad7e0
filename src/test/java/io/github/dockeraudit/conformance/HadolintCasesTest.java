package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** hadolint's own cases, each with the configuration that it has there. */
@Tag("conformance")
class HadolintCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("cases")
          .resolve("hadolint.json");

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());

  @Test
  void casesEndAsInHadolint() throws IOException {
    List<String> differing = new ArrayList<>();
    int count = 0;
    for (JsonElement element :
        JsonParser.parseString(Files.readString(CASES)).getAsJsonObject().getAsJsonArray("cases")) {
      JsonObject each = element.getAsJsonObject();
      String code = each.get("rule").getAsString().replaceAll(".*\\n", "");
      if (code.startsWith("DL")) {
        count++;
        String wrong = judge(each, code);
        if (!wrong.isEmpty()) {
          differing.add(each.get("id").getAsString() + " " + code + wrong);
        }
      }
    }
    Files.createDirectories(Path.of("target", "conformance"));
    Files.write(Path.of("target", "conformance", "hadolint-cases.txt"), differing);
    assertThat(differing).as("of %d", count).isEmpty();
  }

  private static String judge(JsonObject each, String code) {
    boolean isCompleted = each.has("dockerfile_with_from");
    String text = each.get(isCompleted ? "dockerfile_with_from" : "dockerfile").getAsString();
    Source source = Source.of("Dockerfile", text.getBytes(StandardCharsets.UTF_8));
    Dockerfile file = Dockerfile.parse(source);
    Auditor auditor = new Auditor(new RuleSelection(Profile.HADOLINT, List.of()).from(ALL));
    Audit audit = auditor.audit(Project.of(file, LocalDate.of(2026, 9, 1)));
    Set<Integer> lines = new TreeSet<>();
    for (Finding finding : audit.findings()) {
      if (finding.aliases().contains("hadolint:" + code)) {
        lines.add(
            file.instructionAt(finding.range().start())
                .map(Instruction::startLine)
                .orElse(finding.range().from().line()));
      }
    }
    String count = each.get("count").getAsString();
    boolean agrees =
        count.equals(">=1") ? !lines.isEmpty() : lines.size() == Integer.parseInt(count);
    return agrees ? "" : " " + count + " but " + lines + " in " + text.replace("\n", "\\n");
  }
}
