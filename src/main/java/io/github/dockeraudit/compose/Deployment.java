package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What compose would run: the merged model of a base file, its overrides and all that they include
 * and extend.
 */
public final class Deployment implements Remembering {

  private final List<ComposeFile> files;
  private final Mapping root;
  private final List<Problem> problems;
  private final Map<Source, String> folders;
  private final Function<Map<String, Source>, Deployment> reloading;
  private final List<Service> services;
  private final Map<String, Service> servicesByName = new HashMap<>();
  private final Memory memory = new Memory();

  /** Null until it is asked for; a race only collects them twice. */
  private List<Interpolation> interpolations;

  /**
   * @param reloading loads it again with other texts
   */
  Deployment(
      List<ComposeFile> files,
      Mapping root,
      List<Problem> problems,
      Map<Source, String> folders,
      Function<Map<String, Source>, Deployment> reloading) {
    this.files = List.copyOf(files);
    this.reloading = reloading;
    this.root = root;
    this.problems = List.copyOf(problems);
    this.folders = Map.copyOf(folders);
    this.services = declared("services", Service::new);
    services.forEach(service -> servicesByName.put(service.name(), service));
  }

  /** Loads one file that has no override, no variables and names no other files. */
  public static Deployment load(Source file) {
    return load(List.of(file), Environment.empty(), ComposeFiles.NONE);
  }

  /**
   * Loads a base file with its overrides. Never throws on content: what compose refuses is told by
   * {@link #problems}, and the model holds what could be read.
   *
   * @param sources the base file and then its overrides, at least one
   * @param environment what variables are filled in from; compose also sets {@code
   *     COMPOSE_PROJECT_NAME}, which is taken from the files or their folder if it is not here
   * @param others gives the files that these include and extend
   */
  public static Deployment load(
      List<Source> sources, Environment environment, ComposeFiles others) {
    return new Loader(environment, others).load(sources.stream().map(others::parsed).toList());
  }

  /**
   * The deployment as it would be loaded, with the same variables, if some files had other texts.
   *
   * @param changed texts by path
   */
  public Deployment with(Map<String, Source> changed) {
    return reloading.apply(changed);
  }

  /**
   * The files that the model was read from: the base file, its overrides, then what they include
   * and extend.
   */
  public List<ComposeFile> files() {
    return files;
  }

  /** Each of the files as it is without the others and without variables. */
  public Stream<Deployment> filesAlone() {
    return files.stream()
        .map(file -> new Loader(Environment.empty(), ComposeFiles.NONE).load(List.of(file)));
  }

  /**
   * The way to a place in the file that it is in, to edit it there; empty if it is in none of the
   * files.
   */
  public Optional<YamlPath> path(SourceRange place) {
    return files.stream()
        .filter(file -> file.source() == place.source())
        .findFirst()
        .flatMap(file -> file.yaml().path(place));
  }

  /** The base file. */
  public ComposeFile baseFile() {
    return files.get(0);
  }

  /** Everything for which compose refuses the files, ordered by file and place. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether compose would load the files. */
  public boolean accepted() {
    return problems.isEmpty();
  }

  /** The merged model as a tree; its range is the base file's. */
  public Mapping root() {
    return root;
  }

  /** The name of the project; empty if the files do not say, so that the folder's name counts. */
  public Optional<Scalar> name() {
    return root.scalar("name");
  }

  /**
   * The name that compose makes of the folder of the base file; empty if that is not known, or
   * nothing of it can be in the name of a project.
   */
  public Optional<String> folderName() {
    String[] folders = baseFile().source().path().split("/");
    return Optional.of(folders)
        .filter(parts -> parts.length > 1)
        .map(parts -> Paths.projectName(parts[parts.length - 2]))
        .filter(name -> !name.isEmpty());
  }

  /** The uses of variables in it, outermost only, in the order of the model. */
  public List<Interpolation> interpolations() {
    List<Interpolation> known = interpolations;
    if (known == null) {
      List<Interpolation> all = new ArrayList<>();
      root.addInterpolations(all);
      known = List.copyOf(all);
      interpolations = known;
    }
    return known;
  }

  /** The services in the order of the files; those of a profile too. */
  public List<Service> services() {
    return services;
  }

  /** A service by its name. */
  public Optional<Service> service(String name) {
    return Optional.ofNullable(servicesByName.get(name));
  }

  /** The networks that are declared; the default one only if it is. */
  public List<Resource> networks() {
    return declared("networks", Resource::new);
  }

  /** The volumes that are declared. */
  public List<Resource> volumes() {
    return declared("volumes", Resource::new);
  }

  /** The secrets that are declared. */
  public List<Resource> secrets() {
    return declared("secrets", Resource::new);
  }

  /** The configs that are declared. */
  public List<Resource> configs() {
    return declared("configs", Resource::new);
  }

  /**
   * The path that a value names, like a build context or the source of a mount, relative to the
   * project's folder and with {@code /}; the empty text for that folder itself. Empty if the value
   * is not known, absolute, remote, or leads out of the project.
   */
  public Optional<String> resolve(Scalar path) {
    return path.value()
        .filter(text -> !Paths.isRemote(text))
        .flatMap(text -> Paths.resolve(folders.getOrDefault(path.range().source(), ""), text));
  }

  private <T> List<T> declared(String section, Function<Entry, T> reader) {
    return root.mapping(section).stream()
        .flatMap(mapping -> mapping.entries().stream())
        .map(reader)
        .toList();
  }

  @Override
  public Memory memory() {
    return memory;
  }
}
