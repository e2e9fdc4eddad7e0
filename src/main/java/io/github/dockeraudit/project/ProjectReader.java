package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Placeholders;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads and parses what a walk has found, and what that names. */
final class ProjectReader {

  /** Further scripts are not read, so that a project full of them does not slow the build. */
  private static final int MOST_SCRIPTS = 1_000;

  private final Walked walked;
  private final Path folder;
  private final FileTree tree;
  private final Found found;
  private final DiskFiles files;
  private final ParsedFiles parsed;
  private final ComposeFinder composeFinder;
  private final SortedMap<String, Dockerfile> dockerfiles = new TreeMap<>();
  private final SortedMap<String, Dockerfile> otherDockerfiles = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  /** What is replaced in a Dockerfile, by its path. */
  private final Map<String, Placeholders> placeholders;

  private ProjectReader(Walked walked, DiskFiles files, ParsedFiles parsed, ComposeFinder finder) {
    this.walked = walked;
    this.folder = walked.folder();
    this.tree = walked.tree();
    this.found = walked.found();
    this.files = files;
    this.parsed = parsed;
    this.composeFinder = finder;
    this.placeholders = placeholders(walked);
  }

  private static Map<String, Placeholders> placeholders(Walked walked) {
    Map<String, Placeholders> byPath = new HashMap<>();
    walked
        .maven()
        .ifPresent(
            own -> own.filled().forEach(file -> byPath.put(file.path(), file.placeholders())));
    return byPath;
  }

  /** Reads all that matters from the disk. */
  static Project read(Walked walked) {
    DiskFiles files = new DiskFiles(walked.disk(), walked.folder(), Map.of());
    ComposeFinder finder = new ComposeFinder(files, walked.tree(), walked.found());
    return new ProjectReader(walked, files, new ParsedFiles(), finder).read();
  }

  /** Reads the project as if these files had these texts, all others unchanged. */
  private Project readWith(Map<String, Source> changed) {
    Walked more = walked;
    for (String path : new TreeSet<>(changed.keySet())) {
      more = tree.at(path) == Entry.FILE ? more : more.with(path);
    }
    Map<String, Source> texts = textsSoFar();
    texts.putAll(changed);
    DiskFiles others = new DiskFiles(walked.disk(), folder, texts);
    // A file that is new may have been missed by any deployment: then all are loaded again.
    ComposeFinder finder =
        more == walked
            ? new ComposeFinder(others, composeFinder, changed.keySet())
            : new ComposeFinder(others, more.tree(), more.found());
    return new ProjectReader(more, others, parsed.without(changed.keySet()), finder).read();
  }

  private Map<String, Source> textsSoFar() {
    synchronized (files) {
      return files.sources();
    }
  }

  /** Asked for by rules, which may run in several threads. */
  private Optional<Source> manifest(String path) {
    synchronized (files) {
      return read(path, FileKind.MANIFEST);
    }
  }

  private Project read() {
    notes.addAll(walked.notes());
    readDockerfiles();
    List<ComposeSet> sets = composeFinder.find();
    notes.addAll(composeFinder.notes());
    Builds reader = new Builds(tree, new Contexts(tree, Map.of()), this::builtDockerfile);
    List<ServiceBuild> builds = sets.stream().flatMap(set -> reader.of(set).stream()).toList();
    boolean isEmpty = dockerfiles.isEmpty() && sets.isEmpty();
    Map<String, IgnoreFile> ignoreFiles = isEmpty ? Map.of() : ignoreFiles(builds);
    List<DotEnv> envFiles = isEmpty ? List.of() : envFiles();
    List<DeveloperCommand> commands = isEmpty ? List.of() : commands(sets);
    Map<String, ScriptFile> scripts = isEmpty ? Map.of() : scripts();
    notes.addAll(files.notes());
    return new Project(
        new Contents(
            folder,
            walked.otherModules(),
            walked.modules(),
            walked.today(),
            tree,
            dockerfiles,
            otherDockerfiles,
            sets,
            ignoreFiles,
            envFiles,
            commands,
            scripts,
            problems(reader.problems()),
            notes,
            walked.maven()),
        files.sources(),
        this::manifest,
        this::readWith);
  }

  private void readDockerfiles() {
    Map<String, Source> texts = new LinkedHashMap<>();
    found
        .dockerfiles()
        .forEach(path -> dockerfileText(path).ifPresent(text -> texts.put(path, text)));
    parsed.dockerfiles(List.copyOf(texts.values()), this::parse);
    texts.forEach(
        (path, text) ->
            Optional.of(parsed.dockerfile(text, this::parse))
                .filter(this::isDockerfile)
                .ifPresent(file -> dockerfiles.put(path, file)));
  }

