package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.HadolintFile;
import io.github.dockeraudit.config.Layer;
import io.github.dockeraudit.config.Layers;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * hadolint's own cases but for those of ShellCheck, in profile {@code hadolint}, each with the
 * configuration that it has there: read as its {@code .hadolint.yaml}, which may be JSON.
 */
@Tag("conformance")
class HadolintCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("cases")
          .resolve("hadolint.json");

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());

  private static final double LEAST_AGREEMENT = 0.99;

  /** The cases that end otherwise here, and why. */
  private static final Map<String, String> DIFFERING = differing();

  private static Map<String, String> differing() {
    Map<String, String> reasons = new TreeMap<>();
    add(
        reasons,
        "a word in a comment that is no rule does not spoil the rules beside it",
        "PragmaSpec.hs:53");
    add(
        reasons,
        "BuildKit parts the words of COPY by spaces, whatever their quotes: there is no such file",
        "DL3010Spec.hs:49");
    add(
        reasons,
        "gem takes no value for this flag: 'true' is a gem, in any version",
        "DL3028Spec.hs:49",
        "DL3028Spec.hs:50");
    add(
        reasons,
        "what a variable adds to a name may be a version; undefined-variable tells of the variable",
        "DL3033Spec.hs:106",
        "DL3041Spec.hs:137");
    add(reasons, "dnf and microdnf share their folder, so either empties it", "DL3040Spec.hs:20");
    add(
        reasons,
        "the dollar begins a variable, which BuildKit expands in the keys of labels too",
        "DL3048Spec.hs:21",
        "DL3048Spec.hs:22");
    return reasons;
  }

  private static void add(Map<String, String> reasons, String reason, String... cases) {
    for (String each : cases) {
      reasons.put(each, reason);
    }
  }

  @Test
  void endAsInHadolint() throws IOException {
    SortedMap<String, String> differing = new TreeMap<>();
    int count = 0;
    JsonArray cases =
        JsonParser.parseString(Files.readString(CASES)).getAsJsonObject().getAsJsonArray("cases");
    for (JsonElement element : cases) {
      JsonObject each = element.getAsJsonObject();
      String code = code(each);
      if (code.startsWith("DL")) {
        count++;
        Set<Integer> lines = lines(each, code);
        if (!agrees(lines.size(), each.get("count").getAsString())) {
          differing.put(each.get("id").getAsString(), code + " in lines " + lines + ": " + each);
        }
      }
    }
    Files.createDirectories(Path.of("target", "conformance"));
    Files.write(Path.of("target", "conformance", "hadolint-cases.txt"), differing.values());
    assertThat(differing).as("of %d", count).containsOnlyKeys(DIFFERING.keySet());
    assertThat(1 - (double) differing.size() / count).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
  }

  /** One of them has a line of its text before its code. */
  private static String code(JsonObject each) {
    String rule = each.get("rule").getAsString();
    return rule.substring(rule.lastIndexOf('\n') + 1);
  }

  private static boolean agrees(int ours, String theirs) {
    return theirs.equals(">=1") ? ours > 0 : ours == Integer.parseInt(theirs);
  }

  /** The first lines of the instructions that have the fault, but for a FROM that was added. */
  private static Set<Integer> lines(JsonObject each, String code) {
    boolean isCompleted = each.has("dockerfile_with_from");
    String text = each.get(isCompleted ? "dockerfile_with_from" : "dockerfile").getAsString();
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    Set<Integer> lines = new TreeSet<>();
    Configuration configuration = configuration(each, code);
    Policy policy =
        configuration
            .rules()
            .policy(ALL)
            .honouringHadolintComments(configuration.takesHadolintComments());
    Project project = Project.of(file, LocalDate.of(2026, 9, 1));
    for (Finding finding : new Auditor(policy).audit(project).findings()) {
      if (finding.aliases().contains("hadolint:" + code)) {
        Optional<Instruction> at = file.instructionAt(finding.range().start());
        if (!isCompleted || at.filter(From.class::isInstance).isEmpty()) {
          lines.add(at.map(Instruction::startLine).orElse(finding.range().from().line()));
        }
      }
    }
    return lines;
  }

  /** What hadolint has off unless it is told otherwise, its cases have on. */
  private static Configuration configuration(JsonObject each, String code) {
    JsonObject written =
        each.has("config") && each.get("config").isJsonObject()
            ? each.getAsJsonObject("config")
            : new JsonObject();
    if (code.equals("DL1001") || code.equals("DL3057")) {
      JsonArray codes = new JsonArray();
      codes.add(code);
      JsonObject override = new JsonObject();
      override.add("info", codes);
      written.add("override", override);
    }
    Layer hadolint = HadolintFile.read(Source.of(".hadolint.yaml", written.toString())).layer();
    Layer profile =
        Layer.builder().set(Setting.PROFILE, List.of("hadolint"), Origin.DEFAULT).build();
    return new Layers(List.of(profile, hadolint)).configuration(List.of());
  }
}
