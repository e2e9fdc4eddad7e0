package io.github.dockeraudit.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Entry;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Sequence;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.ScalarKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Prints what a compose file says, in the canonical form in which compose itself prints it: the
 * services with those attributes that are compared.
 */
final class ComposeDump implements DumpMode {

  @Override
  public Map<String, Object> describe(Path path) {
    return describe(load(path));
  }

  Map<String, Object> describe(Deployment deployment) {
    JsonObject project = new JsonObject();
    project.add("services", services(deployment));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(
        "error",
        deployment.problems().stream()
            .findFirst()
            .map(problem -> problem.range() + ": " + problem.message())
            .orElse(null));
    line.put("project", project);
    return line;
  }

  /** Loads one file of the disk by itself, with the {@code .env} beside it. */
  static Deployment load(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    ComposeFiles disk = path -> read(absolute.getRoot().resolve(path));
    String path = pathOf(absolute);
    String folder = pathOf(absolute.getParent());
    Environment environment =
        disk.read(folder + "/.env").map(Environment::parse).orElse(Environment.empty());
    Source source =
        disk.read(path).orElseThrow(() -> new IllegalArgumentException("no file " + file));
    return Deployment.load(List.of(source), environment, disk);
  }

  private static Optional<Source> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Source.of(pathOf(file), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Path absolute) {
    return absolute.getRoot().relativize(absolute).toString().replace('\\', '/');
  }

  static JsonObject services(Deployment deployment) {
    JsonObject services = new JsonObject();
    deployment.services().forEach(service -> services.add(service.name(), service(service)));
    return services;
  }

  private static JsonObject service(Service service) {
    JsonObject json = new JsonObject();
    service
        .image()
        .filter(image -> !image.text().isEmpty())
        .ifPresent(image -> json.addProperty("image", image.text()));
    service.build().ifPresent(build -> json.add("build", build(build)));
    addUnlessEmpty(json, "ports", ports(service.ports()));
    addUnlessEmpty(json, "volumes", volumes(service.volumes()));
    addUnlessEmpty(json, "environment", keys(service.environment()));
    service.healthcheck().ifPresent(check -> json.add("healthcheck", healthcheck(check)));
    addUnlessEmpty(json, "depends_on", dependencies(service));
    addUnlessEmpty(json, "profiles", texts(service.profiles()));
    addUnlessEmpty(json, "networks", networks(service));
    service.networkMode().ifPresent(mode -> json.addProperty("network_mode", mode.text()));
    addLimits(json, service);
    return json;
  }

  private static void addUnlessEmpty(JsonObject json, String name, JsonElement value) {
    boolean empty =
        value.isJsonArray() ? value.getAsJsonArray().isEmpty() : value.getAsJsonObject().isEmpty();
    if (!empty) {
      json.add(name, value);
    }
  }

  private static JsonObject build(Build build) {
    JsonObject json = new JsonObject();
    build.asMapping().ifPresent(mapping -> json.asMap().putAll(json(mapping).asMap()));
    json.addProperty("context", build.context().map(Scalar::text).orElse("."));
    if (build.dockerfile().isEmpty() && build.dockerfileInline().isEmpty()) {
      json.addProperty("dockerfile", "Dockerfile");
    }
    Map<String, List<Variable>> lists = new LinkedHashMap<>();
    lists.put("args", build.args());
    lists.put("labels", build.labels());
    lists.put("additional_contexts", build.additionalContexts());
    lists.forEach(
        (name, variables) -> {
          JsonObject values = new JsonObject();
          for (Variable variable : variables) {
            variable.value().ifPresent(v -> values.addProperty(variable.name(), v.text()));
          }
          if (json.has(name)) {
            json.add(name, values);
          }
        });
    return json;
  }

  private static JsonArray ports(List<Port> ports) {
    Map<String, JsonObject> distinct = new LinkedHashMap<>();
    for (Port port : ports) {
      for (int i = 0; i < port.target().size(); i++) {
        JsonObject json = port(port, i);
        distinct.put(json.toString(), json);
      }
    }
    JsonArray all = new JsonArray();
    distinct.values().forEach(all::add);
    return all;
  }

  private static JsonObject port(Port port, int index) {
    JsonObject json = new JsonObject();
    json.addProperty("mode", port.mode());
    port.hostIp().ifPresent(ip -> json.addProperty("host_ip", ip));
    json.addProperty("target", port.target().first() + index);
    port.published()
        .ifPresent(
            published ->
                json.addProperty(
                    "published",
                    published.size() == port.target().size()
                        ? String.valueOf(published.first() + index)
                        : published.toString()));
    json.addProperty("protocol", port.protocol());
    return json;
  }

  private static JsonArray volumes(List<Mount> mounts) {
    JsonArray all = new JsonArray();
    for (Mount mount : mounts) {
      JsonObject json = new JsonObject();
      json.addProperty("type", mount.type().name().toLowerCase(Locale.ROOT));
      mount.source().ifPresent(source -> json.addProperty("source", source.text()));
      json.addProperty("target", clean(mount.target().text()));
      if (mount.readOnly()) {
        json.addProperty("read_only", true);
      }
      all.add(json);
    }
    return all;
  }

  /** The path without a slash at its end and the like, as compose prints it. */
  private static String clean(String path) {
    String slash = path.startsWith("/") ? "/" : "";
    String normal = Path.of(path).normalize().toString();
    return normal.isEmpty() ? (slash.isEmpty() ? "." : slash) : normal;
  }