  private Optional<Source> dockerfileText(String path) {
    Entry entry = tree.at(path);
    if (entry == Entry.FOLDER && !FileNames.isUnmistakable(Paths.name(path))) {
      return Optional.empty();
    }
    if (found.isLink(path) && isFoundWithoutLink(path)) {
      notes.add(path + " is a link to another Dockerfile of the project, which is audited");
      return Optional.empty();
    }
    return files.read(path, FileKind.DOCKERFILE);
  }

  private Dockerfile parse(Source source) {
    Placeholders filled = placeholders.get(source.path());
    return filled == null ? Dockerfile.parse(source) : Dockerfile.parse(source, filled);
  }

  private boolean isFoundWithoutLink(String path) {
    return files
        .realPath(path)
        .filter(real -> real.startsWith(folder))
        .map(real -> Paths.clean(folder.relativize(real).toString().replace('\\', '/')))
        .filter(target -> found.dockerfiles().contains(target) && !found.isLink(target))
        .isPresent();
  }

  /** A Java class may be called {@code Dockerfile.java}: only a Dockerfile begins like one. */
  private boolean isDockerfile(Dockerfile file) {
    String path = file.source().path();
    if (!FileNames.mayBeProgram(Paths.name(path)) || found.isIncluded(path)) {
      return true;
    }
    Optional<Instruction> first = file.instructions().stream().findFirst();
    boolean begins = first.filter(i -> i instanceof From || i instanceof Arg).isPresent();
    if (!begins) {
      notes.add(path + " does not begin like a Dockerfile and is not audited");
    }
    return begins;
  }

  /** What compose builds from is a Dockerfile whatever its name. */
  private Optional<Dockerfile> builtDockerfile(String path) {
    SortedMap<String, Dockerfile> owner = isOwn(path) ? dockerfiles : otherDockerfiles;
    if (!owner.containsKey(path) && tree.at(path) == Entry.FILE) {
      files
          .read(path, FileKind.DOCKERFILE)
          .ifPresent(source -> owner.put(path, parsed.dockerfile(source, this::parse)));
    }
    return Optional.ofNullable(owner.get(path));
  }

  private boolean isOwn(String path) {
    return found.isWanted(path)
        && walked.otherModules().stream().noneMatch(module -> Paths.isWithin(path, module));
  }

  private Map<String, IgnoreFile> ignoreFiles(List<ServiceBuild> builds) {
    Stream<String> ofBuilds =
        builds.stream()
            .filter(build -> build.context().isPresent() && build.dockerfilePath().isPresent())
            .flatMap(
                build ->
                    Contexts.ignorePaths(
                        build.context().get().folder(), build.dockerfilePath().get()));
    Map<String, IgnoreFile> ignoreFiles = new TreeMap<>();
    Stream.concat(found.ignoreFiles().stream(), ofBuilds)
        .flatMap(path -> read(path, FileKind.IGNORE).stream())
        .forEach(source -> ignoreFiles.put(source.path(), parsed.ignoreFile(source)));
    return ignoreFiles;
  }

  private List<DotEnv> envFiles() {
    return found.envFiles().stream()
        .flatMap(path -> read(path, FileKind.ENV).stream())
        .map(DotEnv::parse)
        .toList();
  }

  private List<DeveloperCommand> commands(Collection<ComposeSet> sets) {
    TreeSet<String> folders = new TreeSet<>(Set.of("."));
    sets.stream().map(ComposeSet::folder).filter(this::isOwn).forEach(folders::add);
    CommandFiles reader =
        new CommandFiles(
            (folder, name) ->
                tree.isFile(folder, name)
                    ? files.read(Paths.child(folder, name), FileKind.COMMANDS)
                    : Optional.empty());
    return folders.stream()
        .flatMap(folder -> parsed.commands(folder, reader::commandsIn).stream())
        .toList();
  }

  private Map<String, ScriptFile> scripts() {
    if (found.scripts().size() > MOST_SCRIPTS) {
      notes.add("Of " + found.scripts().size() + " scripts " + MOST_SCRIPTS + " are read");
    }
    Map<String, ScriptFile> scripts = new TreeMap<>();
    found.scripts().stream()
        .limit(MOST_SCRIPTS)
        .flatMap(path -> read(path, FileKind.SCRIPT).stream())
        .forEach(source -> scripts.put(source.path(), parsed.script(source, files::isExecutable)));
    return scripts;
  }

  /** Reads what is a file, and no folder of the same name. */
  private Optional<Source> read(String path, FileKind kind) {
    return tree.isFile(path) ? files.read(path, kind) : Optional.empty();
  }

  private List<FileProblem> problems(List<FileProblem> ofBuilds) {
    return Stream.of(found.problems(), files.problems(), ofBuilds)
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(FileProblem::range))
        .toList();
  }
}
