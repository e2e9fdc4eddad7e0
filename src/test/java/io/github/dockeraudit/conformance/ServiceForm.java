package io.github.dockeraudit.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.dockeraudit.compose.Attachment;
import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Dependency;
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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One service in the canonical form of compose, with those attributes that are compared. */
final class ServiceForm {

  /** Attributes that need no knowledge of what they mean. */
  private static final List<String> PLAIN =
      List.of(
          "mem_limit",
          "mem_reservation",
          "cpus",
          "pids_limit",
          "restart",
          "user",
          "privileged",
          "cap_add",
          "cap_drop",
          "security_opt",
          "container_name");

  /** What the canonical form leaves out. */
  private static final Set<String> EMPTY = Set.of("\"\"", "[]", "false", "null");

  /** The attributes that {@link #json} holds, as far as the service has them. */
  static final List<String> ATTRIBUTES =
      List.of(
          "image",
          "build",
          "ports",
          "volumes",
          "environment",
          "healthcheck",
          "depends_on",
          "profiles",
          "deploy",
          "mem_limit",
          "mem_reservation",
          "cpus",
          "pids_limit",
          "restart",
          "user",
          "privileged",
          "cap_add",
          "cap_drop",
          "security_opt",
          "container_name",
          "networks",
          "network_mode");

  private final Source base;
  private final Service service;
  private final JsonObject json = new JsonObject();

  /**
   * @param base the file to which paths are relative in the end
   */
  ServiceForm(Source base, Service service) {
    this.base = base;
    this.service = service;
  }

  JsonObject json() {
    service
        .image()
        .filter(image -> !image.text().isEmpty())
        .ifPresent(image -> json.addProperty("image", image.text()));
    service.build().ifPresent(build -> json.add("build", build(build)));
    add("ports", ports());
    add("volumes", volumes());
    add("environment", CanonicalForm.variables(service.environment(), true));
    service.healthcheck().ifPresent(check -> json.add("healthcheck", healthcheck(check)));
    add("depends_on", dependencies());
    add("profiles", CanonicalForm.texts(service.profiles()));
    service.deploy().ifPresent(deploy -> json.add("deploy", deploy(deploy)));
    for (String attribute : PLAIN) {
      service
          .attribute(attribute)
          .map(value -> CanonicalForm.of(attribute, value))
          .filter(value -> !EMPTY.contains(value.toString()))
          .ifPresent(value -> json.add(attribute, value));
    }
    add("networks", networks());
    service.networkMode().ifPresent(mode -> json.addProperty("network_mode", mode.text()));
    return json;
  }

  private void add(String name, JsonElement value) {
    boolean empty =
        value.isJsonArray() ? value.getAsJsonArray().isEmpty() : value.getAsJsonObject().isEmpty();
    if (!empty) {
      json.add(name, value);
    }
  }

  private JsonObject build(Build build) {
    JsonObject form = new JsonObject();
    build.asMapping().ifPresent(mapping -> form.asMap().putAll(CanonicalForm.of(mapping).asMap()));
    form.addProperty("context", build.context().map(this::path).orElse("."));
    if (build.dockerfile().isEmpty() && build.dockerfileInline().isEmpty()) {
      form.addProperty("dockerfile", "Dockerfile");
    }
    Map<String, List<Variable>> lists = new LinkedHashMap<>();
    lists.put("args", build.args());
    lists.put("labels", build.labels());
    lists.put("additional_contexts", build.additionalContexts());
    lists.forEach(
        (name, variables) -> {
          if (form.has(name)) {
            form.add(name, CanonicalForm.variables(variables, false));
          }
        });
    return form;
  }

  private JsonArray ports() {
    Map<String, JsonObject> distinct = new LinkedHashMap<>();
    for (Port port : service.ports()) {
      for (int i = 0; i < port.target().size(); i++) {
        JsonObject form = port(port, i);
        distinct.put(form.toString(), form);
      }
    }
    JsonArray all = new JsonArray();
    distinct.values().forEach(all::add);
    return all;
  }

  private static JsonObject port(Port port, int index) {
    JsonObject form = new JsonObject();
    form.addProperty("mode", port.mode());
    port.hostIp().ifPresent(ip -> form.addProperty("host_ip", ip));
    form.addProperty("target", port.target().first() + index);
    port.published()
        .ifPresent(
            published ->
                form.addProperty(
                    "published",
                    published.size() == port.target().size()
                        ? String.valueOf(published.first() + index)
                        : published.toString()));
    form.addProperty("protocol", port.protocol());
    return form;
  }

  private JsonArray volumes() {
    JsonArray all = new JsonArray();
    for (Mount mount : service.volumes()) {
      JsonObject form = new JsonObject();
      boolean bind = mount.type() == Mount.Type.BIND;
      form.addProperty("type", mount.type().name().toLowerCase(Locale.ROOT));
      mount
          .source()
          .ifPresent(source -> form.addProperty("source", bind ? path(source) : source.text()));
      form.addProperty("target", CanonicalForm.cleanPath(mount.target().text()));
      if (mount.readOnly()) {
        form.addProperty("read_only", true);
      }
      addMountOptions(mount, form);
      all.add(form);
    }
    return all;
  }

