package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the program of some images may write to: its working directory, its volumes, and the folders
 * that the file makes for it.
 */
final class Property {

  /** Commands that leave nothing in the working directory which a program would change. */
  private static final Set<String> HARMLESS =
      Set.of(
          "[",
          "addgroup",
          "adduser",
          "alias",
          "apt-mark",
          "cat",
          "cargo",
          "cd",
          "chgrp",
          "chmod",
          "chown",
          "command",
          "cmake",
          "corepack",
          "curl",
          "dotnet",
          "dpkg",
          "echo",
          "export",
          "find",
          "gcc",
          "gpg",
          "gradle",
          "gradlew",
          "grep",
          "groupadd",
          "head",
          "java",
          "javac",
          "jlink",
          "ldconfig",
          "ln",
          "locale-gen",
          "ls",
          "make",
          "mkdir",
          "mvn",
          "mvnw",
          "ng",
          "npm",
          "npx",
          "pip",
          "pip3",
          "pipenv",
          "pnpm",
          "poetry",
          "printf",
          "rm",
          "rmdir",
          "sed",
          "set",
          "sleep",
          "strip",
          "tee",
          "test",
          "tr",
          "true",
          "tsc",
          "update-ca-certificates",
          "useradd",
          "usermod",
          "uv",
          "virtualenv",
          "wget",
          "which",
          "xargs",
          "yarn",
          ":");

  /** Files that a program reads at most. */
  private static final Set<String> READ_ONLY =
      Set.of(".jar", ".sh", ".lock", ".toml", ".conf", ".mod", ".sum", ".whl", ".pem", ".crt");

  private static final Set<String> MANIFESTS =
      Set.of("package", "requirements", "Gemfile", "Pipfile", "composer", "pom.xml", "npm-shrink");

  private static final Set<String> CONFIGURING = Set.of("install", "config", "lock");

  private final Layers layers;
  private final ServiceKind kind;
  private final Set<String> workdirs = new LinkedHashSet<>();
  private final Set<String> volumes = new LinkedHashSet<>();
  private final Set<String> made = new LinkedHashSet<>();

  Property(Layers layers, List<Stage> images, Deployed deployed, ServiceKind kind) {
    this.layers = layers;
    this.kind = kind;
    if (kind == ServiceKind.NONE || kind == ServiceKind.PHP_FPM) {
      images.stream()
          .flatMap(image -> image.finalState().workdir().text().stream())
          .filter(Folders::isForApplications)
          .forEachOrdered(workdirs::add);
      layers.steps().flatMap(this::foldersMade).forEachOrdered(made::add);
    }
    layers
        .all(Volume.class)
        .flatMap(this::paths)
        .filter(Folders::isForApplications)
        .forEachOrdered(volumes::add);
    deployed
        .volumeFolders()
        .map(Folders::withoutSlash)
        .filter(Folders::isForApplications)
        .forEachOrdered(volumes::add);
    made.removeAll(workdirs);
    volumes.removeAll(workdirs);
    volumes.removeAll(made);
  }

  private Stream<String> paths(Volume volume) {
    State state = layers.stateAt(volume);
    return volume.paths().stream()
        .flatMap(path -> state.expand(path).text().stream())
        .map(Folders::withoutSlash);
  }

  /** The folders that a command makes and nothing else names: they are there to be written to. */
  private Stream<String> foldersMade(Layers.Step step) {
    return step.program().is("mkdir")
            && !step.run().command().script().commands().stream()
                .anyMatch(command -> command.is("cd", "pushd"))
        ? step.program().operands().stream()
            .flatMap(word -> word.literal().stream())
            .filter(path -> path.chars().noneMatch(c -> "*?{}[]~".indexOf(c) >= 0))
            .flatMap(path -> absolute(path, step.state()).stream())
            .filter(Folders::isForApplications)
            .filter(folder -> layers.steps().noneMatch(other -> isUsedBy(other, folder)))
        : Stream.empty();
  }

  private static Optional<String> absolute(String path, State state) {
    String clean = Folders.withoutSlash(path.startsWith("./") ? path.substring(2) : path);
    if (clean.startsWith("/")) {
      return Optional.of(clean);
    }
    return state.workdir().text().map(from -> (from.equals("/") ? "" : from) + "/" + clean);
  }

  private static boolean isUsedBy(Layers.Step step, String folder) {
    SimpleCommand command = step.program();
    return !command.is("mkdir", "chmod", "touch")
        && command.arguments().stream()
            .flatMap(word -> word.literal().stream())
            .anyMatch(word -> Folders.isWithin(word, folder) || word.endsWith("=" + folder));
  }

  /** Whether a working directory is the user's. */
  boolean hasWorkdir() {
    return !workdirs.isEmpty();
  }

  /** Whether the user may write to a path once all is done. */
  boolean covers(String path) {
    return Stream.of(workdirs, made, volumes, Set.copyOf(kind.written()))
        .flatMap(Set::stream)
        .anyMatch(folder -> Folders.isWithin(path, folder));
  }

  /** Where the program can be expected to write, and the user may not. */
  Stream<String> doubts(List<Stage> images) {
    Stream<String> directories =
        images.stream()
            .flatMap(image -> image.finalState().workdir().text().stream())
            .filter(path -> kind == ServiceKind.NONE && !path.equals("/"))
            .filter(path -> !Folders.isWithin(path, "/tmp") && !covers(path))
            .map(path -> "it may not write to its working directory " + path);
    Stream<String> declared =
        layers
            .all(Volume.class)
            .flatMap(volume -> paths(volume).filter(path -> !Folders.isWithin(path, "/tmp")))
            .filter(path -> !covers(path))
            .map(path -> "it may not write to the volume " + path);
    return Stream.concat(directories, declared);
  }

