package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shellcheck.Program;
import io.github.dockeraudit.shellcheck.ShellCheck;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares what comes back from ShellCheck with what hadolint reports of it: sets of code and first
 * line of the instruction. hadolint has ShellCheck 0.11.0 built in; {@code docs/adr/0017} tells
 * what differs from the older one of a distribution.
 */
@Tag("conformance")
class ShellcheckConformanceTest {

  private static final Path ROOT =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /** What ONBUILD leaves to others runs with the SHELL of the image, which hadolint forgets. */
  private static final Set<String> SHELL_IN_ONBUILD = Set.of("ShellcheckSpec.hs:99");

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  private static ShellCheck shellCheck;
  private static Auditor auditor;

  @BeforeAll
  static void findShellCheck() {
    Optional<Program> program = Program.find("", System.getenv("PATH"));
    assertThat(program).as("shellcheck on the PATH").isPresent();
    shellCheck = new ShellCheck(program.get());
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    auditor =
        new Auditor(
            new RuleSelection(
                    Profile.HADOLINT,
                    Origin.DEFAULT,
                    Stream.of("shellcheck-fault", "shellcheck-remark")
                        .map(name -> RuleSetting.on(name, Origin.DEFAULT))
                        .toList(),
                    List.of(),
                    List.of())
                .from(all));
  }

  @Test
  void firesWhereHadolintsOwnTestsWantItTo() throws IOException {
    JsonObject cases =
        JsonParser.parseString(Files.readString(ROOT.resolve("cases/hadolint.json")))
            .getAsJsonObject();
    List<String> others = new ArrayList<>();
    int compared = 0;
    for (JsonElement each : cases.getAsJsonArray("cases")) {
      JsonObject one = each.getAsJsonObject();
      if (one.get("rule").getAsString().equals("SC*")) {
        compared++;
        String text =
            (one.has("dockerfile_with_from")
                    ? one.get("dockerfile_with_from")
                    : one.get("dockerfile"))
                .getAsString();
        boolean fires = !findings(Dockerfile.parse(Source.of("Dockerfile", text))).isEmpty();
        if (fires != one.get("expect").getAsString().equals("fires")) {
          others.add(one.get("id").getAsString());
        }
      }
    }
    assertThat(compared).isGreaterThan(30);
    assertThat(others).containsExactlyInAnyOrderElementsOf(SHELL_IN_ONBUILD);
  }

  /**
   * hadolint reports at most one code of an instruction, so ours are compared by instruction. It
   * reads commands for Windows as those of a POSIX shell.
   */
  @Test
  void agreesWithHadolintOnRealFiles() throws IOException {
    Set<String> theirs = new TreeSet<>();
    Set<String> ours = new TreeSet<>();
    for (String text : Files.readAllLines(ROOT.resolve("expected/hadolint.jsonl"))) {
      JsonObject line = JsonParser.parseString(text).getAsJsonObject();
      if (isRead(line)) {
        String name = line.get("file").getAsString();
        Path path = ROOT.resolve("corpus").resolve(name);
        Dockerfile file = Dockerfile.parse(Source.of(name, Files.readAllBytes(path)));
        for (JsonElement each : line.getAsJsonArray("findings")) {
          String code = each.getAsJsonArray().get(0).getAsString();
          int number = each.getAsJsonArray().get(1).getAsInt();
          int offset = file.source().lineStart(Math.min(number, file.source().lineCount()));
          if (code.startsWith("SC") && !isForWindows(file, offset)) {
            theirs.add(place(code, file, offset));
          }
        }
        for (Finding finding : findings(file)) {
          if (isInRun(finding, file)) {
            ours.add(place(finding.rule().id(), file, finding.range().start()));
          }
        }
      }
    }
    Set<String> missing = new TreeSet<>(theirs);
    missing.removeAll(ours);
    Set<String> places = instructions(ours);
    Set<String> more = new TreeSet<>(places);
    more.removeAll(instructions(theirs));
    System.out.printf(
        "hadolint: %d codes, of which ours has all but %s%nours: %d instructions, of which hadolint has all but %s%n",
        theirs.size(), missing, places.size(), more);
    assertThat(missing.size()).as("codes").isLessThanOrEqualTo(theirs.size() / 100);
    assertThat(more.size()).as("instructions").isLessThanOrEqualTo(places.size() / 50);
  }

  private static Set<String> instructions(Set<String> places) {
    return places.stream()
        .map(place -> place.substring(place.indexOf(' ') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isForWindows(Dockerfile file, int offset) {
    return file.instructionAt(offset)
        .flatMap(each -> file.stageOf(each).map(stage -> stage.stateAt(each)))
        .filter(state -> state.isWindows() || state.dialect() == Dialect.OPAQUE)
        .isPresent();
  }

  private static List<Finding> findings(Dockerfile file) {
    Audit audit = auditor.audit(Project.of(file, TODAY).reviewedBy(shellCheck));
    assertThat(audit.failures()).as(file.source().path()).isEmpty();
    assertThat(shellCheck.problem()).isEmpty();
    return audit.findings();
  }

  private static boolean isRead(JsonObject line) {
    return !line.get("crashed").getAsBoolean()
        && line.getAsJsonArray("findings").asList().stream()
            .noneMatch(each -> each.getAsJsonArray().get(0).getAsString().equals("DL1000"));
  }

  private static boolean isInRun(Finding finding, Dockerfile file) {
    return file.instructionAt(finding.range().start())
        .map(each -> each instanceof Onbuild onbuild ? onbuild.trigger() : each)
        .filter(Run.class::isInstance)
        .isPresent();
  }

  private static String place(String code, Dockerfile file, int offset) {
    int line =
        file.instructionAt(offset)
            .map(Instruction::startLine)
            .orElseGet(() -> file.source().position(offset).line());
    return code + " " + file.source().path() + ":" + line;
  }
}
