package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Maintainer;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code cd} that a {@code RUN} begins with, and how a {@code WORKDIR} takes its place. */
public final class LeadingCd {

  /** What only a shell makes a directory of: a pattern, a home directory, the one before. */
  private static final Pattern NEEDS_SHELL = Pattern.compile("^-$|^~|[*?\\[{]");

  private final SimpleCommand cd;
  private final Run run;
  private final Optional<Stage> stageOfRun;

  /**
   * @param cd a {@code cd} to one directory
   * @param run the RUN that it stands in
   * @param stage the stage of that RUN; empty before the first
   */
  private LeadingCd(SimpleCommand cd, Run run, Optional<Stage> stage) {
    this.cd = cd;
    this.run = run;
    this.stageOfRun = stage;
  }

  /** Those of a file that a WORKDIR can take the place of, in file order. */
  public static Stream<LeadingCd> in(Dockerfile file) {
    return file.commands("cd")
        .filter(call -> call.written() == call.command() && call.command().operands().size() == 1)
        .filter(call -> firstCommand(call.run()).filter(call.command()::equals).isPresent())
        .map(call -> new LeadingCd(call.command(), call.run(), file.stageOf(call.run())))
        .filter(LeadingCd::isKnownToDocker);
  }

  /** What the shell itself does first, but for settings, and for making the directory. */
  private static Optional<SimpleCommand> firstCommand(Run run) {
    return run.command().script().block().children().stream()
        .flatMap(node -> node instanceof AndOr list ? list.children().stream() : Stream.of(node))
        .dropWhile(LeadingCd::isPreparation)
        .findFirst()
        .filter(SimpleCommand.class::isInstance)
        .map(SimpleCommand.class::cast);
  }

  private static boolean isPreparation(Node node) {
    return node instanceof SimpleCommand command
        && (command.is("set", "export", ":") || command.name().isEmpty() || makesNext(command));
  }

  private static boolean makesNext(SimpleCommand command) {
    return command.is("mkdir")
        && command.operands().size() == 1
        && command
            .next()
            .filter(next -> next.raw().equals("cd " + command.operands().get(0)))
            .isPresent();
  }

  /** The {@code cd}. */
  public SimpleCommand command() {
    return cd;
  }

  /** Whether WORKDIR leads to the same place: it expands the variables of the file, and no more. */
  private boolean isKnownToDocker() {
    io.github.dockeraudit.shell.Word directory = cd.operands().get(0);
    Optional<State> state = stageOfRun.map(stage -> stage.stateAt(run));
    return !NEEDS_SHELL.matcher(directory.prefix()).find()
        && directory.expandsOnly(
            variable -> state.filter(s -> s.variable(variable).isKnown()).isPresent());
  }

  /** A WORKDIR in its place, or the reason why that cannot be. */
  public Remedy remedy() {
    return obstacle()
        .map(Remedy::none)
        .orElseGet(() -> Remedy.intended("Say WORKDIR for cd", edits()));
  }

  private Optional<String> obstacle() {
    if (run.isTrigger() || stageOfRun.isEmpty()) {
      return Optional.of("it is run in another build");
    }
    if (!run.heredocs().isEmpty() || cd.range().start() != run.command().range().start()) {
      return Optional.of("it is not the first command");
    }
    if (cd.next().isEmpty()) {
      return Optional.of("whether it was meant for what comes later only you know");
    }
    if (!isFollowedInAnyCase() || gap().text().indexOf('#') >= 0 || looksBack()) {
      return Optional.of("what comes after it depends on it");
    }
    boolean isRelative = !cd.operands().get(0).raw().matches("[\"']?[/$].*");
    return present().isEmpty() && (matters() || isRelative)
        ? Optional.of("which folder to go back to only the base image knows")
        : Optional.empty();
  }

  /** Puts a WORKDIR before the RUN, and one after it that goes back if anything depends on that. */
  private List<TextEdit> edits() {
    SourceRange range = run.range();
    String newline = range.source().lineEnding();
    String there = cd.operands().get(0).raw();
    List<TextEdit> edits = new ArrayList<>();
    if (present().filter(there::equals).isPresent()) {
      return List.of(gap().delete());
    }
    edits.add(
        wayBack()
            .map(workdir -> workdir.range().delete())
            .orElseGet(() -> range.insertBefore(run.alike("WORKDIR " + there) + newline)));
    edits.add(gap().delete());
    if (matters()) {
      edits.add(run.lineAfter("WORKDIR " + present().orElseThrow()));
    }
    return edits;
  }

  /** A WORKDIR right before the RUN that leaves the very folder to which this goes below it. */
  private Optional<Workdir> wayBack() {
    Optional<String> below =
        cd.operands()
            .get(0)
            .literal()
            .filter(path -> !path.startsWith("/") && !path.contains(".."));
    return stageOfRun
        .orElseThrow()
        .all(Workdir.class)
        .filter(workdir -> workdir.range().end() == run.range().start())
        .filter(
            workdir ->
                below
                    .map(path -> present().orElse("") + "/" + path)
                    .equals(stageOfRun.get().stateAt(workdir).workdir().text()))
        .findFirst();
  }

  /** From the {@code cd} to the next command. */
  private SourceRange gap() {
    SourceRange next = cd.next().orElseThrow().range();
    return next.source().range(cd.range().start(), next.start());
  }

  private boolean isFollowedInAnyCase() {
    Node parent = cd.parent().orElseThrow();
    return !(parent instanceof AndOr list)
        || list.operators().stream().allMatch(AndOr.Operator.AND::equals);
  }

  private boolean looksBack() {
    return run.command().text().text().contains("OLDPWD")
        || run.command().script().commands().stream()
            .anyMatch(
                command ->
                    command.is("cd") && command.arguments().stream().anyMatch(w -> w.is("-")));
  }

  private Optional<String> present() {
    return stageOfRun.orElseThrow().stateAt(run).workdir().text().filter(path -> !path.isEmpty());
  }

  /** Whether the folder in effect after the RUN has any meaning for what comes after it. */
  private boolean matters() {
    for (Instruction instruction : stageOfRun.orElseThrow().instructions()) {
      if (instruction.range().start() <= run.range().start()) {
        continue;
      }
      if (instruction instanceof Workdir workdir && isAbsolute(workdir.path())) {
        return false;
      }
      if (startsInFolder(instruction)) {
        return true;
      }
    }
    return true;
  }

  private static boolean startsInFolder(Instruction instruction) {
    if (instruction instanceof Copy copy) {
      return !isAbsolute(copy.destination());
    }
    if (instruction instanceof Add add) {
      return !isAbsolute(add.destination());
    }
    return !(instruction instanceof Arg
        || instruction instanceof Env
        || instruction instanceof Label
        || instruction instanceof Expose
        || instruction instanceof User
        || instruction instanceof Volume
        || instruction instanceof Stopsignal
        || instruction instanceof Maintainer);
  }

  private static boolean isAbsolute(Word path) {
    return path.text().startsWith("/");
  }
}
