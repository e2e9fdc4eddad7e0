package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what the profiles {@code hadolint} and {@code buildkit} say of real files with what
 * these tools say: sets of code and first line of the instruction. {@code docs/adr/0006} explains
 * the differences. Writes a table for each into {@code target/conformance}.
 */
@Tag("conformance")
class RulesConformanceTest {

  private static final Path ROOT =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /** Fewer hits of a code say little about it. */
  private static final int ENOUGH_HITS = 20;

  /** Precision and recall of a code with enough hits. */
  private static final double FLOOR = 0.98;

  /** Codes that may differ by more, and why. */
  private static final Map<String, String> LOWER =
      Map.of(
          "DL3028", "the value of --no-document is no package, but bundler behind it is one",
          "DL3062", "what SHELL gives to PowerShell is no Bash; tip is a program of Go itself");

  @TestFactory
  Stream<DynamicTest> agreesWithHadolint() throws IOException {
    return compare(Profile.HADOLINT, "hadolint.jsonl", "findings", 0.99);
  }

  @TestFactory
  Stream<DynamicTest> agreesWithBuildKit() throws IOException {
    return compare(Profile.BUILDKIT, "dockerfile-checks.jsonl", "warnings", 0.999);
  }

  private static Stream<DynamicTest> compare(
      Profile profile, String expected, String member, double overall) throws IOException {
    String tool = profile.name().toLowerCase(Locale.ROOT);
    Auditor auditor =
        new Auditor(
            new RuleSelection(profile, List.of()).from(Ruleset.load(Rule.class.getClassLoader())));
    SortedMap<String, Set<String>> ours = new TreeMap<>();
    SortedMap<String, Set<String>> theirs = new TreeMap<>();
    for (String text : Files.readAllLines(ROOT.resolve("expected").resolve(expected))) {
      JsonObject line = JsonParser.parseString(text).getAsJsonObject();
      if (isRead(line, member)) {
        String name = line.get("file").getAsString();
        byte[] bytes = Files.readAllBytes(ROOT.resolve("corpus").resolve(name));
        Dockerfile file = Dockerfile.parse(Source.of(name, bytes));
        addOurs(auditor, tool, file, ours);
        addTheirs(line.get(member), file, theirs);
      }
    }
    SortedMap<String, Agreement> byCode = agreements(ours, theirs);
    Agreement all = Agreement.of(union(ours), union(theirs));
    writeTable(tool, byCode, all);
    return Stream.concat(
        byCode.entrySet().stream()
            .filter(code -> code.getValue().hits() >= ENOUGH_HITS)
            .filter(code -> !LOWER.containsKey(code.getKey()))
            .map(code -> dynamicTest(code.getKey(), () -> holds(code.getValue()))),
        Stream.of(dynamicTest("all", () -> assertThat(all.f1()).isGreaterThanOrEqualTo(overall))));
  }

  private static void holds(Agreement agreement) {
    assertThat(agreement.recall())
        .as("recall, without %s", agreement.onlyTheirs())
        .isGreaterThanOrEqualTo(FLOOR);
    assertThat(agreement.precision())
        .as("precision, with %s", agreement.onlyOurs())
        .isGreaterThanOrEqualTo(FLOOR);
  }

  private static SortedMap<String, Agreement> agreements(
      SortedMap<String, Set<String>> ours, SortedMap<String, Set<String>> theirs) {
    SortedMap<String, Agreement> byCode = new TreeMap<>();
    Set<String> codes = new TreeSet<>(ours.keySet());
    codes.addAll(theirs.keySet());
    for (String code : codes) {
      byCode.put(
          code,
          Agreement.of(ours.getOrDefault(code, Set.of()), theirs.getOrDefault(code, Set.of())));
    }
    return byCode;
  }

  private static Set<String> union(SortedMap<String, Set<String>> byCode) {
    Set<String> all = new TreeSet<>();
    byCode.forEach((code, places) -> places.forEach(place -> all.add(code + " " + place)));
    return all;
  }

  /** A table for people, and beside it the places that only one of both names. */
  private static void writeTable(String tool, SortedMap<String, Agreement> byCode, Agreement all)
      throws IOException {
    StringBuilder table = new StringBuilder("code\tboth\tonly ours\tonly theirs");
    table.append("\trecall\tprecision\tF1\n");
    byCode.forEach((code, agreement) -> table.append(row(code, agreement)));
    table.append(row("all", all));
    StringBuilder places = new StringBuilder();
    byCode.forEach(
        (code, agreement) -> {
          agreement.onlyOurs().forEach(p -> places.append("ours\t" + code + "\t" + p + "\n"));
          agreement.onlyTheirs().forEach(p -> places.append("theirs\t" + code + "\t" + p + "\n"));
        });
    Path folder = Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(folder.resolve(tool + ".tsv"), table);
    Files.writeString(folder.resolve(tool + "-differences.tsv"), places);
  }

  private static String row(String code, Agreement agreement) {
    return String.format(
        Locale.ROOT,
        "%s\t%d\t%d\t%d\t%.4f\t%.4f\t%.4f%n",
        code,
        agreement.both().size(),
        agreement.onlyOurs().size(),
        agreement.onlyTheirs().size(),
        agreement.recall(),
        agreement.precision(),
        agreement.f1());
  }

  /** After a DL1000 hadolint says nothing else, so that such files are left out, and ours of it. */
  private static void addOurs(
      Auditor auditor, String tool, Dockerfile file, SortedMap<String, Set<String>> ours) {
    Audit audit = auditor.audit(Project.of(file, LocalDate.of(2026, 9, 1)));
    assertThat(audit.failures()).as(file.source().path()).isEmpty();
    for (Finding finding : audit.findings()) {
      for (String alias : finding.aliases()) {
        if (alias.startsWith(tool + ":") && !alias.endsWith(":DL1000")) {
          add(ours, alias.substring(tool.length() + 1), file, finding.range().start());
        }
      }
    }
  }

  private static void addTheirs(
      JsonElement found, Dockerfile file, SortedMap<String, Set<String>> theirs) {
    for (JsonElement each : found.isJsonNull() ? new JsonArray() : found.getAsJsonArray()) {
      JsonArray finding = each.getAsJsonArray();
      String code = finding.get(0).getAsString();
      int line = Math.max(1, Math.min(finding.get(1).getAsInt(), file.source().lineCount()));
      if (!code.startsWith("SC")) {
        add(theirs, code, file, file.source().lineStart(line));
      }
    }
  }

  private static void add(
      SortedMap<String, Set<String>> byCode, String code, Dockerfile file, int offset) {
    int line =
        file.instructionAt(offset)
            .map(Instruction::startLine)
            .orElseGet(() -> file.source().position(offset).line());
    byCode.computeIfAbsent(code, unused -> new TreeSet<>()).add(file.source().path() + " " + line);
  }

  /** A peer that cannot read a file says nothing of it. */
  private static boolean isRead(JsonObject line, String member) {
    if (member.equals("warnings")) {
      JsonElement error = line.get("error");
      return line.get("accepted").getAsBoolean()
          && (error == null || error.isJsonNull() || error.getAsString().isEmpty());
    }
    for (JsonElement finding : line.getAsJsonArray(member)) {
      if (finding.getAsJsonArray().get(0).getAsString().equals("DL1000")) {
        return false;
      }
    }
    return !line.get("crashed").getAsBoolean();
  }
}
