package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The samples of KICS and Checkov for their checks of Dockerfiles, judged by the rules that have
 * these checks as aliases: whether the file has the fault. Writes a table for each into {@code
 * target/conformance}.
 */
@Tag("conformance")
class PeerSamplesTest {

  private static final Path CASES =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("cases");

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());

  /** What these peers want, and our defaults do not: they ask of every image, and of each line. */
  private static final Map<String, Map<String, List<String>>> ASKED =
      Map.of(
          "add-for-plain-copy", Map.of("strict", List.of("true")),
          "missing-healthcheck", Map.of("strict", List.of("true")),
          "relative-workdir", Map.of("strict", List.of("true")),
          "consecutive-runs", Map.of("copies", List.of("true")));

  /** Queries of KICS that by their definition look at the last stage of a file alone. */
  private static final Set<String> OF_LAST_STAGE =
      Set.of(
          "healthcheck-instruction-missing",
          "missing-zypper-non-interactive-switch",
          "multiple-cmd-instructions-listed",
          "multiple-entrypoint-instructions-listed",
          "multiple-run-add-copy-instructions-listed",
          "not-using-json-in-cmd-and-entrypoint-arguments");

  private static final Auditor AUDITOR =
      new Auditor(
          new RuleSelection(Profile.ALL, List.of())
              .from(ALL)
              .mapped(
                  rule -> rule.with(Options.of(ASKED.getOrDefault(rule.info().name(), Map.of())))));

  /** By tool: the mean of the shares of samples by check. */
  private static final Map<String, Double> LEAST_AGREEMENT = Map.of("checkov", 0.95, "kics", 0.95);

  /** Samples that end otherwise here, and why. */
  private static final Map<String, String> DIFFERING = differing();

  private static Map<String, String> differing() {
    Map<String, String> reasons = new HashMap<>();
    add(
        reasons,
        "lists that nothing is installed from only make the image larger: kept-package-cache",
        "example_UpdateNotAlone/failure/Dockerfile.simple");
    add(reasons, "the last image has no user", "missing_user_instruction/negative.dockerfile");
    add(
        reasons,
        "running PowerShell does not change the shell",
        "changing_default_shell_using_run_command/positive2.dockerfile");
    add(
        reasons,
        "a repository without a commit or tag comes in whatever version there is",
        "npm_install_without_pinned_version/negative1.dockerfile");
    add(
        reasons,
        "a cd that the next instruction forgets is all the more wrong",
        "run_command_cd_instead_of_workdir/negative2.dockerfile");
    add(
        reasons,
        "a pipe behind PowerShell in a RUN without SHELL is one of sh",
        "shell_running_a_pipe_without_pipefail_flag/negative.dockerfile");
    add(
        reasons,
        "the lines are one command: it installs packages called yum, clean and all",
        "yum_clean_all_missing/negative.dockerfile",
        "yum_clean_all_missing/positive.dockerfile");
    add(reasons, "COPY cannot fetch what ADD fetches here", "example_AddExists/failure/Dockerfile");
    return reasons;
  }

  private static void add(Map<String, String> reasons, String reason, String... samples) {
    for (String sample : samples) {
      reasons.put(sample, reason);
    }
  }

  /** Checks of Checkov by the folder of their samples. */
  private static final Map<String, String> CHECKOV =
      Map.ofEntries(
          Map.entry("example_ExposePort22", "CKV_DOCKER_1"),
          Map.entry("example_HealthcheckExists", "CKV_DOCKER_2"),
          Map.entry("example_UserExists", "CKV_DOCKER_3"),
          Map.entry("example_AddExists", "CKV_DOCKER_4"),
          Map.entry("example_UpdateNotAlone", "CKV_DOCKER_5"),
          Map.entry("example_MaintainerExists", "CKV_DOCKER_6"),
          Map.entry("example_ReferenceLatestTag", "CKV_DOCKER_7"),
          Map.entry("example_RootUser", "CKV_DOCKER_8"),
          Map.entry("example_RunUsingAPT", "CKV_DOCKER_9"),
          Map.entry("example_WorkdirIsAbsolute", "CKV_DOCKER_10"),
          Map.entry("example_AliasIsUnique", "CKV_DOCKER_11"),
          Map.entry("RunUsingSudo", "CKV2_DOCKER_1"),
          Map.entry("RunUnsafeCurl", "CKV2_DOCKER_2"),
          Map.entry("RunUnsafeWget", "CKV2_DOCKER_3"),
          Map.entry("RunPipTrustedHost", "CKV2_DOCKER_4"),
          Map.entry("EnvPythonHttpsVerify", "CKV2_DOCKER_5"),
          Map.entry("EnvNodeTlsRejectUnauthorized", "CKV2_DOCKER_6"),
          Map.entry("RunApkAllowUntrusted", "CKV2_DOCKER_7"),
          Map.entry("RunAptGetAllowUnauthenticated", "CKV2_DOCKER_8"),
          Map.entry("RunYumNoGpgCheck", "CKV2_DOCKER_9"),
          Map.entry("RunRpmNoSignature", "CKV2_DOCKER_10"),
          Map.entry("RunAptGetForceYes", "CKV2_DOCKER_11"),
          Map.entry("EnvNpmConfigStrictSsl", "CKV2_DOCKER_12"),
          Map.entry("RunNpmConfigSetStrictSsl", "CKV2_DOCKER_13"),
          Map.entry("EnvGitSslNoVerify", "CKV2_DOCKER_14"),
          Map.entry("RunYumConfigManagerSslVerify", "CKV2_DOCKER_15"),
          Map.entry("EnvPipTrustedHost", "CKV2_DOCKER_16"),
          Map.entry("RunChpasswd", "CKV2_DOCKER_17"));

  /**
   * One sample.
   *
   * @param check the id of the check, as an alias has it
   * @param name the check and the file, for people
   * @param agrees whether it ends here as there
   */
  private record Sample(String check, String name, String expected, String found) {

    boolean agrees() {
      return expected.equals(found);
    }
  }

  @Test
  void agreesWithKics() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path query : list(CASES.resolve("kics/assets/queries/dockerfile"))) {
      samples.addAll(ofQuery(query));
    }
    hold("kics", samples);
  }

  @Test
  void agreesWithCheckov() throws IOException {
    List<Sample> samples = new ArrayList<>();
    Path tests = CASES.resolve("checkov/tests/dockerfile");
    for (String folder : List.of("checks", "graph_builder/checks/resources")) {
      for (Path check : list(tests.resolve(folder))) {
        String id = CHECKOV.get(check.getFileName().toString());
        assertThat(id).as("id of %s", check).isNotNull();
        for (Path file : dockerfiles(check)) {
          String name = check.getFileName() + "/" + check.relativize(file);
          boolean fails = check.relativize(file).toString().startsWith("fail");
          boolean found = finds("checkov:" + id, parse(file), false);
          samples.add(new Sample(id, name, Boolean.toString(fails), Boolean.toString(found)));
        }
      }
    }
    hold("checkov", samples);
  }

  private static List<Sample> ofQuery(Path query) throws IOException {
    Path folder = query.resolve("test");
    Set<String> expected = new TreeSet<>();
    String slug = "";
    for (JsonElement each :
        JsonParser.parseString(Files.readString(folder.resolve("positive_expected_result.json")))
            .getAsJsonArray()) {
      JsonObject result = each.getAsJsonObject();
      String file =
          Stream.of("fileName", "filename")
              .filter(result::has)
              .map(key -> result.get(key).getAsString())
              .findFirst()
              .orElse("positive.dockerfile");
      expected.add(file);
      slug =
          result
              .get("queryName")
              .getAsString()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", "");
    }
    assertThat(ALL.called("kics:" + slug)).as("rules for kics:%s", slug).isNotEmpty();
    List<Sample> samples = new ArrayList<>();
    for (Path path : dockerfiles(folder)) {
      Dockerfile file = parse(path);
      String name = path.getFileName().toString();
      samples.add(
          new Sample(
              slug,
              query.getFileName() + "/" + name,
              Boolean.toString(expected.contains(name)),
              Boolean.toString(finds("kics:" + slug, file, OF_LAST_STAGE.contains(slug)))));
    }
    return samples;
  }

  private static void hold(String tool, List<Sample> samples) throws IOException {
    SortedMap<String, String> differing = new TreeMap<>();
    StringBuilder table = new StringBuilder("check\tsample\ttheirs\tours\twhy\n");
    for (Sample sample : samples) {
      table.append(
          String.join(
              "\t",
              sample.check(),
              sample.name(),
              sample.expected(),
              sample.found(),
              sample.agrees() ? "" : DIFFERING.getOrDefault(sample.name(), "?")));
      table.append('\n');
      if (!sample.agrees()) {
        differing.put(sample.name(), sample.expected() + " there, " + sample.found() + " here");
      }
    }
    Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(Path.of("target", "conformance", tool + ".tsv"), table);
    assertThat(samples).hasSizeGreaterThan(50);
    assertThat(differing.keySet()).as("%s", differing).isSubsetOf(DIFFERING.keySet());
    double agreement =
        samples.stream()
            .collect(groupingBy(Sample::check, averagingInt(each -> each.agrees() ? 1 : 0)))
            .values()
            .stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();
    System.out.printf(
        "%s: %d of %d samples, %.4f by query%n",
        tool, samples.size() - differing.size(), samples.size(), agreement);
    assertThat(agreement).isGreaterThanOrEqualTo(LEAST_AGREEMENT.get(tool));
  }

  private static boolean finds(String alias, Dockerfile file, boolean inLastStage) {
    return AUDITOR.audit(Project.of(file, LocalDate.of(2026, 9, 1))).findings().stream()
        .filter(finding -> finding.aliases().contains(alias))
        .anyMatch(finding -> !inLastStage || isInLastStage(finding, file));
  }

  private static boolean isInLastStage(Finding finding, Dockerfile file) {
    return file.instructionAt(finding.range().start())
        .flatMap(file::stageOf)
        .filter(Stage::isLast)
        .isPresent();
  }

  private static Dockerfile parse(Path file) throws IOException {
    return Dockerfile.parse(Source.of(file.getFileName().toString(), Files.readAllBytes(file)));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> dockerfiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> file.getFileName().toString().toLowerCase(Locale.ROOT).contains("dockerfile"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
