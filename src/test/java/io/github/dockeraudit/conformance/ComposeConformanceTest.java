package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.compose.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares what we read from real compose files with what compose itself reads from them. */
@Tag("conformance")
class ComposeConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /** The share of files of which both sides say alike whether compose loads them. */
  private static final double ACCEPTANCE_FLOOR = 0.98;

  /** The share of files loaded without a reservation of which all services are the same. */
  private static final double SERVICES_FLOOR = 0.99;

  private static final Set<String> ACCEPTED = Set.of("strict", "no-env-resolution");

  private static List<JsonObject> expected() {
    try (Stream<String> lines = Files.lines(DATA.resolve("expected/compose.jsonl"))) {
      return lines.map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Deployment load(JsonObject expected) {
    return ComposeDump.load(DATA.resolve("corpus").resolve(expected.get("file").getAsString()));
  }

  private static String loadedAs(JsonObject expected) {
    JsonElement as = expected.get("loadedAs");
    return as.isJsonNull() ? "" : as.getAsString();
  }

  @Test
  void theSameFilesAreAccepted() {
    List<JsonObject> all = expected();
    List<String> differences = new ArrayList<>();
    for (JsonObject file : all) {
      Deployment ours = load(file);
      if (ours.accepted() != ACCEPTED.contains(loadedAs(file))) {
        differences.add(
            "%s%n  theirs: %s%n  ours: %s"
                .formatted(file.get("file"), file.get("error"), ours.problems()));
      }
    }
    System.out.printf(
        "compose acceptance: %d of %d agree%n", all.size() - differences.size(), all.size());
    differences.forEach(System.out::println);

    assertThat(1 - (double) differences.size() / all.size())
        .as("differing: %s", differences)
        .isGreaterThanOrEqualTo(ACCEPTANCE_FLOOR);
  }

  @Test
  void theSameServicesAreRead() {
    List<JsonObject> all =
        expected().stream()
            .filter(
                file -> !loadedAs(file).isEmpty() && !loadedAs(file).contains("no-interpolation"))
            .toList();
    List<String> differences = new ArrayList<>();
    for (JsonObject file : all) {
      JsonObject theirs = compared(file.getAsJsonObject("project"));
      JsonObject ours =
          ComposeDump.dump("", load(file)).getAsJsonObject("project").getAsJsonObject("services");
      if (!theirs.equals(ours)) {
        differences.add(file.get("file") + difference(theirs, ours));
      }
    }
    System.out.printf(
        "compose services: %d of %d equal%n", all.size() - differences.size(), all.size());
    differences.forEach(System.out::println);

    assertThat(1 - (double) differences.size() / all.size())
        .as("differing: %s", differences)
        .isGreaterThanOrEqualTo(SERVICES_FLOOR);
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

  /** What is compared of the reference's model, in the form of {@link ComposeDump}. */
  private static JsonObject compared(JsonObject project) {
    JsonObject services = new JsonObject();
    if (project.has("services")) {
      project
          .getAsJsonObject("services")
          .entrySet()
          .forEach(
              entry ->
                  services.add(
                      entry.getKey(), comparedService(entry.getValue().getAsJsonObject())));
    }
    return services;
  }

  private static JsonObject comparedService(JsonObject service) {
    JsonObject json = new JsonObject();
    for (String name :
        List.of(
            "image",
            "build",
            "ports",
            "environment",
            "healthcheck",
            "depends_on",
            "profiles",
            "networks",
            "network_mode",
            "mem_limit",
            "mem_reservation")) {
      if (service.has(name)) {
        json.add(name, service.get(name));
      }
    }
    for (String name : List.of("cpus", "pids_limit")) {
      if (service.has(name)) {
        json.addProperty(name, service.get(name).getAsDouble());
      }
    }
    if (service.has("volumes")) {
      json.add("volumes", comparedVolumes(service.getAsJsonArray("volumes")));
    }
    if (service.has("deploy")) {
      comparedLimits(json, service.getAsJsonObject("deploy").getAsJsonObject("resources"));
    }
    return json;
  }

  private static JsonArray comparedVolumes(JsonArray volumes) {
    JsonArray all = new JsonArray();
    for (JsonElement volume : volumes) {
      JsonObject json = new JsonObject();
      for (String name : List.of("type", "source", "target", "read_only")) {
        if (volume.getAsJsonObject().has(name)) {
          json.add(name, volume.getAsJsonObject().get(name));
        }
      }
      all.add(json);
    }
    return all;
  }

  private static void comparedLimits(JsonObject json, JsonObject resources) {
    for (String kind : List.of("limits", "reservations")) {
      JsonObject values = new JsonObject();
      JsonElement given = resources == null ? null : resources.get(kind);
      if (given != null && given.isJsonObject()) {
        JsonObject limits = given.getAsJsonObject();
        if (limits.has("memory")) {
          values.add("memory", limits.get("memory"));
        }
        for (String name : List.of("cpus", "pids")) {
          if (limits.has(name)) {
            values.addProperty(name, limits.get(name).getAsDouble());
          }
        }
      }
      if (!values.isEmpty()) {
        json.add(kind, values);
      }
    }
  }
}