  /** The short form always has an object of options, the long form only if it is written. */
  private static void addMountOptions(Mount mount, JsonObject form) {
    String kind = mount.type().name().toLowerCase(Locale.ROOT);
    if (mount.item() instanceof Mapping) {
      ((Mapping) mount.item())
          .mapping(kind)
          .ifPresent(options -> form.add(kind, CanonicalForm.of(options)));
      return;
    }
    JsonObject options = new JsonObject();
    String text = mount.item().toString();
    for (String option : text.substring(text.lastIndexOf(':') + 1).split(",")) {
      if (option.equalsIgnoreCase("z")) {
        options.addProperty("selinux", option);
      }
    }
    boolean anonymousOfOneName = mount.source().isEmpty() && text.length() <= 2;
    if (!anonymousOfOneName) {
      form.add(kind, options);
    }
  }

  /** A path from an included or extended file is relative to the base file's folder in the end. */
  private String path(Scalar path) {
    Source own = path.range().source();
    boolean isMoved = own != base && !path.text().startsWith("/") && !path.text().startsWith("~");
    return isMoved
        ? folderOf(base).relativize(folderOf(own).resolve(path.text()).normalize()).toString()
        : path.text();
  }

  private static Path folderOf(Source source) {
    return Path.of("/" + source.path()).getParent();
  }

  private static JsonObject healthcheck(HealthCheck check) {
    JsonObject form = new JsonObject();
    check.test().ifPresent(test -> form.add("test", test(test)));
    Map.of(
            "interval", check.interval(),
            "timeout", check.timeout(),
            "start_period", check.startPeriod(),
            "start_interval", check.startInterval(),
            "retries", check.retries())
        .forEach(
            (name, value) ->
                value.ifPresent(given -> form.add(name, CanonicalForm.of(name, given))));
    if (check.isDisabled() && check.test().isEmpty()) {
      form.addProperty("disable", true);
    }
    return form;
  }

  private static JsonArray test(CommandLine test) {
    if (test.isList()) {
      return CanonicalForm.texts(test.words());
    }
    JsonArray shell = new JsonArray();
    shell.add("CMD-SHELL");
    test.string().ifPresent(text -> shell.add(text.text()));
    return shell;
  }

  private JsonObject dependencies() {
    JsonObject form = new JsonObject();
    for (Dependency dependency : service.dependsOn()) {
      String condition = dependency.condition().map(Scalar::text).orElse("service_started");
      form.add(
          dependency.service(),
          dependency(condition, dependency.restarts(), !dependency.isOptional()));
    }
    service.links().forEach(link -> addImplied(form, link.text().split(":")[0], true));
    for (String attribute : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
      service
          .attribute(attribute)
          .map(Node::toString)
          .filter(text -> text.startsWith("service:"))
          .ifPresent(text -> addImplied(form, text.substring("service:".length()), true));
    }
    service.attribute("volumes_from").flatMap(Node::asSequence).stream()
        .flatMap(Sequence::scalars)
        .filter(from -> !from.text().startsWith("container:"))
        .forEachOrdered(from -> addImplied(form, from.text().split(":")[0], false));
    return form;
  }

  private static void addImplied(JsonObject form, String service, boolean restart) {
    if (!form.has(service)) {
      form.add(service, dependency("service_started", restart, true));
    }
  }

  private static JsonObject dependency(String condition, boolean restart, boolean required) {
    JsonObject options = new JsonObject();
    options.addProperty("condition", condition);
    if (restart) {
      options.addProperty("restart", true);
    }
    options.addProperty("required", required);
    return options;
  }

  private static JsonObject deploy(Mapping deploy) {
    JsonObject form = CanonicalForm.of(deploy);
    for (String always : List.of("resources", "placement")) {
      if (!form.has(always)) {
        form.add(always, new JsonObject());
      }
    }
    JsonElement reservations = form.getAsJsonObject("resources").get("reservations");
    if (reservations != null && reservations.getAsJsonObject().has("devices")) {
      for (JsonElement device : reservations.getAsJsonObject().getAsJsonArray("devices")) {
        if (!device.getAsJsonObject().has("count") && !device.getAsJsonObject().has("device_ids")) {
          device.getAsJsonObject().addProperty("count", -1);
        }
      }
    }
    return form;
  }

  private JsonObject networks() {
    JsonObject form = new JsonObject();
    for (Attachment attachment : service.networks()) {
      JsonElement options =
          attachment.options().<JsonElement>map(CanonicalForm::of).orElse(JsonNull.INSTANCE);
      form.add(attachment.network(), options);
    }
    boolean isolated =
        service.networkMode().isPresent() || service.attribute("provider").isPresent();
    if (form.isEmpty() && !isolated) {
      form.add("default", JsonNull.INSTANCE);
    }
    return form;
  }
}
