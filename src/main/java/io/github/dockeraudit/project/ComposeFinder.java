package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the compose files of a project together as users do.
 *
 * <p>In every folder the base file and its override are one deployment, as are the files that
 * {@code COMPOSE_FILE} names in the {@code .env} beside them. Every other file is one by itself or,
 * if it does not stand alone, upon the base file of its folder or of the next one above.
 */
final class ComposeFinder {

  /** What nobody writes again over a file that has it, as lists are joined. */
  private static final List<String> INHERITED =
      List.of("container_name", "depends_on", "environment", "env_file", "ports", "volumes");

  private final DiskFiles files;
  private final FileTree tree;
  private final Found found;
  private final List<String> notes = new ArrayList<>();
  private final SortedSet<String> composeFiles = new TreeSet<>();
  private final Map<String, Set<String>> namesByFolder = new HashMap<>();
  private final Map<List<String>, LoadedDeployment> deployments = new ConcurrentHashMap<>();
  private final Map<Source, Boolean> looksLikeCompose;

  /** What the files say: most are part of several deployments, or looked at before they are. */
  private final Map<Source, ComposeFile> parsed = new ConcurrentHashMap<>();

  private final Set<String> used = new HashSet<>();
  private final Map<List<String>, ComposeSet> sets = new LinkedHashMap<>();

  /**
   * @param found holds the files that are compose files by name or may be by content
   */
  ComposeFinder(DiskFiles files, FileTree tree, Found found) {
    this.files = files;
    this.tree = tree;
    this.found = found;
    this.looksLikeCompose = new HashMap<>();
  }

  /**
   * Looks at the files again, of which some have other texts now.
   *
   * @param changed their paths
   */
  ComposeFinder(DiskFiles files, ComposeFinder before, Set<String> changed) {
    this.files = files;
    this.tree = before.tree;
    this.found = before.found;
    this.looksLikeCompose = new HashMap<>(before.looksLikeCompose);
    this.parsed.putAll(before.parsed);
    this.parsed.keySet().removeIf(source -> changed.contains(source.path()));
    before.deployments.forEach(
        (given, loaded) -> {
          if (loaded.holdsWithout(changed)) {
            deployments.put(given, loaded);
          }
        });
  }

  /** The deployments, ordered by the paths of the files that are theirs alone. */
  List<ComposeSet> find() {
    found.composeFiles().stream()
        .flatMap(path -> files.read(path, FileKind.COMPOSE).stream())
        .filter(source -> isAskedFor(source.path()) || looksLikeCompose(source))
        .forEach(source -> composeFiles.add(source.path()));
    composeFiles.forEach(
        path ->
            namesByFolder
                .computeIfAbsent(Paths.parent(path), folder -> new HashSet<>())
                .add(Paths.name(path)));
    SortedMap<String, List<String>> foundByFolder = new TreeMap<>();
    Stream.concat(namesByFolder.keySet().stream(), found.envFiles().stream().map(Paths::parent))
        .forEach(folder -> foundByFolder.computeIfAbsent(folder, this::foundByCompose));
    loadAhead(foundByFolder);
    foundByFolder.forEach(this::loadDefault);
    composeFiles.forEach(this::loadOther);
    return withoutParts();
  }

  /** What was passed over and why. */
  List<String> notes() {
    return notes;
  }

  /** Whether compose looks for the file, or a pattern of the settings names it. */
  private boolean isAskedFor(String path) {
    return FileNames.isFoundByCompose(Paths.name(path)) || found.isIncluded(path);
  }

  /** What nobody asked for must look like a compose file. */
  private boolean looksLikeCompose(Source source) {
    return looksLikeCompose.computeIfAbsent(source, this::isCompose);
  }

  private boolean isCompose(Source source) {
    ComposeFile file = ComposeFile.parse(source);
    boolean isCompose =
        file.yaml()
            .root()
            .filter(YamlMapping.class::isInstance)
            .map(YamlMapping.class::cast)
            .filter(ComposeFinder::hasServices)
            .isPresent();
    if (isCompose) {
      parsed.put(source, file);
    }
    return isCompose;
  }

  private ComposeFile parsed(Source source) {
    return parsed.computeIfAbsent(source, ComposeFile::parse);
  }

  private static boolean hasServices(YamlMapping root) {
    boolean services = root.get("services").filter(YamlMapping.class::isInstance).isPresent();
    return root.get("jobs").isEmpty()
        && (services || root.get("include").isPresent() && root.get("stages").isEmpty());
  }