  private static JsonObject keys(List<Variable> variables) {
    JsonObject json = new JsonObject();
    variables.forEach(
        variable ->
            json.add(
                variable.name(),
                variable
                    .value()
                    .<JsonElement>map(value -> new JsonPrimitive(value.text()))
                    .orElse(JsonNull.INSTANCE)));
    return json;
  }

  private static JsonObject healthcheck(HealthCheck check) {
    JsonObject json = new JsonObject();
    check.test().ifPresent(test -> json.add("test", test(test)));
    addDuration(json, "interval", check.interval());
    addDuration(json, "timeout", check.timeout());
    addDuration(json, "start_period", check.startPeriod());
    addDuration(json, "start_interval", check.startInterval());
    check
        .retries()
        .ifPresent(retries -> json.addProperty("retries", (long) retries.number().orElse(0)));
    if (check.isDisabled() && check.test().isEmpty()) {
      json.addProperty("disable", true);
    }
    return json;
  }

  private static JsonArray test(CommandLine test) {
    if (test.isList()) {
      return texts(test.words());
    }
    JsonArray shell = new JsonArray();
    shell.add("CMD-SHELL");
    test.string().ifPresent(text -> shell.add(text.text()));
    return shell;
  }

  private static void addDuration(JsonObject json, String name, Optional<Scalar> value) {
    value.flatMap(Scalar::duration).ifPresent(duration -> json.addProperty(name, inGo(duration)));
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

  private static JsonObject dependencies(Service service) {
    JsonObject json = new JsonObject();
    for (Dependency dependency : service.dependsOn()) {
      JsonObject options = new JsonObject();
      options.addProperty(
          "condition", dependency.condition().map(Scalar::text).orElse("service_started"));
      if (dependency.restarts()) {
        options.addProperty("restart", true);
      }
      options.addProperty("required", !dependency.isOptional());
      json.add(dependency.service(), options);
    }
    service.links().forEach(link -> implied(json, link.text().split(":")[0], true));
    for (String attribute : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
      service
          .attribute(attribute)
          .flatMap(Node::asScalar)
          .map(Scalar::text)
          .filter(text -> text.startsWith("service:"))
          .ifPresent(text -> implied(json, text.substring("service:".length()), true));
    }
    service.attribute("volumes_from").flatMap(Node::asSequence).stream()
        .flatMap(Sequence::scalars)
        .filter(from -> !from.text().startsWith("container:"))
        .forEachOrdered(from -> implied(json, from.text().split(":")[0], false));
    return json;
  }

  private static void implied(JsonObject json, String service, boolean restart) {
    if (!json.has(service)) {
      JsonObject options = new JsonObject();
      options.addProperty("condition", "service_started");
      if (restart) {
        options.addProperty("restart", true);
      }
      options.addProperty("required", true);
      json.add(service, options);
    }
  }

  private static JsonObject networks(Service service) {
    JsonObject json = new JsonObject();
    service
        .networks()
        .forEach(
            attachment ->
                json.add(
                    attachment.network(),
                    attachment
                        .options()
                        .<JsonElement>map(ComposeDump::json)
                        .orElse(JsonNull.INSTANCE)));
    if (json.isEmpty()
        && service.networkMode().isEmpty()
        && service.attribute("provider").isEmpty()) {
      json.add("default", JsonNull.INSTANCE);
    }
    return json;
  }

  private static void addLimits(JsonObject json, Service service) {
    for (String name : List.of("mem_limit", "mem_reservation")) {
      service
          .attribute(name)
          .flatMap(Node::asScalar)
          .ifPresent(size -> json.addProperty(name, bytes(size)));
    }
    for (String name : List.of("cpus", "pids_limit")) {
      service
          .attribute(name)
          .flatMap(Node::asScalar)
          .ifPresent(number -> json.addProperty(name, number.number().orElse(0)));
    }
    Optional<Mapping> resources = service.deploy().flatMap(deploy -> deploy.mapping("resources"));
    for (String kind : List.of("limits", "reservations")) {
      JsonObject values = new JsonObject();
      resources
          .flatMap(mapping -> mapping.mapping(kind))
          .ifPresent(
              mapping -> {
                mapping
                    .scalar("memory")
                    .ifPresent(size -> values.addProperty("memory", bytes(size)));
                mapping
                    .scalar("cpus")
                    .ifPresent(cpus -> values.addProperty("cpus", cpus.number().orElse(0)));
                mapping
                    .scalar("pids")
                    .ifPresent(pids -> values.addProperty("pids", pids.number().orElse(0)));
              });
      if (!values.isEmpty()) {
        json.add(kind, values);
      }
    }
  }

  private static String bytes(Scalar size) {
    OptionalLong bytes = size.bytes();
    return bytes.isPresent() ? String.valueOf(bytes.getAsLong()) : size.text();
  }

  private static JsonArray texts(List<Scalar> scalars) {
    JsonArray json = new JsonArray();
    scalars.forEach(scalar -> json.add(scalar.text()));
    return json;
  }

  private static JsonObject json(Mapping mapping) {
    JsonObject json = new JsonObject();
    for (Entry entry : mapping.entries()) {
      json.add(entry.name(), json(entry.value()));
    }
    return json;
  }

  private static JsonElement json(Node node) {
    if (node instanceof Mapping) {
      return json((Mapping) node);
    }
    if (node instanceof Sequence) {
      JsonArray array = new JsonArray();
      ((Sequence) node).items().forEach(item -> array.add(json(item)));
      return array;
    }
    Scalar scalar = (Scalar) node;
    if (scalar.isNull()) {
      return JsonNull.INSTANCE;
    }
    return scalar.kind() == ScalarKind.BOOLEAN
        ? new JsonPrimitive(scalar.isTrue())
        : new JsonPrimitive(scalar.text());
  }
}
