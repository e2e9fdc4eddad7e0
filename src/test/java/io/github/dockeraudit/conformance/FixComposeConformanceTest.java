package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.fix.AppliedFix;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes real compose files by all rules and looks at what became of them. */
@Tag("conformance")
class FixComposeConformanceTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("corpus/compose");

  /** What fixes give to services that have none. */
  private static final List<String> ADDED =
      List.of(
          "mem_limit",
          "cpus",
          "pids_limit",
          "healthcheck",
          "deploy",
          "restart",
          "logging",
          "security_opt",
          "cap_drop",
          "read_only",
          "tmpfs",
          "volumes",
          "networks",
          "pull_policy");

  /** Attributes that a rule is there to take away, or to give another value. */
  private static final Map<String, List<String>> CHANGED =
      Map.of(
          "dangerous-capability", List.of("cap_add"),
          "default-network", List.of("networks"),
          "duplicate-container-name", List.of("container_name"),
          "parent-cgroup", List.of("cgroup_parent"),
          "privileged-service", List.of("privileged"),
          "root-service", List.of("user"),
          "shared-host-namespace",
              List.of("pid", "ipc", "uts", "userns_mode", "cgroup", "network_mode"),
          "unconfined-service", List.of("security_opt"),
          "unlimited-restarts", List.of("restart"));

  /** Lists whose order means nothing. */
  private static final List<String> SETS = List.of("ports", "volumes");

  /** Rules that may take a comment away with what it speaks of. */
  private static final List<String> REMOVING =
      List.of(
          "dangerous-capability",
          "duplicate-container-name",
          "parent-cgroup",
          "privileged-service",
          "root-service",
          "shared-host-namespace",
          "unconfined-service",
          "unused-config",
          "unused-network",
          "unused-secret",
          "unused-volume");

  /** Whose fixes make mounts read-only. */
  private static final Set<String> READ_ONLY =
      Set.of("sensitive-host-mount", "writable-configuration");

  /** Rules that put a variable which must be set in the place of a secret. */
  private static final List<String> SECRETS =
      List.of("guessable-secret-default", "hard-coded-secret");

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final Ruleset RULES = Ruleset.load(Rule.class.getClassLoader());
  private static final Map<String, Fixed> FIXED = new TreeMap<>();

  /** The files that need no other: of the rest no model can be made without the folder. */
  @BeforeAll
  static void fix() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = CORPUS.relativize(file).toString();
        Deployment deployment = Deployment.load(Source.of(name, Files.readAllBytes(file)));
        if (name.matches(".*\\.ya?ml") && deployment.files().size() == 1) {
          FIXED.put(name, fixed(deployment));
        }
      }
    }
    System.out.printf(
        "%d files, %d fixed, by %s%n",
        FIXED.size(),
        FIXED.values().stream().filter(fixed -> !fixed.changes().isEmpty()).count(),
        fixes());
  }

  private static Fixed fixed(Deployment deployment) {
    Audit audit = new Auditor(RULES).audit(Project.of(deployment, TODAY));
    return new Fixer(FixLevel.RISKY).fix(audit);
  }

  private static Map<String, Long> fixes() {
    return FIXED.values().stream()
        .flatMap(fixed -> fixed.applied().stream())
        .collect(groupingBy(fix -> fix.finding().rule().name(), TreeMap::new, counting()));
  }

  @Test
  void everyFixHolds() {
    assertNone(fixed -> fixed.failures().isEmpty(), fixed -> fixed.failures().toString());
    assertNone(
        fixed -> fixed.audit().failures().isEmpty(), fixed -> fixed.audit().failures().toString());
  }

  private static void assertNone(Predicate<Fixed> good, Function<Fixed, String> description) {
    Map<String, String> bad = new TreeMap<>();
    FIXED.forEach(
        (name, fixed) -> {
          if (!good.test(fixed)) {
            bad.put(name, description.apply(fixed));
          }
        });
    assertThat(bad).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dependency-without-condition, 240",
    "guessable-secret-default, 18",
    "missing-limits, 2000",
    "missing-service-healthcheck, 270",
    "published-data-port, 145",
    "unused-volume, 3",
    "build-with-image, 200",
    "hard-coded-secret, 450",
    "invalid-compose-file, 85",
    "listed-variables, 850",
    "crowded-entries, 1300",
    "mixed-quotes, 300",
    "open-port, 1700",
    "quoted-volume, 15",
    "unlimited-restarts, 1500",
    "unsorted-ports, 90",
    "unsorted-sections, 40",
    "unsorted-service-keys, 1900",
    "unsorted-services, 300",
  })
  void manyAreFixed(String rule, long floor) {
    assertThat(fixes().getOrDefault(rule, 0L)).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void whatComposeAcceptsItStillAccepts() {
    assertThat(FIXED)
        .allSatisfy(
            (name, fixed) ->
                assertThat(problems(after(fixed))).as(name).isSubsetOf(problems(fixed.original())));
  }

  private static Set<String> problems(Project project) {
    return project.deployments().get(0).problems().stream()
        .filter(Problem::isCertain)
        .map(problem -> problem.message().replaceAll("line \\d+", "line"))
        .collect(toSet());
  }

  private static Project after(Fixed fixed) {
    return fixed.audit().project();
  }

  @Test
  void fixingTwiceIsFixingOnce() {
    assertNone(
        fixed -> fixed.changes().isEmpty() || again(fixed).changes().isEmpty(),
        fixed -> again(fixed).applied().toString());
  }

  private static Fixed again(Fixed fixed) {
    return fixed(Deployment.load(after(fixed).deployments().get(0).baseFile().source()));
  }

  /** A whole line that is a comment goes only with what it speaks of, and moves with it. */
  @Test
  void commentsStay() {
    assertNone(
        fixed ->
            rules(fixed).stream().anyMatch(REMOVING::contains)
                || comments(after(fixed)).equals(comments(fixed.original())),
        fixed -> after(fixed).deployments().get(0).baseFile().source().text());
  }

  private static List<String> comments(Project project) {
    return project
        .deployments()
        .get(0)
        .baseFile()
        .source()
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("#"))
        .sorted()
        .toList();
  }

  @Test
  void onlyWhatIsMeantChangesInTheServices() {
    assertNone(
        fixed ->
            fixed.changes().isEmpty()
                || rules(fixed).contains("invalid-compose-file")
                || before(fixed).equals(services(after(fixed), fixed)),
        fixed -> "before: %s%nafter: %s".formatted(before(fixed), services(after(fixed), fixed)));
  }

  private static JsonObject before(Fixed fixed) {
    JsonObject before = services(fixed.original(), fixed);
    keepAdditions(before, services(after(fixed), fixed));
    return before;
  }

  private static Set<String> rules(Fixed fixed) {
    return fixed.applied().stream().map(fix -> fix.finding().rule().name()).collect(toSet());
  }

  /** The services, with all variables set that are demanded now. */
  private static JsonObject services(Project project, Fixed fixed) {
    Map<String, String> variables = new HashMap<>();
    for (AppliedFix fix : fixed.applied()) {
      if (SECRETS.contains(fix.finding().rule().name())) {
        fix.fix().edits().forEach(edit -> variables.put(edit.replacement().split(" ")[1], "set"));
      }
    }
    Source file = project.deployments().get(0).baseFile().source();
    JsonObject services =
        ComposeDump.services(
            Deployment.load(List.of(file), Environment.of(variables), ComposeFiles.NONE));
    services.asMap().values().forEach(service -> forget(service, rules(fixed)));
    services.asMap().values().forEach(service -> forgetSecrets(service, variables.keySet()));
    return services;
  }

  /** Takes out of a service the variables that are demanded now. */
  private static void forgetSecrets(JsonElement service, Set<String> names) {
    for (String holder : List.of("environment", "build")) {
      JsonElement variables = service.getAsJsonObject().get(holder);
      if (variables != null && holder.equals("build") && variables.isJsonObject()) {
        variables = variables.getAsJsonObject().get("args");
      }
      if (variables != null && variables.isJsonObject()) {
        names.forEach(variables.getAsJsonObject()::remove);
      }
    }
  }

  /** Takes out of a service what the rules are there to change. */
  private static void forget(JsonElement service, Set<String> rules) {
    JsonObject form = service.getAsJsonObject();
    CHANGED.forEach(
        (rule, attributes) -> {
          if (rules.contains(rule)) {
            attributes.forEach(form::remove);
          }
        });
    if (READ_ONLY.stream().anyMatch(rules::contains) && form.has("volumes")) {
      form.getAsJsonArray("volumes")
          .forEach(volume -> volume.getAsJsonObject().remove("read_only"));
    }
    if ((rules.contains("published-data-port") || rules.contains("open-port"))
        && form.has("ports")) {
      form.getAsJsonArray("ports").forEach(port -> port.getAsJsonObject().remove("host_ip"));
    }
    if (rules.contains("dependency-without-condition") && form.has("depends_on")) {
      form.getAsJsonObject("depends_on")
          .asMap()
          .values()
          .forEach(dependency -> dependency.getAsJsonObject().remove("condition"));
    }
    SETS.stream().filter(form::has).forEach(list -> sort(form.getAsJsonArray(list)));
  }

  private static void sort(JsonArray list) {
    List<JsonElement> sorted = new ArrayList<>(list.asList());
    sorted.sort(Comparator.comparing(JsonElement::toString));
    for (int i = 0; i < sorted.size(); i++) {
      list.set(i, sorted.get(i));
    }
  }

  /** Where nothing was said, a fix may say something; what was said must be said still. */
  private static void keepAdditions(JsonObject before, JsonObject after) {
    for (String service : before.keySet()) {
      JsonObject from = before.getAsJsonObject(service);
      JsonObject to = after.getAsJsonObject(service);
      for (String attribute : ADDED) {
        if (!from.has(attribute) && to.has(attribute)) {
          from.add(attribute, to.get(attribute));
        } else if (to.has(attribute)) {
          complete(from.get(attribute), to.get(attribute));
        }
      }
    }
  }

  private static void complete(JsonElement from, JsonElement to) {
    if (from.isJsonObject() && to.isJsonObject()) {
      for (Map.Entry<String, JsonElement> entry : to.getAsJsonObject().entrySet()) {
        if (!from.getAsJsonObject().has(entry.getKey())) {
          from.getAsJsonObject().add(entry.getKey(), entry.getValue());
        } else {
          complete(from.getAsJsonObject().get(entry.getKey()), entry.getValue());
        }
      }
    }
  }
}
