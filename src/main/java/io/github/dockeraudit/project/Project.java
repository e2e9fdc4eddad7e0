package io.github.dockeraudit.project;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What belongs to one build, as it was when it was read; immutable.
 *
 * <p>All lists are in the order of paths, and of places within a file.
 */
public final class Project implements Remembering {

  /** Reads a project again with other texts. */
  @FunctionalInterface
  interface Rereading {
    Project with(Map<String, Source> changed);
  }

  private static final Fact<Project, List<Source>> COMPOSE_SOURCES =
      Fact.of(Project::sourcesOfDeployments);

  private static final Fact<Project, Map<Source, List<Deployment>>> READERS =
      Fact.of(Project::readers);

  private final Contents contents;
  private final Map<String, Source> sources;
  private final Function<String, Optional<Source>> texts;
  private final Rereading rereading;
  private final ScriptReviewer reviewer;
  private final Memory memory = new Memory();
  private final Contexts contexts;
  private final List<Dockerfile> dockerfiles;
  private final List<Deployment> deployments;
  private final List<Deployment> production;
  private final List<ScriptFile> scripts;
  private final List<ServiceBuild> builds;
  private final Map<Dockerfile, List<ServiceBuild>> buildsByDockerfile;
  private final Map<Deployment, Map<String, ServiceBuild>> buildsByService;

  /** Answers that are worked out on first use. */
  private final Map<Dockerfile, List<BuildContext>> contextsByDockerfile =
      new ConcurrentHashMap<>();

  private final Map<Dockerfile, List<Stage>> shippedByDockerfile = new ConcurrentHashMap<>();
  private final Map<Dockerfile, List<Stage>> inImagesByDockerfile = new ConcurrentHashMap<>();

  /**
   * @param sources every text that was read, by path
   * @param texts reads a further file
   */
  Project(
      Contents contents,
      Map<String, Source> sources,
      Function<String, Optional<Source>> texts,
      Rereading rereading) {
    this(contents, sources, texts, rereading, ScriptReviewer.NONE);
  }

  private Project(
      Contents contents,
      Map<String, Source> sources,
      Function<String, Optional<Source>> texts,
      Rereading rereading,
      ScriptReviewer reviewer) {
    this.contents = contents;
    this.sources = Map.copyOf(sources);
    this.texts = texts;
    this.rereading = rereading;
    this.reviewer = reviewer;
    this.contexts = new Contexts(contents.tree(), contents.ignoreFiles());
    this.dockerfiles = List.copyOf(contents.dockerfiles().values());
    this.scripts = List.copyOf(contents.scripts().values());
    this.deployments = contents.composeSets().stream().map(ComposeSet::deployment).toList();
    this.production = deployments.stream().filter(Purpose::isProduction).toList();
    Builds reader = new Builds(contents.tree(), contexts, this::dockerfile);
    this.builds = contents.composeSets().stream().flatMap(set -> reader.of(set).stream()).toList();
    this.buildsByDockerfile =
        builds.stream()
            .filter(build -> build.dockerfile().isPresent())
            .collect(groupingBy(build -> build.dockerfile().get()));
    this.buildsByService =
        builds.stream()
            .collect(
                groupingBy(
                    ServiceBuild::deployment, toMap(build -> build.service().name(), identity())));
  }

  /** A project of nothing but one Dockerfile, of whose surroundings nothing is known. */
  public static Project of(Dockerfile file, LocalDate today) {
    String path = file.source().path();
    return of(
        Map.of(path, file),
        List.of(),
        today,
        Map.of(path, file.source()),
        changed -> of(Dockerfile.parse(changed.getOrDefault(path, file.source())), today));
  }

  /** A project of nothing but one deployment, of whose surroundings nothing is known. */
  public static Project of(Deployment deployment, LocalDate today) {
    List<Source> files = deployment.files().stream().map(ComposeFile::source).toList();
    return of(
        Map.of(),
        List.of(new ComposeSet(deployment, List.of(deployment.baseFile().source()))),
        today,
        files.stream().collect(toMap(Source::path, identity(), (one, same) -> one)),
        changed -> of(deployment.with(changed), today));
  }

  private static Project of(
      Map<String, Dockerfile> dockerfiles,
      List<ComposeSet> sets,
      LocalDate today,
      Map<String, Source> sources,
      Rereading rereading) {
    return new Project(
        new Contents(
            Path.of(""),
            Set.of(),
            List.of(),
            today,
            new FileTree.Builder(Set.of()).build(),
            dockerfiles,
            Map.of(),
            sets,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty()),
        sources,
        path -> Optional.empty(),
        rereading);
  }

