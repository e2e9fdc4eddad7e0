package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.dockerfile.Dockerfile;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares what the Dockerfile rules say of real files with what peers say where they mean the
 * same: sets of rule and first line of the instruction. {@code docs/adr/0006} explains the
 * differences.
 */
@Tag("conformance")
class RulesConformanceTest {

  private static final Path ROOT =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /**
   * Where the peers are wrong by what Docker does with it: the fingerprint of a public key is no
   * secret, nor is the path of a file.
   */
  private static final Map<String, Pattern> WRONG =
      Map.of("secret-in-variable", Pattern.compile("GPG_KEY|NGROK_\\w+_KEY assets/"));

  private static final Map<String, Set<String>> OURS = new HashMap<>();
  private static final Map<String, Dockerfile> FILES = new HashMap<>();

  @BeforeAll
  static void audit() throws IOException {
    Auditor auditor = new Auditor(Ruleset.load(Rule.class.getClassLoader()));
    for (JsonObject line : lines("dockerfile-checks.jsonl")) {
      String name = line.get("file").getAsString();
      byte[] bytes = Files.readAllBytes(ROOT.resolve("corpus").resolve(name));
      Dockerfile file = Dockerfile.parse(Source.of(name, bytes));
      FILES.put(name, file);
      Audit audit = auditor.audit(Project.of(file, LocalDate.of(2026, 9, 1)));
      assertThat(audit.failures()).as(name).isEmpty();
      audit.findings().forEach(finding -> add(finding, name, file));
    }
  }

  private static void add(Finding finding, String name, Dockerfile file) {
    OURS.computeIfAbsent(finding.rule().name(), unused -> new HashSet<>())
        .add(place(name, file, finding.range().start()));
  }

  @ParameterizedTest
  @CsvSource({
    "several-commands, MultipleInstructionsDisallowed, 1.00, 1.00",
    "shell-form-command, JSONArgsRecommended, 1.00, 1.00",
    "secret-in-variable, SecretsUsedInArgOrEnv, 0.57, 0.84",
  })
  void agreesWithBuildKit(String rule, String codes, double recall, double precision)
      throws IOException {
    compare(rule, codes, recall, precision, "dockerfile-checks.jsonl", "warnings");
  }

  @ParameterizedTest
  @CsvSource({
    "add-for-plain-copy, DL3020, 0.97, 0.97",
    "apt-in-run, DL3027, 1.00, 1.00",
    "cd-in-run, DL3003, 0.26, 0.97",
    "interactive-install, DL3014 DL3030 DL3034 DL3038, 1.00, 0.59",
    "kept-package-lists, DL3009, 0.82, 0.93",
    "latest-image, DL3007, 1.00, 0.86",
    "recommended-packages, DL3015, 0.91, 0.87",
    "root-user, DL3002, 0.77, 0.80",
    "shell-form-command, DL3025, 0.86, 0.99",
    "sudo-in-run, DL3004, 1.00, 0.97",
    "unpinned-package, DL3008 DL3013 DL3016 DL3018 DL3028 DL3033 DL3037 DL3041 DL3062, 0.97, 0.96",
    "untagged-image, DL3006, 0.98, 0.90",
  })
  void agreesWithHadolint(String rule, String codes, double recall, double precision)
      throws IOException {
    compare(rule, codes, recall, precision, "hadolint.jsonl", "findings");
  }

  private static void compare(
      String rule, String codes, double recall, double precision, String peer, String member)
      throws IOException {
    Set<String> theirs = new TreeSet<>();
    Set<String> ours = new TreeSet<>(OURS.getOrDefault(rule, Set.of()));
    for (JsonObject line : lines(peer)) {
      String name = line.get("file").getAsString();
      if (isUnread(line, member)) {
        ours.removeIf(place -> place.startsWith(name + " "));
      } else {
        places(line, member, Set.of(codes.split(" "))).stream()
            .filter(place -> !isWrong(rule, place))
            .forEach(theirs::add);
      }
    }
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(theirs);
    System.out.printf(
        "%s, %s: %d both, %d only ours, %d only theirs%n",
        rule, codes, both.size(), ours.size() - both.size(), theirs.size() - both.size());
    assertThat((double) both.size() / theirs.size()).as("recall").isGreaterThanOrEqualTo(recall);
    assertThat((double) both.size() / ours.size())
        .as("precision")
        .isGreaterThanOrEqualTo(precision);
  }

  private static boolean isWrong(String rule, String place) {
    int blank = place.lastIndexOf(' ');
    Source source = FILES.get(place.substring(0, blank)).source();
    int line = Integer.parseInt(place.substring(blank + 1));
    return WRONG.containsKey(rule) && WRONG.get(rule).matcher(source.line(line).text()).find();
  }

  /** A peer that cannot read a file says nothing of it. */
  private static boolean isUnread(JsonObject line, String member) {
    if (member.equals("warnings")) {
      JsonElement error = line.get("error");
      return !line.get("accepted").getAsBoolean()
          || error != null && !error.isJsonNull() && !error.getAsString().isEmpty();
    }
    return line.get("crashed").getAsBoolean() || !places(line, member, Set.of("DL1000")).isEmpty();
  }

  private static Set<String> places(JsonObject line, String member, Set<String> codes) {
    String name = line.get("file").getAsString();
    Dockerfile file = FILES.get(name);
    Set<String> places = new HashSet<>();
    JsonElement found = line.get(member);
    for (JsonElement each : found.isJsonNull() ? new JsonArray() : found.getAsJsonArray()) {
      JsonArray finding = each.getAsJsonArray();
      if (codes.contains(finding.get(0).getAsString())) {
        int number = Math.min(finding.get(1).getAsInt(), file.source().lineCount());
        places.add(place(name, file, file.source().lineStart(Math.max(1, number))));
      }
    }
    return places;
  }

  private static String place(String name, Dockerfile file, int offset) {
    int line =
        file.instructionAt(offset)
            .map(Instruction::startLine)
            .orElseGet(() -> file.source().position(offset).line());
    return name + " " + line;
  }

  private static List<JsonObject> lines(String name) throws IOException {
    return Files.readAllLines(ROOT.resolve("expected").resolve(name)).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
