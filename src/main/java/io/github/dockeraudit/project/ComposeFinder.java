package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the compose files of a project together as users do.
 *
 * <p>In every folder the base file and its override are one deployment, as are the files that
 * {@code COMPOSE_FILE} names in the {@code .env} beside them. Every other file is one by itself or,
 * if it does not stand alone, upon the base file of its folder or of the next one above.
 */
final class ComposeFinder {

  private final DiskFiles files;
  private final SortedSet<String> candidates;
  private final Map<String, Source> composeFiles = new LinkedHashMap<>();
  private final Map<List<String>, ComposeSet> sets = new LinkedHashMap<>();

  /**
   * @param candidates paths of files that are compose files by name or may be by content
   */
  ComposeFinder(DiskFiles files, SortedSet<String> candidates) {
    this.files = files;
    this.candidates = candidates;
  }

  /** The deployments, ordered by the paths of the files that are theirs alone. */
  List<ComposeSet> find() {
    candidates.forEach(
        path ->
            files
                .read(path, FileKind.COMPOSE)
                .filter(ComposeFinder::isCompose)
                .ifPresent(source -> composeFiles.put(path, source)));
    SortedSet<String> folders = new TreeSet<>();
    composeFiles.keySet().forEach(path -> folders.add(Paths.parent(path)));
    folders.forEach(this::loadDefault);
    composeFiles.keySet().forEach(this::loadOther);
    return withoutParts();
  }

  /** A file that compose would not find by itself must look like a compose file. */
  private static boolean isCompose(Source source) {
    if (FileNames.isFoundByCompose(Paths.name(source.path()))) {
      return true;
    }
    Optional<YamlNode> root = ComposeFile.parse(source).yaml().root();
    return root.filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .filter(ComposeFinder::hasServices)
        .isPresent();
  }

  private static boolean hasServices(YamlMapping root) {
    boolean services = root.get("services").filter(YamlMapping.class::isInstance).isPresent();
    return root.get("jobs").isEmpty()
        && (services || root.get("include").isPresent() && root.get("stages").isEmpty());
  }

  private void loadDefault(String folder) {
    Optional<String> base = first(folder, ComposeFile.BASE_NAMES);
    List<String> named =
        Stream.concat(base.stream(), first(folder, ComposeFile.OVERRIDE_NAMES).stream()).toList();
    if (base.isPresent()) {
      load(named);
    }
    List<String> chosen = chosenByEnvironment(folder);
    if (!chosen.isEmpty()) {
      load(chosen);
    }
  }

  private Optional<String> first(String folder, List<String> names) {
    return names.stream()
        .map(name -> Paths.child(folder, name))
        .filter(composeFiles::containsKey)
        .findFirst();
  }

  /** The files of {@code COMPOSE_FILE}; empty if it is not set or one of them is not there. */
  private List<String> chosenByEnvironment(String folder) {
    Map<String, String> variables = environment(folder).variables();
    String separator = variables.getOrDefault("COMPOSE_PATH_SEPARATOR", ":");
    List<String> named =
        Stream.of(
                variables.getOrDefault("COMPOSE_FILE", "").split("[;" + separator.charAt(0) + "]"))
            .filter(path -> !path.isBlank())
            .toList();
    List<String> readable =
        named.stream()
            .flatMap(path -> Paths.resolve(folder, path.strip()).stream())
            .filter(path -> files.read(path, FileKind.COMPOSE).isPresent())
            .toList();
    return readable.size() == named.size() ? readable : List.of();
  }

  private void loadOther(String path) {
    boolean isUsed = sets.keySet().stream().anyMatch(given -> given.contains(path));
    if (isUsed) {
      return;
    }
    Optional<String> base = overridden(path).or(() -> baseFor(path));
    if (base.isPresent() && !standsAlone(path, base.get())) {
      load(List.of(base.get(), path));
    } else {
      load(List.of(path));
    }
  }

  /** {@code stack.yml} for {@code stack.override.yml}. */
  private Optional<String> overridden(String path) {
    return Optional.of(path.replace(".override.", "."))
        .filter(base -> !base.equals(path) && composeFiles.containsKey(base));
  }

  private Optional<String> baseFor(String path) {
    for (String folder = Paths.parent(path); ; folder = Paths.parent(folder)) {
      Optional<String> base = first(folder, ComposeFile.BASE_NAMES);
      if (base.isPresent() || folder.equals(".")) {
        return base.filter(found -> !found.equals(path));
      }
    }
  }

  /**
   * Whether the file is meant to be used without the base file: every service says what it runs,
   * and what it shares with the base file it repeats rather than changes.
   */
  private boolean standsAlone(String path, String base) {
    Deployment alone = deployment(List.of(path));
    boolean isComplete =
        alone.services().stream()
            .allMatch(s -> s.image().isPresent() || s.build().isPresent() || runsOtherwise(s));
    if (!isComplete) {
      return FileNames.isFoundByCompose(Paths.name(path)) && !path.contains(".override.");
    }
    Deployment below = deployment(List.of(base));
    List<Service> shared =
        alone.services().stream()
            .filter(service -> below.service(service.name()).isPresent())
            .toList();
    return shared.isEmpty()
        ? alone.accepted() || !below.accepted()
        : shared.stream().anyMatch(s -> runsTheSame(s, below.service(s.name()).orElseThrow()));
  }

  private static boolean runsOtherwise(Service service) {
    return service.extended().isPresent() || service.attribute("provider").isPresent();
  }

  private static boolean runsTheSame(Service one, Service other) {
    return written(one).equals(written(other));
  }

  private static String written(Service service) {
    String image = service.image().map(scalar -> scalar.raw()).orElse("");
    return image + service.build().map(build -> build.range().text()).orElse("");
  }

  private void load(List<String> paths) {
    sets.computeIfAbsent(paths, given -> new ComposeSet(deployment(given), sources(given)));
  }

  private Deployment deployment(List<String> paths) {
    return Deployment.load(sources(paths), environment(Paths.parent(paths.get(0))), files);
  }

  private List<Source> sources(List<String> paths) {
    return paths.stream().flatMap(path -> files.read(path, FileKind.COMPOSE).stream()).toList();
  }

  private Environment environment(String folder) {
    return files
        .read(Paths.child(folder, ".env"), FileKind.ENV)
        .map(source -> DotEnv.parse(source).environment())
        .orElse(Environment.empty());
  }

  /** Leaves out files that are there to be included or extended by others. */
  private List<ComposeSet> withoutParts() {
    List<ComposeSet> kept = new ArrayList<>(sets.values());
    for (ComposeSet set : sets.values()) {
      Source last = set.given().get(set.given().size() - 1);
      if (!FileNames.isFoundByCompose(Paths.name(last.path())) && isPartOfOther(last, set, kept)) {
        kept.remove(set);
      }
    }
    return kept;
  }

  private static boolean isPartOfOther(Source file, ComposeSet set, List<ComposeSet> others) {
    return others.stream()
        .filter(other -> other != set)
        .filter(other -> !other.given().contains(file))
        .anyMatch(other -> sourcesOf(other).contains(file));
  }

  private static Set<Source> sourcesOf(ComposeSet set) {
    Set<Source> sources = new HashSet<>();
    set.deployment().files().forEach(file -> sources.add(file.source()));
    return sources;
  }
}