  /** The name of the module, or else of the folder. */
  public String name() {
    return maven()
        .map(model -> model.coordinates().artifactId())
        .orElseGet(
            () -> Optional.ofNullable(folder().getFileName()).map(Path::toString).orElse(""));
  }

  /** The folder that all paths are relative to. */
  public Path folder() {
    return contents.folder();
  }

  /** The day of the audit. */
  public LocalDate today() {
    return contents.today();
  }

  /** Whether there is nothing to audit. */
  public boolean isEmpty() {
    return dockerfiles().isEmpty() && deployments().isEmpty() && problems().isEmpty();
  }

  /** The Dockerfiles to audit. */
  public List<Dockerfile> dockerfiles() {
    return dockerfiles;
  }

  /** A Dockerfile by its path, also one that belongs to another module and is built here. */
  public Optional<Dockerfile> dockerfile(String path) {
    return Optional.ofNullable(contents.dockerfiles().get(path))
        .or(() -> Optional.ofNullable(contents.otherDockerfiles().get(path)));
  }

  /** The deployments to audit. A file may be part of several. */
  public List<Deployment> deployments() {
    return deployments;
  }

  /** The deployments to audit that read a file, in their order. */
  public List<Deployment> deployments(Source file) {
    return READERS.about(this).getOrDefault(file, List.of());
  }

  private static Map<Source, List<Deployment>> readers(Project project) {
    Map<Source, List<Deployment>> readers = new HashMap<>();
    for (Deployment deployment : project.deployments()) {
      for (ComposeFile file : deployment.files()) {
        readers.computeIfAbsent(file.source(), source -> new ArrayList<>(1)).add(deployment);
      }
    }
    return readers;
  }

  /** The deployments with the files that each was loaded from on purpose. */
  List<ComposeSet> composeSets() {
    return contents.composeSets();
  }

  /** The compose files of all deployments, each once. */
  public Stream<Source> composeSources() {
    return COMPOSE_SOURCES.about(this).stream();
  }

  private static List<Source> sourcesOfDeployments(Project project) {
    return project.deployments().stream()
        .flatMap(deployment -> deployment.files().stream())
        .map(ComposeFile::source)
        .distinct()
        .toList();
  }

  /** Whether some deployment is made of a file of that name, in whatever folder. */
  public boolean isComposeFile(String path) {
    String name = Paths.name(path);
    return composeSources().anyMatch(source -> Paths.name(source.path()).equals(name));
  }

  /** The Dockerfiles and compose files, each once. */
  public List<Source> files() {
    return Stream.concat(dockerfiles().stream().map(Dockerfile::source), composeSources()).toList();
  }

  /**
   * Whether the file is audited with this project: false for one of another module that a compose
   * file builds from or includes.
   */
  public boolean owns(String path) {
    return contents.otherModules().stream().noneMatch(module -> Paths.isWithin(path, module));
  }

  /**
   * The modules of a reactor that are audited together; empty if it is one module, or a folder
   * without a POM.
   */
  public List<Module> modules() {
    return contents.modules();
  }

  /** The ignore files, whether a build uses them or not. */
  public List<IgnoreFile> ignoreFiles() {
    return List.copyOf(contents.ignoreFiles().values());
  }

  /** The files that set variables, examples among them. */
  public List<DotEnv> envFiles() {
    return contents.envFiles();
  }

  /** What the project offers to its developers, in its own folder and beside its compose files. */
  public List<DeveloperCommand> commands() {
    return contents.commands();
  }

  /** The shell scripts. */
  public List<ScriptFile> scripts() {
    return scripts;
  }

  /** A shell script by its path. */
  public Optional<ScriptFile> script(String path) {
    return Optional.ofNullable(contents.scripts().get(path));
  }

  /** The text of a file, if it was read for this project. */
  public Optional<Source> source(String path) {
    return Optional.ofNullable(sources.get(path));
  }

  /**
   * The text of any file of the project, such as a manifest of dependencies; read on first use.
   * Empty if there is no such file or it holds no text.
   */
  public Optional<Source> text(String path) {
    return source(path).or(() -> texts.apply(path));
  }

  /**
   * This project as it would be read if some files had other texts; all others stay as they were
   * when this one was read, whatever happens on the disk.
   *
   * @param changed texts by path; a file that is not there yet comes into being
   */
  public Project with(Map<String, Source> changed) {
    return rereading.with(changed);
  }

  /** This project with somebody who reads its scripts. */
  public Project reviewedBy(ScriptReviewer other) {
    return new Project(
        contents, sources, texts, changed -> rereading.with(changed).reviewedBy(other), other);
  }

  /** Who reads the scripts of this project; says nothing unless somebody was named. */
  public ScriptReviewer reviewer() {
    return reviewer;
  }

  /** What belongs to the build and cannot be read. */
  public List<FileProblem> problems() {
    return contents.problems();
  }

