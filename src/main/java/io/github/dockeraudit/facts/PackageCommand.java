package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.Pipeline;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that a package manager is given, such as {@code apt-get install -y curl=7.88}. */
public final class PackageCommand implements Located {

  /** What a package manager is told to do. */
  public enum Action {
    /** Install packages, or all that a manifest names. */
    INSTALL,
    /** Fetch the lists of what there is: {@code apt-get update}, {@code apk update}. */
    REFRESH,
    /** Replace installed packages by newer ones: {@code apt-get upgrade}, {@code yum update}. */
    UPGRADE,
    /** Remove packages. */
    REMOVE,
    /** Delete what was downloaded: {@code dnf clean all}, {@code npm cache clean}. */
    CLEAN,
    /** Fetch a program and run it at once: {@code go run example.com/tool@v1.2.3}. */
    RUN,
    /** Anything else. */
    OTHER
  }

  private static final Fact<Script, List<PackageCommand>> OF_SCRIPT = Fact.of(PackageCommand::find);
  private static final Fact<Dockerfile, List<PackageCommand>> OF_FILE =
      Fact.of(PackageCommand::find);

  private final SimpleCommand command;
  private final PackageManager manager;
  private final PackageSyntax.Reading reading;

  /** Read on first use; a race only reads them twice. */
  private List<PackageSpec> packages;

  private PackageCommand(
      SimpleCommand command, PackageManager manager, PackageSyntax.Reading reading) {
    this.command = command;
    this.manager = manager;
    this.reading = reading;
  }

  /** The package command that a command runs in the end; empty if it runs none. */
  public static Optional<PackageCommand> of(SimpleCommand command) {
    SimpleCommand run = command.unwrapped();
    return run.program()
        .flatMap(PackageManager::ofProgram)
        .flatMap(
            manager ->
                PackageSyntax.read(manager, run)
                    .map(reading -> new PackageCommand(run, manager, reading)));
  }

  /** All package commands of a script, in text order. */
  public static List<PackageCommand> all(Script script) {
    return OF_SCRIPT.about(script);
  }

  /** Those of all RUNs of a file, in file order, those inside ONBUILD included. */
  public static Stream<PackageCommand> in(Dockerfile file) {
    List<PackageCommand> all = OF_FILE.about(file);
    return all.isEmpty() ? Stream.empty() : all.stream();
  }

  private static List<PackageCommand> find(Dockerfile file) {
    return file.all(Run.class).flatMap(run -> all(run.command().script()).stream()).toList();
  }

  private static List<PackageCommand> find(Script script) {
    List<PackageCommand> found = new ArrayList<>(2);
    for (SimpleCommand command : script.commands()) {
      of(command).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** The command, wrappers such as {@code sudo} taken off. */
  public SimpleCommand command() {
    return command;
  }

  /** The command with its arguments, without wrappers. */
  @Override
  public SourceRange range() {
    return command.range();
  }

  /** The package manager. */
  public PackageManager manager() {
    return manager;
  }

  /** The program as it is called: {@code apt} or {@code apt-get}, {@code pip3}. */
  public String program() {
    return command.program().orElseThrow();
  }

  /** Whether the {@link #program} is this one. */
  public boolean isCalled(String program) {
    return program().equals(program);
  }

  /** What it is told to do. */
  public Action action() {
    return reading.action();
  }

  /** Whether it is told to do one of these. */
  public boolean does(Action... actions) {
    for (Action candidate : actions) {
      if (candidate == action()) {
        return true;
      }
    }
    return false;
  }

  /** The word that says what to do, the last if it takes several; none for pacman and bare yarn. */
  public Optional<Word> subcommand() {
    return reading.subcommand();
  }

  /**
   * What the action is for, in text order: what to install, to upgrade, to remove. Empty when it is
   * for everything that is installed, or that a manifest names.
   */
  public List<PackageSpec> packages() {
    List<PackageSpec> read = packages;
    if (read == null) {
      read =
          reading.operands().stream()
              .map(word -> PackageSpec.of(manager, word, command, reading.subcommandText()))
              .toList();
      packages = read;
    }
    return read;
  }

  /** Whether it installs what a file names, such as {@code npm ci} or {@code pip install -r}. */
  public boolean isFromManifest() {
    return action() == Action.INSTALL && PackageSyntax.readsManifest(manager, command, packages());
  }

  /**
   * Whether the RUN itself calls it by its bare name: not by a path, not behind {@code sudo} and
   * such, not in a script that is handed to another shell. It may be a module of Python.
   */
  public boolean isPlain() {
    boolean isBare =
        command
            .name()
            .filter(name -> name.literal().filter(program()::equals).isPresent())
            .isPresent();
    return isBare
        && command.wrappers().stream().allMatch(wrapper -> wrapper.startsWith("python"))
        && !command.isHanded();
  }

  /** Whether it reads the output of another command, such as {@code yes}. */
  public boolean isPipedInto() {
    return command.parent().filter(Pipeline.class::isInstance).isPresent()
        && command.parent().get().children().get(0).range().start() != command.range().start();
  }

  /** Whether one of these flags is given; see {@link SimpleCommand#hasFlag}. */
  public boolean hasFlag(String... names) {
    return command.hasFlag(names);
  }

  @Override
  public String toString() {
    return command.toString();
  }
}
