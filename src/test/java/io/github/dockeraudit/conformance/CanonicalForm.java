package io.github.dockeraudit.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.dockeraudit.compose.Entry;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Sequence;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.yaml.ScalarKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values as compose prints them: sizes in bytes, durations as Go writes them. */
final class CanonicalForm {

  private static final Set<String> SIZES = Set.of("memory", "mem_limit", "mem_reservation", "size");

  private static final Set<String> DURATIONS =
      Set.of("interval", "timeout", "start_period", "start_interval", "delay", "window", "monitor");

  private static final Set<String> NUMBERS =
      Set.of(
          "cpus",
          "pids",
          "pids_limit",
          "retries",
          "replicas",
          "parallelism",
          "max_attempts",
          "max_replicas_per_node",
          "max_failure_ratio",
          "priority");

  private CanonicalForm() {}

  static JsonObject of(Mapping mapping) {
    JsonObject form = new JsonObject();
    for (Entry entry : mapping.entries()) {
      if (!entry.name().startsWith("x-")) {
        form.add(entry.name(), of(entry.name(), entry.value()));
      }
    }
    return form;
  }

  /** A value of the attribute of that name. */
  static JsonElement of(String name, Node value) {
    if (value instanceof Mapping) {
      return of((Mapping) value);
    }
    if (value instanceof Sequence) {
      JsonArray form = new JsonArray();
      ((Sequence) value).items().forEach(item -> form.add(of(name, item)));
      return form;
    }
    return of(name, (Scalar) value);
  }

  private static JsonElement of(String name, Scalar value) {
    if (value.isNull()) {
      return JsonNull.INSTANCE;
    }
    if (SIZES.contains(name) && value.bytes().isPresent()) {
      return new JsonPrimitive(String.valueOf(value.bytes().getAsLong()));
    }
    if (DURATIONS.contains(name) && value.duration().isPresent()) {
      return new JsonPrimitive(inGo(value.duration().get()));
    }
    if (name.equals("count")) {
      return new JsonPrimitive(value.is("all") ? -1 : (long) value.number().orElse(0));
    }
    if (NUMBERS.contains(name) && value.number().isPresent()) {
      return number(value.number().getAsDouble());
    }
    return value.kind() == ScalarKind.BOOLEAN || name.equals("privileged")
        ? new JsonPrimitive(value.isTrue())
        : new JsonPrimitive(value.text());
  }

  private static JsonPrimitive number(double value) {
    return value == Math.rint(value) ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
  }

  static JsonArray texts(List<Scalar> scalars) {
    JsonArray form = new JsonArray();
    scalars.forEach(scalar -> form.add(scalar.text()));
    return form;
  }

  /**
   * Variables by name.
   *
   * @param withNulls whether one without a value is there
   */
  static JsonObject variables(List<Variable> variables, boolean withNulls) {
    JsonObject form = new JsonObject();
    for (Variable variable : variables) {
      if (variable.value().isPresent()) {
        form.addProperty(variable.name(), text(variable.value().get()));
      } else if (withNulls) {
        form.add(variable.name(), JsonNull.INSTANCE);
      }
    }
    return form;
  }

  /** Unquoted booleans and numbers are read as such before they become text again. */
  private static String text(Scalar value) {
    switch (value.kind()) {
      case BOOLEAN:
        return value.text().toLowerCase(Locale.ROOT);
      case INTEGER:
        return value.text().replace("_", "");
      default:
        return value.text();
    }
  }

  /** A duration as Go prints it: {@code 1m30s}, {@code 1.5s}, {@code 500ms}. */
  private static String inGo(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + "ms";
    }
    String seconds =
        duration.toNanosPart() == 0
            ? String.valueOf(duration.toSecondsPart())
            : String.valueOf(duration.toSecondsPart() + duration.toNanosPart() / 1e9);
    String hours = duration.toHours() > 0 ? duration.toHours() + "h" : "";
    String minutes = duration.toMinutes() > 0 ? duration.toMinutesPart() + "m" : "";
    return hours + minutes + seconds + "s";
  }

  /** The path without a slash at its end and the like. */
  static String cleanPath(String path) {
    String slash = path.startsWith("/") ? "/" : "";
    String normal = Path.of(path).normalize().toString();
    return normal.isEmpty() ? (slash.isEmpty() ? "." : slash) : normal;
  }
}