  /** What was passed over and why, for those who wonder. */
  public List<String> notes() {
    return contents.notes();
  }

  /** The names of all files of the project, those of nested modules too. */
  public FileTree tree() {
    return contents.tree();
  }

  /** What Maven knows of the module; empty if there is no POM. */
  public Optional<MavenModel> maven() {
    return contents.maven();
  }

  /** How compose builds images, in the order of deployments and services. */
  public List<ServiceBuild> builds() {
    return builds;
  }

  /** How compose builds from that Dockerfile. */
  public List<ServiceBuild> builds(Dockerfile file) {
    return buildsByDockerfile.getOrDefault(file, List.of());
  }

  /** How a service of that deployment is built; empty if it is not. */
  public Optional<ServiceBuild> build(Deployment deployment, Service service) {
    return Optional.ofNullable(
        buildsByService.getOrDefault(deployment, Map.of()).get(service.name()));
  }

  /**
   * The contexts that a Dockerfile is built in: what compose says, or else the folder that has what
   * the Dockerfile copies. Empty if neither tells, so that nothing is known of the context.
   */
  public List<BuildContext> contexts(Dockerfile file) {
    return contextsByDockerfile.computeIfAbsent(file, this::findContexts);
  }

  private List<BuildContext> findContexts(Dockerfile file) {
    List<ServiceBuild> ofFile = builds(file);
    if (ofFile.isEmpty()) {
      return contexts.guess(file).stream().toList();
    }
    SortedMap<String, BuildContext> byFolder = new TreeMap<>();
    ofFile.stream()
        .flatMap(build -> build.context().stream())
        .forEach(context -> byFolder.putIfAbsent(context.folder(), context));
    return List.copyOf(byFolder.values());
  }

  /**
   * The stages of a Dockerfile whose images are meant to run outside of development, in file order:
   * the last one and those that compose builds, without those whose name, Dockerfile, profile or
   * compose file speaks of development. Empty for a Dockerfile that is all for development.
   */
  public List<Stage> shippedStages(Dockerfile file) {
    return shippedByDockerfile.computeIfAbsent(
        file, key -> Purpose.shippedStages(key, builds(key)));
  }

  /** The stages that the images of the {@link #shippedStages} are made of, each once. */
  public List<Stage> stagesInImages(Dockerfile file) {
    return inImagesByDockerfile.computeIfAbsent(file, this::findStagesInImages);
  }

  private List<Stage> findStagesInImages(Dockerfile file) {
    List<Stage> images = shippedStages(file);
    if (images.size() == 1) {
      return images.get(0).ancestors();
    }
    Set<Stage> stages = new LinkedHashSet<>();
    for (Stage image : images) {
      stages.addAll(image.ancestors());
    }
    return List.copyOf(stages);
  }

  /** Whether the name of the Dockerfile or of its folder speaks of development. */
  public boolean isForDevelopment(Dockerfile file) {
    return Purpose.isDevelopment(file);
  }

  /**
   * Whether the image of a stage is for development: the name of the stage or of its Dockerfile
   * speaks of that, or compose builds it for nothing else.
   */
  public boolean isForDevelopment(Dockerfile file, Stage stage) {
    List<ServiceBuild> ofStage = builds(file).stream().filter(build -> build.isOf(stage)).toList();
    return Purpose.isDevelopment(stage)
        || Purpose.isDevelopment(file)
        || !ofStage.isEmpty() && ofStage.stream().allMatch(ServiceBuild::isForDevelopment);
  }

  /** Whether the name of the base file or of its folder speaks of development. */
  public boolean isForDevelopment(Deployment deployment) {
    return Purpose.isDevelopment(deployment);
  }

  /**
   * The deployments of which a file speaks of production, {@code compose.prod.yaml}, and that have
   * the same base file, this one among them; or else those beside it that run services of the same
   * names. None if nothing tells what production runs.
   */
  public List<Deployment> productionOf(Deployment deployment) {
    Source base = deployment.baseFile().source();
    List<Deployment> upon =
        production.stream().filter(other -> other.baseFile().source().equals(base)).toList();
    return upon.isEmpty()
        ? production.stream().filter(other -> isBeside(other, deployment)).toList()
        : upon;
  }

  private static boolean isBeside(Deployment one, Deployment other) {
    return Paths.parent(one.baseFile().source().path())
            .equals(Paths.parent(other.baseFile().source().path()))
        && one.services().stream().anyMatch(s -> other.service(s.name()).isPresent());
  }

  /** Whether all profiles of a service, of which it has some, speak of development. */
  public boolean isForDevelopment(Service service) {
    return Purpose.isDevelopment(service);
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public String toString() {
    return name();
  }
}
