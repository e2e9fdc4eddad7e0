package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares what we read from real Dockerfiles with what BuildKit reads from them. */
@Tag("conformance")
class DockerfileConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  private static final int FILES = 3_110;
  private static final int CASES = 38;

  /** Files whose first problem, or that there is none, the file itself decides. */
  private static final int DECIDED = 3_050;

  /** BuildKit's own values of the members that are compared. */
  private static final List<String> TREE = List.of("error", "nodes");

  /**
   * What BuildKit says of files that it can read but not build without build arguments, or without
   * the variables of their real base image, of which the reference knows none. We leave that to
   * rules: a build may give both.
   */
  private static final List<String> NOT_DECIDED_BY_THE_FILE =
      List.of(
          "base name (",
          "failed to parse stage name",
          "VOLUME specified can not be an empty string");

  private static List<JsonObject> lines(String file) {
    try (Stream<String> lines = Files.lines(DATA.resolve(file))) {
      return lines.map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dockerfile parse(JsonObject expected) {
    String file = expected.get("file").getAsString();
    try {
      byte[] bytes = Files.readAllBytes(DATA.resolve("corpus").resolve(file));
      return Dockerfile.parse(Source.of(file, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject tree(Dockerfile file) {
    return new Gson().toJsonTree(new DockerfileAstDump().describe(file)).getAsJsonObject();
  }

  private static JsonObject checks(Dockerfile file) {
    return new Gson().toJsonTree(new DockerfileChecksDump().describe(file)).getAsJsonObject();
  }

  /** The files of which {@code agree} does not hold, by what the reference says of them. */
  private static List<JsonObject> differing(
      List<JsonObject> expected, BiPredicate<JsonObject, Dockerfile> agree) {
    return expected.stream().filter(file -> !agree.test(file, parse(file))).toList();
  }

  private static boolean sameTree(JsonObject expected, JsonObject ours) {
    return TREE.stream().allMatch(member -> expected.get(member).equals(ours.get(member)));
  }

  @Test
  void everyCaseOfBuildKitsParserGivesItsTree() {
    List<JsonObject> cases = lines("cases/buildkit-parser.jsonl");

    assertThat(cases).hasSize(CASES);
    for (JsonObject given : cases) {
      String text = given.get("dockerfile").getAsString();
      Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));

      assertThat(tree(file)).as("%s", given.get("name")).matches(ours -> sameTree(given, ours));
      assertThat(String.valueOf(file.directives().escapeCharacter()))
          .as("escape character of %s", given.get("name"))
          .isEqualTo(escape(given.get("escapeToken")));
    }
  }

  /** A file that cannot be parsed has none. */
  private static String escape(JsonElement token) {
    return token == null || token.isJsonNull() || token.getAsString().isEmpty()
        ? "\\"
        : token.getAsString();
  }

  @Test
  void everyRealFileGivesBuildKitsTree() {
    List<JsonObject> expected = lines("expected/dockerfile-ast.jsonl");

    assertThat(expected).hasSize(FILES);
    assertThat(differing(expected, (theirs, file) -> sameTree(theirs, tree(file))))
        .as("files with another tree")
        .isEmpty();
  }

  @Test
  void directivesAndEmptyContinuationLinesAreFoundInTheSameFiles() {
    assertThat(
            differing(
                lines("expected/dockerfile-ast.jsonl"),
                (theirs, file) -> {
                  JsonObject ours = tree(file);
                  return Stream.of("directives", "warnings")
                      .allMatch(member -> theirs.get(member).equals(ours.get(member)));
                }))
        .as("files with other directives or warnings")
        .isEmpty();
  }

  @Test
  void theElementsOfEveryFileTileIt() {
    for (JsonObject expected : lines("expected/dockerfile-ast.jsonl")) {
      Dockerfile file = parse(expected);

      assertThat(
              file.elements().stream()
                  .map(Element::range)
                  .map(range -> range.text())
                  .collect(Collectors.joining()))
          .as("%s", expected.get("file"))
          .isEqualTo(file.source().text());
    }
  }

  @Test
  void theSameFilesAreAccepted() {
    List<JsonObject> expected = lines("expected/dockerfile-checks.jsonl");

    assertThat(expected).hasSize(FILES);
    assertThat(
            differing(
                expected,
                (theirs, file) -> theirs.get("accepted").getAsBoolean() == file.accepted()))
        .as("files that only one side accepts")
        .isEmpty();
  }

  @Test
  void theFirstProblemIsOnTheLineThatBuildKitNames() {
    List<JsonObject> decided =
        lines("expected/dockerfile-checks.jsonl").stream()
            .filter(file -> !isNotDecidedByTheFile(file))
            .toList();

    assertThat(decided).hasSizeGreaterThanOrEqualTo(DECIDED);
    assertThat(
            differing(
                decided,
                (theirs, file) -> number(theirs, "errorLine") == number(checks(file), "errorLine")))
        .as("files with another first problem")
        .isEmpty();
  }

  private static boolean isNotDecidedByTheFile(JsonObject expected) {
    return expected.get("accepted").getAsBoolean()
        && !expected.get("error").isJsonNull()
        && NOT_DECIDED_BY_THE_FILE.stream()
            .anyMatch(expected.get("error").getAsString()::startsWith);
  }

  /** 0 if there is none. */
  private static int number(JsonObject object, String member) {
    JsonElement number = object.get(member);
    return number == null || number.isJsonNull() ? 0 : number.getAsInt();
  }

  @Test
  void whatBuildKitsChecksAreTriedOnIsAccepted() {
    for (JsonObject given : lines("cases/buildkit-checks.jsonl")) {
      String text = given.get("dockerfile").getAsString();
      boolean unreadable =
          !given.get("error").isJsonNull()
              && given.get("error").getAsString().contains("parse error");

      assertThat(Dockerfile.parse(Source.of("Dockerfile", text)).accepted())
          .as("%s: %s", given.get("test"), text)
          .isEqualTo(!unreadable);
    }
  }

  @Test
  void everyWordOfEveryFileStandsInsideItsInstruction() {
    for (JsonObject expected : lines("expected/dockerfile-ast.jsonl")) {
      parse(expected)
          .instructions()
          .forEach(
              instruction ->
                  assertThat(instruction.arguments())
                      .as("%s: %s", expected.get("file"), instruction.range())
                      .allMatch(word -> instruction.range().contains(word.range())));
    }
  }

  /** Keeps the reference's own list from being read as an empty one. */
  @Test
  void theReferenceHoldsNodes() {
    JsonArray nodes = lines("expected/dockerfile-ast.jsonl").get(0).getAsJsonArray("nodes");

    assertThat(nodes).isNotEmpty();
  }
}