  /**
   * Loads on all cores what {@link #loadDefault} will ask for. What is read from the disk first and
   * in which order decides nothing: problems are sorted, and variables are read beforehand.
   */
  private void loadAhead(SortedMap<String, List<String>> foundByFolder) {
    foundByFolder.keySet().forEach(this::environmentFile);
    if (foundByFolder.size() > 1 && deployments.isEmpty()) {
      foundByFolder.values().parallelStream()
          .filter(files -> !files.isEmpty())
          .forEach(this::deployment);
    }
  }

  /** The base file of a folder and its override; empty without a base file. */
  private List<String> foundByCompose(String folder) {
    Optional<String> base = first(folder, ComposeFile.BASE_NAMES);
    Optional<String> override = first(folder, ComposeFile.OVERRIDE_NAMES);
    if (base.isEmpty()) {
      return List.of();
    }
    return override.map(path -> List.of(base.get(), path)).orElse(List.of(base.get()));
  }

  private void loadDefault(String folder, List<String> foundByCompose) {
    if (!foundByCompose.isEmpty()) {
      load(foundByCompose);
    }
    List<String> chosen = chosenByEnvironment(folder);
    if (!chosen.isEmpty()) {
      load(chosen);
    }
  }

  private Optional<String> first(String folder, List<String> names) {
    Set<String> there = namesByFolder.getOrDefault(folder, Set.of());
    for (String name : names) {
      if (there.contains(name)) {
        return Optional.of(Paths.child(folder, name));
      }
    }
    return Optional.empty();
  }

  /**
   * The files of {@code COMPOSE_FILE}; empty if it is not set, or to nothing, or one of them is not
   * there.
   */
  private List<String> chosenByEnvironment(String folder) {
    if (environmentFile(folder).isEmpty()) {
      return List.of();
    }
    Environment environment = environment(folder);
    String separator = environment.get("COMPOSE_PATH_SEPARATOR").orElse("");
    String[] named =
        environment
            .get("COMPOSE_FILE")
            .filter(value -> !value.isBlank())
            .map(value -> value.split(separator.isEmpty() ? "[:;]" : Pattern.quote(separator)))
            .orElse(new String[0]);
    List<String> readable =
        Stream.of(named)
            .flatMap(path -> Paths.resolve(folder, path.strip()).stream())
            .filter(path -> found.isWanted(path))
            .filter(path -> files.read(path, FileKind.COMPOSE).isPresent())
            .toList();
    return readable.size() == named.length ? readable : List.of();
  }

  private void loadOther(String path) {
    if (used.contains(path)) {
      return;
    }
    Deployment alone = deployment(List.of(path));
    List<Service> incomplete = alone.services().stream().filter(s -> !saysWhatItRuns(s)).toList();
    Optional<String> base = overridden(path).or(() -> baseFor(path));
    if (base.isPresent() && isUpon(base.get(), path, alone, incomplete)) {
      load(List.of(base.get(), path));
    } else if (incomplete.isEmpty() || isAskedFor(path)) {
      load(List.of(path));
    } else {
      notes.add(
          "%s is a part of some deployment (nothing says what %s runs) and is not audited"
              .formatted(path, incomplete.get(0).name()));
    }
  }

  /** {@code stack.yml} for {@code stack.override.yml}. */
  private Optional<String> overridden(String path) {
    return Optional.of(path.replace(".override.", "."))
        .filter(base -> !base.equals(path) && composeFiles.contains(base));
  }

  private Optional<String> baseFor(String path) {
    for (String folder = Paths.parent(path); ; folder = Paths.parent(folder)) {
      Optional<String> base = first(folder, ComposeFile.BASE_NAMES);
      if (base.isPresent() || folder.equals(".")) {
        return base.filter(other -> !other.equals(path));
      }
    }
  }

  /**
   * Whether the file is meant to be merged over the base file: it builds where only that one can;
   * or it is kept near that one and says of some service nothing that could run, or changes what
   * services of the base file run and stands for none of them as a whole.
   */
  private boolean isUpon(String base, String path, Deployment alone, List<Service> incomplete) {
    if (Paths.name(path).startsWith("docker-stack")) {
      return false;
    }
    if (buildsOnlyUpon(base, alone)) {
      return true;
    }
    String folder = Paths.parent(path);
    if (!folder.equals(Paths.parent(base)) && !FileNames.isComposeFolder(Paths.name(folder))) {
      return false;
    }
    Deployment below = deployment(List.of(base));
    if (!incomplete.isEmpty()) {
      return folder.equals(Paths.parent(base))
          || incomplete.stream().allMatch(s -> below.service(s.name()).isPresent());
    }
    List<Service> shared =
        alone.services().stream().filter(s -> below.service(s.name()).isPresent()).toList();
    return shared.isEmpty()
        ? isRefused(alone) && !isRefused(below)
        : shared.stream().noneMatch(s -> runsTheSame(s, below.service(s.name()).orElseThrow()))
            && (isRefused(alone) || !isWhole(shared, below));
  }