  /** The folders to be given to the user, each once. */
  List<String> folders() {
    List<String> folders = new ArrayList<>(workdirs);
    folders.addAll(made);
    folders.addAll(volumes);
    folders.addAll(kind.written());
    if (kind == ServiceKind.NGINX && rendersTemplates()) {
      folders.add("/etc/nginx/conf.d");
    }
    return folders;
  }

  /** The entry point of nginx writes there what it makes of templates. */
  private boolean rendersTemplates() {
    return layers
        .all(Copy.class)
        .anyMatch(copy -> copy.destination().text().startsWith("/etc/nginx/templates"));
  }

  /** Whether a folder has to be made first, as seen from before an instruction. */
  boolean isMissing(String folder, int offset) {
    boolean isThere =
        kind.written().contains(folder)
            || folder.startsWith("/etc/")
            || workdirs.contains(folder) && isSetBefore(folder, offset)
            || made.contains(folder)
            || isCopied(folder, offset);
    return !isThere;
  }

  private boolean isSetBefore(String folder, int offset) {
    return layers.stages().stream()
        .flatMap(stage -> stage.all(Workdir.class))
        .filter(workdir -> workdir.range().end() <= offset)
        .anyMatch(
            workdir ->
                layers
                    .stateAt(workdir)
                    .locate(workdir.path())
                    .text()
                    .filter(folder::equals)
                    .isPresent());
  }

  private boolean isCopied(String folder, int offset) {
    return layers.stages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(instruction -> instruction.range().end() <= offset)
        .flatMap(instruction -> destination(instruction).stream())
        .anyMatch(to -> Folders.isWithin(to, folder));
  }

  /** Whether the folders come into being only by a RUN, so that they can be given only after it. */
  boolean isLate() {
    return !made.isEmpty() || isMadeByCommands();
  }

  /**
   * Whether commands leave files in a working directory that the program may want to change, which
   * no flag of COPY can give it.
   */
  boolean isMadeByCommands() {
    return layers
        .steps()
        .filter(step -> isInWorkdir(step.state()))
        .anyMatch(step -> !isHarmless(step));
  }

  private boolean isInWorkdir(State state) {
    return state
        .workdir()
        .text()
        .filter(at -> workdirs.stream().anyMatch(folder -> Folders.isWithin(at, folder)))
        .isPresent();
  }

  private boolean isHarmless(Layers.Step step) {
    SimpleCommand command = step.program();
    return command.words().isEmpty()
        || writesElsewhere(command)
        || command.program().filter(HARMLESS::contains).isPresent()
        || PackageCommand.of(step.command()).isPresent()
        || command.hasFlag("--version", "-version")
        || command.is("python", "python3") && isModuleOrVersion(command)
        || command.is("bundle") && command.subcommand().filter(CONFIGURING::contains).isPresent()
        || command.script().isPresent();
  }

  /** Whether the command says where its files go, and that is not a working directory. */
  private boolean writesElsewhere(SimpleCommand command) {
    List<io.github.dockeraudit.shell.Word> operands = command.operands();
    Optional<io.github.dockeraudit.shell.Word> target =
        command.is("tar", "unzip", "bsdtar")
            ? command.flagValue("-C", "--directory", "-d")
            : command.is("cp", "mv", "install", "git") && operands.size() > 1
                ? Optional.of(operands.get(operands.size() - 1))
                : Optional.empty();
    return target
        .map(io.github.dockeraudit.shell.Word::prefix)
        .filter(path -> path.startsWith("/"))
        .filter(path -> workdirs.stream().noneMatch(folder -> Folders.isWithin(path, folder)))
        .isPresent();
  }

  /** {@code python -m venv}, {@code python -m compileall} and such. */
  private static boolean isModuleOrVersion(SimpleCommand command) {
    return command.hasFlag("-m", "-V");
  }

  /** The COPY and ADD instructions whose files have to be the user's. */
  List<Instruction> copies() {
    return layers.stages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(instruction -> instruction instanceof Copy || instruction instanceof Add)
        .filter(instruction -> !instruction.hasFlag("chown"))
        .filter(this::mustBeOwned)
        .toList();
  }

  private boolean mustBeOwned(Instruction instruction) {
    if (isUnreadable(instruction)) {
      return true;
    }
    Optional<String> to = destination(instruction);
    return to.filter(path -> workdirs.stream().anyMatch(folder -> Folders.isWithin(path, folder)))
            .isPresent()
        && !sources(instruction).stream().allMatch(source -> isOnlyRead(source.text()));
  }

  /** Docker gives what ADD downloads to root alone. */
  private static boolean isUnreadable(Instruction instruction) {
    Optional<String> mode = instruction.flag("chmod").flatMap(Flag::value).flatMap(Word::literal);
    return mode.isPresent()
        ? mode.get().length() >= 3 && mode.get().endsWith("0")
        : instruction instanceof Add
            && sources(instruction).stream().anyMatch(word -> Add.isRemote(word.text()));
  }

  private Optional<String> destination(Instruction instruction) {
    return Optional.of(instruction)
        .filter(transfer -> transfer instanceof Copy || transfer instanceof Add)
        .map(
            transfer ->
                transfer instanceof Copy copy ? copy.destination() : ((Add) transfer).destination())
        .flatMap(to -> layers.stateAt(instruction).locate(to).text());
  }

  private static List<Word> sources(Instruction instruction) {
    return instruction instanceof Copy copy ? copy.sources() : ((Add) instruction).sources();
  }

  private static boolean isOnlyRead(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot >= 0 && READ_ONLY.contains(name.substring(dot))
        || MANIFESTS.stream().anyMatch(name::startsWith);
  }
}
