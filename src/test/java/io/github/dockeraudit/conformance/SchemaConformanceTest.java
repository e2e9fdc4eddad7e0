package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the findings about the compose specification against what compose says of the same files:
 * none where it loads the file, and one where it says that the file breaks the specification.
 */
@Tag("conformance")
class SchemaConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /** The share of the files with a fault of this kind in which we find one. */
  private static final double FOUND_FLOOR = 0.95;

  /** How compose begins what it says of a file that breaks the specification. */
  private static final String BREAKS_SPECIFICATION = "validating ";

  private static final Pattern UNKNOWN = Pattern.compile("additional properties (.*) not allowed");
  private static final Pattern NAME = Pattern.compile("'([^']*)'");

  private static final Ruleset RULES =
      Ruleset.load(Rule.class.getClassLoader())
          .where(rule -> rule.name().equals("invalid-compose-file"));

  private static List<JsonObject> files() {
    try (Stream<String> lines = Files.lines(DATA.resolve("expected/compose.jsonl"))) {
      return lines.map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> findings(JsonObject file) {
    Path path = DATA.resolve("corpus").resolve(file.get("file").getAsString());
    return new Auditor(RULES).audit(Project.of(ComposeDump.load(path), TODAY)).findings();
  }

  private static String error(JsonObject file) {
    JsonElement error = file.get("error");
    return error.isJsonNull() ? "" : error.getAsString();
  }

  @Test
  void whatComposeLoadsHasNoFindings() {
    List<JsonObject> loaded =
        files().stream()
            .filter(file -> !file.get("loadedAs").isJsonNull())
            .filter(file -> file.get("loadedAs").getAsString().equals("strict"))
            .toList();
    Map<String, Object> wrong = new TreeMap<>();
    for (JsonObject file : loaded) {
      List<Finding> findings = findings(file);
      if (!findings.isEmpty()) {
        wrong.put(file.get("file").getAsString(), findings);
      }
    }
    System.out.printf("schema: %d files loaded, findings in %d%n", loaded.size(), wrong.size());

    assertThat(loaded).hasSizeGreaterThan(500);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatBreaksTheSpecificationIsFound() {
    List<JsonObject> broken =
        files().stream().filter(file -> error(file).startsWith(BREAKS_SPECIFICATION)).toList();
    List<JsonObject> missed = broken.stream().filter(file -> findings(file).isEmpty()).toList();
    System.out.printf("schema: %d files refused, missed %d%n", broken.size(), missed.size());

    assertThat(broken).hasSizeGreaterThan(100);
    assertThat(1 - (double) missed.size() / broken.size())
        .as("missed: %s", missed)
        .isGreaterThanOrEqualTo(FOUND_FLOOR);
  }

  /** Compose names all unknown keys of one mapping at once; each has a finding at its place. */
  @Test
  void everyUnknownKeyIsFoundAtItsPlace() {
    Map<String, Object> missed = new TreeMap<>();
    int keys = 0;
    for (JsonObject file : files()) {
      List<String> unknown = unknownKeys(error(file));
      List<String> found = findings(file).stream().map(each -> each.range().text()).toList();
      keys += unknown.size();
      if (!found.containsAll(unknown)) {
        missed.put(file.get("file").getAsString(), unknown);
      }
    }
    System.out.printf("schema: %d unknown keys, missed in %d files%n", keys, missed.size());

    assertThat(keys).isGreaterThan(100);
    assertThat(missed).isEmpty();
  }

  private static List<String> unknownKeys(String error) {
    return UNKNOWN
        .matcher(error)
        .results()
        .flatMap(found -> NAME.matcher(found.group(1)).results())
        .map((MatchResult name) -> name.group(1))
        .toList();
  }
}
