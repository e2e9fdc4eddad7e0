package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the commands of RUN leave in some images. */
final class BuildCommands {

  /** Commands that leave nothing which a program would change: they compile, install or ask. */
  private static final Set<String> HARMLESS =
      Set.of(
          ("[ : addgroup adduser alias apt-mark cat cargo cd chgrp chmod chown cmake command corepack"
                  + " curl dotnet dpkg echo export find gcc go gpg gradle gradlew grep groupadd head"
                  + " java javac jlink ldconfig ln locale-gen ls make mkdir mvn mvnw ng npm npx pip"
                  + " pip3 pipenv pnpm poetry printf rm rmdir sed set sleep strip tee test tr true tsc"
                  + " update-ca-certificates useradd usermod uv virtualenv wget which xargs yarn")
              .split(" "));

  private static final Set<String> CONFIGURING = Set.of("install", "config", "lock");

  private final Layers layers;

  BuildCommands(Layers layers) {
    this.layers = layers;
  }

  /** The folders that commands make and nothing else names: they are there to be written to. */
  Stream<String> foldersMade() {
    return layers.steps().flatMap(this::foldersMade);
  }

  private Stream<String> foldersMade(Layers.Step step) {
    boolean moves =
        step.run().command().script().commands().stream()
            .anyMatch(command -> command.is("cd", "pushd"));
    if (!step.program().is("mkdir") || moves) {
      return Stream.empty();
    }
    return step.program().operands().stream()
        .flatMap(word -> word.literal().stream())
        .filter(path -> path.chars().noneMatch(c -> "*?{}[]~".indexOf(c) >= 0))
        .flatMap(path -> Folders.absolute(path, step.state()).stream())
        .filter(Folders::isForApplications)
        .filter(folder -> layers.steps().noneMatch(other -> isUsedBy(other, folder)));
  }

  /** The packages of the distribution that are installed, as written. */
  Stream<String> packages() {
    return layers
        .steps()
        .flatMap(step -> PackageCommand.of(step.command()).stream())
        .filter(command -> command.manager().isOfDistribution() && command.does(Action.INSTALL))
        .flatMap(command -> command.packages().stream())
        .flatMap(spec -> spec.name().stream());
  }

  private static boolean isUsedBy(Layers.Step step, String folder) {
    return !step.program().is("mkdir", "chmod", "touch")
        && step.program().arguments().stream()
            .flatMap(word -> word.literal().stream())
            .anyMatch(word -> Folders.isWithin(word, folder) || word.endsWith("=" + folder));
  }

  /**
   * Whether commands leave files in a working directory that the program may want to change, which
   * no flag of COPY can give it.
   */
  boolean leaveFilesIn(Collection<String> workdirs) {
    return layers
        .steps()
        .filter(step -> isIn(workdirs, step.state()))
        .anyMatch(step -> !isHarmless(step, workdirs));
  }

  private static boolean isIn(Collection<String> workdirs, State state) {
    return state.workdir().text().filter(at -> isWithinAny(at, workdirs)).isPresent();
  }

  private static boolean isWithinAny(String path, Collection<String> folders) {
    return folders.stream().anyMatch(folder -> Folders.isWithin(path, folder));
  }

  private static boolean isHarmless(Layers.Step step, Collection<String> workdirs) {
    SimpleCommand command = step.program();
    return command.words().isEmpty()
        || command.program().filter(HARMLESS::contains).isPresent()
        || PackageCommand.of(step.command()).isPresent()
        || command.hasFlag("--version", "-version")
        || command.is("python", "python3") && command.hasFlag("-m", "-V")
        || command.is("bundle") && command.subcommand().filter(CONFIGURING::contains).isPresent()
        || command.script().isPresent()
        || target(command).filter(path -> !isWithinAny(path, workdirs)).isPresent();
  }

  /** Where the command puts its files, if it says so. */
  private static Optional<String> target(SimpleCommand command) {
    List<Word> operands = command.operands();
    Optional<Word> target =
        command.is("tar", "unzip", "bsdtar")
            ? command.flagValue("-C", "--directory", "-d")
            : command.is("cp", "mv", "install", "git") && operands.size() > 1
                ? Optional.of(operands.get(operands.size() - 1))
                : Optional.empty();
    return target.map(Word::prefix).filter(path -> path.startsWith("/"));
  }
}
