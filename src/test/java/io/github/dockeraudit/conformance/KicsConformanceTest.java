package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the compose cases of KICS through the rules that carry the aliases of its queries, as strict
 * as they can be. A case agrees if just the services, or other entries, have findings in which its
 * own results stand.
 *
 * <p>What differs, and why, is listed in {@link #EXPLAINED}.
 */
@Tag("conformance")
class KicsConformanceTest {

  private static final Path QUERIES =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("cases/kics/assets/queries/dockerCompose");

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /** The share of cases that agree, query by query. */
  private static final double FLOOR = 0.95;

  /** The query by its folder, and the aliases under which we have it. */
  private static final Map<String, List<String>> ALIASES =
      Map.ofEntries(
          Map.entry("cgroup_not_default", List.of("kics:cgroup-not-default")),
          Map.entry(
              "container_capabilities_unrestricted",
              List.of("kics:container-capabilities-unrestricted")),
          Map.entry(
              "container_traffic_not_bound_to_host_interface",
              List.of("kics:container-traffic-not-bound-to-host-interface")),
          Map.entry("cpus_not_limited", List.of("kics:cpus-not-limited")),
          Map.entry(
              "default_seccomp_profile_disabled", List.of("kics:default-seccomp-profile-disabled")),
          Map.entry("docker_socket_mounted_in_container", List.of("kics:docker-socket-mounted")),
          Map.entry("healthcheck_not_set", List.of("kics:healthcheck-not-set")),
          Map.entry("host_namespace_is_shared", List.of("kics:host-namespace-is-shared")),
          Map.entry("memory_not_limited", List.of("kics:memory-not-limited")),
          Map.entry("no_new_privileges_not_set", List.of("kics:no-new-privileges-not-set")),
          Map.entry("pids_limit_not_set", List.of("kics:pids-limit-not-set")),
          Map.entry("privileged_containers_enabled", List.of("kics:privileged-containers-enabled")),
          Map.entry(
              "privileged_ports_mapped_in_container",
              List.of("kics:privileged-ports-mapped-in-container")),
          Map.entry(
              "restart_policy_on_failure_not_set_to_5",
              List.of("kics:restart-policy-on-failure-not-set-to-5")),
          Map.entry("security_opt_not_set", List.of("kics:security-opt-not-set")),
          Map.entry("shared_host_ipc_namespace", List.of("kics:shared-host-ipc-namespace")),
          Map.entry("shared_host_network_namespace", List.of("kics:shared-host-network-namespace")),
          Map.entry("shared_host_user_namespace", List.of("kics:shared-host-user-namespace")),
          Map.entry(
              "shared_volumes_between_containers",
              List.of("kics:shared-volumes-between-containers")),
          Map.entry(
              "volume_has_sensitive_host_directory",
              List.of("kics:volume-has-sensitive-host-directory")),
          Map.entry(
              "volume_mounted_in_multiple_containers",
              List.of("kics:volume-mounted-in-multiple-containers")));

  /** The cases that differ, and why they have to. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "default_seccomp_profile_disabled/positive1.yaml",
          "label:seccomp:unconfined is an option of SELinux and leaves seccomp as it is",
          "privileged_ports_mapped_in_container/positive6.yaml",
          "compose refuses 90-9091:8080-8081, two ranges of different lengths; DA2001 says so",
          "privileged_ports_mapped_in_container/positive7.yaml",
          "compose refuses 9090-9091:80-8081, two ranges of different lengths; DA2001 says so",
          "volume_has_sensitive_host_directory/positive1.yaml",
          "/var/lib/backup/data alone is a folder of the container, with a volume without a name");

  /** Options beside {@code strict} by which a rule asks what a query asks. */
  private static final Map<String, String> OPTIONS = Map.of("security_opt_not_set", "anyOption");

  private static final Ruleset RULES = Ruleset.load(Rule.class.getClassLoader());

  @Test
  void theCasesAgree() {
    Map<String, String> differences = new TreeMap<>();
    int cases = 0;
    for (String query : new TreeSet<>(ALIASES.keySet())) {
      for (Path file : files(query)) {
        cases++;
        Set<String> theirs = expected(query, file);
        Set<String> ours = found(query, file);
        if (!theirs.equals(ours)) {
          differences.put(
              query + "/" + file.getFileName(), "theirs %s, ours %s".formatted(theirs, ours));
        }
      }
    }
    double agreement = 0;
    int whole = 0;
    for (String query : ALIASES.keySet()) {
      long differ = differences.keySet().stream().filter(at -> at.startsWith(query + "/")).count();
      agreement += 1 - (double) differ / files(query).size();
      whole += differ == 0 ? 1 : 0;
    }
    System.out.printf(
        "kics: %d of %d cases agree, %d of %d queries whole, by query %.1f %%%n",
        cases - differences.size(), cases, whole, ALIASES.size(), 100 * agreement / ALIASES.size());
    differences.forEach((at, what) -> System.out.println("  " + at + ": " + what));

    assertThat(differences.keySet()).isEqualTo(EXPLAINED.keySet());
    assertThat(agreement / ALIASES.size()).isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void everyQueryIsCompared() throws IOException {
    try (Stream<Path> folders = Files.list(QUERIES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ALIASES.keySet());
    }
  }

  private static List<Path> files(String query) {
    try (Stream<Path> files = Files.list(QUERIES.resolve(query).resolve("test"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries in which the results of KICS stand. */
  private static Set<String> expected(String query, Path file) {
    Deployment deployment = load(file);
    Set<String> expected = new TreeSet<>();
    Path results = file.resolveSibling("positive_expected_result.json");
    for (JsonElement element : JsonParser.parseString(text(results)).getAsJsonArray()) {
      JsonObject result = element.getAsJsonObject();
      boolean isOfFile =
          result.has("filename")
              ? result.get("filename").getAsString().equals(file.getFileName().toString())
              : file.getFileName().toString().startsWith("positive");
      if (isOfFile) {
        expected.add(entry(result.get("line").getAsInt(), deployment));
      }
    }
    return expected;
  }

  private static Set<String> found(String query, Path file) {
    Set<Rule> rules =
        ALIASES.get(query).stream()
            .flatMap(alias -> RULES.called(alias).stream())
            .map(rule -> configured(query, rule))
            .collect(toSet());
    assertThat(rules).as(query).isNotEmpty();
    Deployment deployment = load(file);
    return new Auditor(Ruleset.of(List.copyOf(rules)))
        .audit(Project.of(deployment, TODAY)).findings().stream()
            .map(finding -> entry(finding.range().from().line(), deployment))
            .flatMap(entry -> each(entry, deployment))
            .collect(toCollection(TreeSet::new));
  }

  private static Rule configured(String query, Rule rule) {
    Map<String, List<String>> options = new TreeMap<>();
    for (String name : List.of("strict", OPTIONS.getOrDefault(query, "strict"))) {
      if (rule.info().options().stream().anyMatch(option -> option.name().equals(name))) {
        options.put(name, List.of("true"));
      }
    }
    return rule.with(Options.of(options));
  }

  /** The service, or the section, that holds a place. */
  private static String entry(int line, Deployment deployment) {
    return deployment.root().entries().stream()
        .filter(section -> holds(section, line))
        .flatMap(
            section ->
                section.value().asMapping().stream()
                    .flatMap(mapping -> mapping.entries().stream())
                    .filter(entry -> holds(entry, line))
                    .map(entry -> entry.name())
                    .findFirst()
                    .or(() -> Optional.of(section.name()))
                    .stream())
        .findFirst()
        .orElse("");
  }

  /** A finding at the key of the services speaks of all of them. */
  private static Stream<String> each(String entry, Deployment deployment) {
    return entry.equals("services")
        ? deployment.services().stream().map(service -> service.name())
        : Stream.of(entry);
  }

  private static boolean holds(Located whole, int line) {
    return whole.range().from().line() <= line && line <= whole.range().to().line();
  }

  private static Deployment load(Path file) {
    return Deployment.load(Source.of(file.getFileName().toString(), text(file)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
