package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.compose.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares what we read from real compose files with what compose itself reads from them. No
 * difference is known; one that has to stay is to be explained here.
 */
@Tag("conformance")
class ComposeConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /** The share of files of which both sides say alike whether compose loads them. */
  private static final double ACCEPTANCE_FLOOR = 1.0;

  /** The share of files loaded without a reservation of which all services are the same. */
  private static final double SERVICES_FLOOR = 1.0;

  private static final Set<String> ACCEPTED = Set.of("strict", "no-env-resolution");

  private static List<JsonObject> expected() {
    try (Stream<String> lines = Files.lines(DATA.resolve("expected/compose.jsonl"))) {
      return lines.map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Deployment load(JsonObject file) {
    return ComposeDump.load(DATA.resolve("corpus").resolve(name(file)));
  }

  private static String loadedAs(JsonObject expected) {
    JsonElement as = expected.get("loadedAs");
    return as.isJsonNull() ? "" : as.getAsString();
  }

  @Test
  void theSameFilesAreAccepted() {
    List<JsonObject> all = expected();
    Map<String, String> differences = new TreeMap<>();
    for (JsonObject file : all) {
      Deployment ours = load(file);
      if (ours.accepted() != ACCEPTED.contains(loadedAs(file))) {
        differences.put(
            name(file), "theirs %s, ours %s".formatted(file.get("error"), ours.problems()));
      }
    }
    report("accepted or refused alike", all.size(), differences);

    assertThat(shareAlike(all.size(), differences))
        .as("files that differ: %s", differences)
        .isGreaterThanOrEqualTo(ACCEPTANCE_FLOOR);
  }

  @Test
  void theSameServicesAreRead() {
    List<JsonObject> all =
        expected().stream().filter(file -> loadedAs(file).equals("strict")).toList();
    Map<String, String> differences = differences(all);
    report("services of files loaded as strict alike", all.size(), differences);

    assertThat(shareAlike(all.size(), differences))
        .as("files that differ: %s", differences)
        .isGreaterThanOrEqualTo(SERVICES_FLOOR);
  }

  /** The reference can read a refused file too, without checking that its parts fit together. */
  @Test
  void theSameServicesAreReadOfRefusedFiles() {
    List<JsonObject> all =
        expected().stream()
            .filter(file -> loadedAs(file).contains("no-consistency"))
            .filter(file -> !loadedAs(file).contains("no-interpolation"))
            .toList();
    Map<String, String> differences = differences(all);
    report("services of refused files alike", all.size(), differences);

    assertThat(shareAlike(all.size(), differences))
        .as("files that differ: %s", differences)
        .isGreaterThanOrEqualTo(SERVICES_FLOOR);
  }

  private static Map<String, String> differences(List<JsonObject> files) {
    Map<String, String> differences = new TreeMap<>();
    for (JsonObject file : files) {
      JsonObject theirs = compared(file.getAsJsonObject("project"));
      JsonObject ours = ComposeDump.services(load(file));
      if (!theirs.equals(ours)) {
        differences.put(name(file), difference(theirs, ours));
      }
    }
    return differences;
  }

  private static void report(String what, int all, Map<String, String> differences) {
    System.out.printf("compose: %s: %d of %d%n", what, all - differences.size(), all);
    differences.forEach((file, difference) -> System.out.println("  " + file + ": " + difference));
  }

  private static double shareAlike(int all, Map<String, String> differences) {
    return 1 - (double) differences.size() / all;
  }

  private static String name(JsonObject file) {
    return file.get("file").getAsString();
  }

  private static String difference(JsonObject theirs, JsonObject ours) {
    Set<String> names = new TreeSet<>(theirs.keySet());
    names.addAll(ours.keySet());
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      JsonElement their = theirs.get(name);
      JsonElement our = ours.get(name);
      if (their != null && our != null && their.isJsonObject() && our.isJsonObject()) {
        text.append(
            difference(their.getAsJsonObject(), our.getAsJsonObject())
                .replace("\n  ", "\n  " + name + "."));
      } else if (their == null || !their.equals(our)) {
        text.append("\n  ")
            .append(name)
            .append(": theirs ")
            .append(their)
            .append(" ours ")
            .append(our);
      }
    }
    return text.toString();
  }

  /** What is compared of the reference's model: all that our own form holds. */
  private static JsonObject compared(JsonObject project) {
    JsonObject services = new JsonObject();
    if (project.has("services")) {
      for (Map.Entry<String, JsonElement> service :
          project.getAsJsonObject("services").entrySet()) {
        JsonObject kept = service.getValue().getAsJsonObject().deepCopy();
        kept.keySet().retainAll(ServiceForm.ATTRIBUTES);
        services.add(service.getKey(), kept);
      }
    }
    return services;
  }
}