  /**
   * Whether services, of which each says what it runs, stand for those of the base file and not
   * upon them: they are all that it has, or one says again what it would have from there anyway.
   */
  private static boolean isWhole(List<Service> services, Deployment below) {
    return services.size() > 1 && services.size() == below.services().size()
        || services.stream().anyMatch(s -> repeats(s, below.service(s.name()).orElseThrow()));
  }

  private static boolean isRefused(Deployment deployment) {
    return deployment.problems().stream().anyMatch(Problem::isCertain);
  }

  /** Whether a build context is there for the base file's folder but not for the file's own. */
  private boolean buildsOnlyUpon(String base, Deployment alone) {
    String own = Paths.parent(alone.baseFile().source().path());
    return alone.services().stream()
        .flatMap(service -> service.build().stream())
        .flatMap(build -> build.context().stream())
        .flatMap(context -> context.value().stream())
        .anyMatch(path -> !isFolder(own, path) && isFolder(Paths.parent(base), path));
  }

  private boolean isFolder(String from, String path) {
    return Paths.resolve(from, path).filter(folder -> tree.at(folder) == Entry.FOLDER).isPresent();
  }

  private static boolean saysWhatItRuns(Service service) {
    return Stream.of("image", "build", "extends", "provider")
        .anyMatch(key -> service.attribute(key).isPresent());
  }

  private static boolean runsTheSame(Service one, Service other) {
    return written(one).equals(written(other));
  }

  private static boolean repeats(Service one, Service other) {
    return INHERITED.stream()
        .anyMatch(
            key -> written(one, key).isPresent() && written(one, key).equals(written(other, key)));
  }

  private static Optional<String> written(Service service, String key) {
    return service.attribute(key).map(value -> value.range().text());
  }

  private static String written(Service service) {
    String image = service.image().map(scalar -> scalar.raw()).orElse("");
    return image + service.build().map(build -> build.range().text()).orElse("");
  }

  private void load(List<String> paths) {
    used.addAll(paths);
    sets.computeIfAbsent(paths, given -> new ComposeSet(deployment(given), sources(given)));
  }

  private Deployment deployment(List<String> paths) {
    return deployments.computeIfAbsent(paths, this::loaded).deployment();
  }

  private LoadedDeployment loaded(List<String> given) {
    Set<String> asked = ConcurrentHashMap.newKeySet();
    asked.addAll(given);
    String folder = Paths.parent(given.get(0));
    environmentFile(folder).map(Source::path).ifPresent(asked::add);
    Deployment deployment = Deployment.load(sources(given), environment(folder), new Noted(asked));
    boolean isComplete = asked.stream().allMatch(path -> files.read(path).isPresent());
    return new LoadedDeployment(deployment, Set.copyOf(asked), isComplete);
  }

  /** The files of the project for one deployment, which notes what it asks for. */
  private final class Noted implements ComposeFiles {

    private final Set<String> asked;

    Noted(Set<String> asked) {
      this.asked = asked;
    }

    @Override
    public Optional<Source> read(String path) {
      asked.add(Paths.clean(path));
      return files.read(path);
    }

    @Override
    public ComposeFile parsed(Source source) {
      return ComposeFinder.this.parsed(source);
    }
  }

  private List<Source> sources(List<String> paths) {
    List<Source> sources = new ArrayList<>(paths.size());
    paths.forEach(path -> files.read(path, FileKind.COMPOSE).ifPresent(sources::add));
    return sources;
  }

  private Environment environment(String folder) {
    return environmentFile(folder).map(Environment::parse).orElse(Environment.empty());
  }

  private Optional<Source> environmentFile(String folder) {
    return tree.isFile(folder, ".env")
        ? files.read(Paths.child(folder, ".env"), FileKind.ENV)
        : Optional.empty();
  }

  /** Leaves out files that are there to be included or extended by others. */
  private List<ComposeSet> withoutParts() {
    Map<Source, List<ComposeSet>> users = new HashMap<>();
    for (ComposeSet set : sets.values()) {
      for (ComposeFile file : set.deployment().files()) {
        if (!set.given().contains(file.source())) {
          users.computeIfAbsent(file.source(), part -> new ArrayList<>()).add(set);
        }
      }
    }
    Set<ComposeSet> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    List<ComposeSet> kept = new ArrayList<>();
    for (ComposeSet set : sets.values()) {
      Source own = set.given().get(set.given().size() - 1);
      boolean isUsed = !parts.containsAll(users.getOrDefault(own, List.of()));
      if (isUsed && !FileNames.isFoundByCompose(Paths.name(own.path()))) {
        parts.add(set);
      } else {
        kept.add(set);
      }
    }
    return List.copyOf(kept);
  }
}
