package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** BuildKit's own cases for its build checks: the same checks at the same instructions. */
@Tag("conformance")
class BuildKitCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("cases")
          .resolve("buildkit-checks.jsonl");

  private static final Auditor AUDITOR =
      new Auditor(
          new RuleSelection(Profile.BUILDKIT, List.of())
              .from(Ruleset.load(Rule.class.getClassLoader())));

  @TestFactory
  Stream<DynamicTest> eachCaseIsToldWhatBuildKitTells(@TempDir Path folder) throws IOException {
    return Files.readAllLines(CASES).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.get("test").getAsString(), () -> compare(each, folder)));
  }

  private static void compare(JsonObject each, Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, "case");
    String text = each.get("dockerfile").getAsString();
    Files.writeString(folder.resolve("Dockerfile"), text);
    if (!each.get("dockerignore").isJsonNull()) {
      Files.writeString(folder.resolve(".dockerignore"), each.get("dockerignore").getAsString());
    }
    Audit audit = AUDITOR.audit(Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover());
    assertThat(audit.failures()).isEmpty();
    Dockerfile file = audit.project().dockerfiles().get(0);
    SortedSet<String> ours = new TreeSet<>();
    for (Finding finding : audit.findings()) {
      ours.add(alias(finding) + " " + line(file, finding.range().start()));
    }
    assertThat(ours).as(text).isEqualTo(theirs(each, file));
  }

  private static String alias(Finding finding) {
    return finding.rule().aliases().stream()
        .filter(alias -> alias.startsWith("buildkit:"))
        .map(alias -> alias.substring("buildkit:".length()))
        .findFirst()
        .orElseThrow();
  }

  private static SortedSet<String> theirs(JsonObject each, Dockerfile file) {
    SortedSet<String> theirs = new TreeSet<>();
    JsonElement warnings = each.get("warnings");
    for (JsonElement warning :
        warnings.isJsonNull() ? new JsonArray() : warnings.getAsJsonArray()) {
      JsonArray fields = warning.getAsJsonArray();
      int number = Math.min(Math.max(1, fields.get(1).getAsInt()), file.source().lineCount());
      theirs.add(fields.get(0).getAsString() + " " + line(file, file.source().lineStart(number)));
    }
    return theirs;
  }

  private static int line(Dockerfile file, int offset) {
    return file.instructionAt(offset)
        .map(Instruction::startLine)
        .orElseGet(() -> file.source().position(offset).line());
  }
}
