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
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /** By profile and rule. */
  private static final Map<Profile, Map<String, Set<String>>> OURS = new EnumMap<>(Profile.class);

  private static final Map<String, Dockerfile> FILES = new HashMap<>();

  @BeforeAll
  static void audit() throws IOException {
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    for (JsonObject line : lines("dockerfile-checks.jsonl")) {
      String name = line.get("file").getAsString();
      byte[] bytes = Files.readAllBytes(ROOT.resolve("corpus").resolve(name));
      FILES.put(name, Dockerfile.parse(Source.of(name, bytes)));
    }
    for (Profile profile : List.of(Profile.HADOLINT, Profile.BUILDKIT)) {
      Auditor auditor = new Auditor(new RuleSelection(profile, List.of()).from(all));
      Map<String, Set<String>> ours = OURS.computeIfAbsent(profile, unused -> new HashMap<>());
      FILES.forEach((name, file) -> audit(auditor, name, file, ours));
    }
  }

  private static void audit(
      Auditor auditor, String name, Dockerfile file, Map<String, Set<String>> ours) {
    Audit audit = auditor.audit(Project.of(file, LocalDate.of(2026, 9, 1)));
    assertThat(audit.failures()).as(name).isEmpty();
    for (Finding finding : audit.findings()) {
      ours.computeIfAbsent(finding.rule().name(), unused -> new HashSet<>())
          .add(place(name, file, finding.range().start()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deprecated-maintainer, MaintainerDeprecated, 1.00, 1.00",
    "empty-continuation, NoEmptyContinuation, 1.00, 1.00",
    "from-as-casing, FromAsCasing, 1.00, 1.00",
    "inconsistent-casing, ConsistentInstructionCasing, 1.00, 1.00",
    "legacy-key-value, LegacyKeyValueFormat, 1.00, 1.00",
    "relative-workdir, WorkdirRelativePath, 0.98, 1.00",
    "secret-in-variable, SecretsUsedInArgOrEnv, 1.00, 0.99",
    "several-commands, MultipleInstructionsDisallowed, 1.00, 1.00",
    "shell-form-command, JSONArgsRecommended, 1.00, 1.00",
    "undefined-variable, UndefinedVar, 1.00, 1.00",
  })
  void agreesWithBuildKit(String rule, String codes, double recall, double precision)
      throws IOException {
    compare(Profile.BUILDKIT, rule, codes, recall, precision);
  }

  @ParameterizedTest
  @CsvSource({
    "add-for-plain-copy, DL3020, 0.97, 0.97",
    "apt-in-run, DL3027, 1.00, 1.00",
    "cd-in-run, DL3003, 0.99, 0.98",
    "consecutive-runs, DL3059, 0.98, 0.93",
    "constant-platform, DL3029, 0.85, 1.00",
    "deprecated-maintainer, DL4000, 1.00, 1.00",
    "host-command, DL3001, 1.00, 0.92",
    "interactive-install, DL3014 DL3030 DL3038, 1.00, 0.60",
    "invalid-label-key, DL3048, 1.00, 0.91",
    "kept-package-cache, DL3019 DL3032 DL3036 DL3040 DL3042 DL3060, 0.99, 0.93",
    "kept-package-lists, DL3009, 0.82, 0.93",
    "latest-image, DL3007, 1.00, 1.00",
    "missing-destination-slash, DL3021, 1.00, 1.00",
    "named-user, DL3066, 0.99, 1.00",
    "pipe-without-pipefail, DL4006, 0.99, 1.00",
    "recommended-packages, DL3015, 0.99, 0.96",
    "redundant-platform, DL3065, 1.00, 1.00",
    "relative-copy-destination, DL3045, 0.99, 1.00",
    "relative-workdir, DL3000, 0.85, 0.92",
    "replaced-shell, DL4005, 1.00, 1.00",
    "root-user, DL3002, 0.77, 0.80",
    "secret-in-variable, DL3064, 0.31, 0.73",
    "self-referring-env, DL3044, 1.00, 1.00",
    "shell-form-command, DL3025, 0.86, 0.99",
    "sudo-in-run, DL3004, 1.00, 0.97",
    "two-downloaders, DL4001, 1.00, 0.99",
    "undefined-stage, DL3022, 1.00, 1.00",
    "unpacked-copy, DL3010, 1.00, 0.33",
    "unpinned-package, DL3008 DL3013 DL3016 DL3018 DL3028 DL3033 DL3037 DL3041 DL3062, 0.97, 0.96",
    "untagged-image, DL3006, 0.98, 1.00",
    "wget-progress-bar, DL3047, 1.00, 0.99",
  })
  void agreesWithHadolint(String rule, String codes, double recall, double precision)
      throws IOException {
    compare(Profile.HADOLINT, rule, codes, recall, precision);
  }

  private static void compare(
      Profile profile, String rule, String codes, double recall, double precision)
      throws IOException {
    boolean isBuildKit = profile == Profile.BUILDKIT;
    String peer = isBuildKit ? "dockerfile-checks.jsonl" : "hadolint.jsonl";
    String member = isBuildKit ? "warnings" : "findings";
    Set<String> theirs = new TreeSet<>();
    Set<String> ours = new TreeSet<>(OURS.get(profile).getOrDefault(rule, Set.of()));
    for (JsonObject line : lines(peer)) {
      String name = line.get("file").getAsString();
      if (isUnread(line, member)) {
        ours.removeIf(place -> place.startsWith(name + " "));
      } else {
        theirs.addAll(places(line, member, Set.of(codes.split(" "))));
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
