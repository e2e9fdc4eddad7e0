package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Copied;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The instructions that copy sources, with what has to stay behind them. */
final class MovedSources {

  private final Stage stage;
  private final Run run;
  private final CopiedFiles files;
  private final List<Instruction> moved;

  /**
   * @param sources what has to be copied later, among others
   * @param run the install
   */
  MovedSources(Stage stage, Run run, Word sources, CopiedFiles files) throws ObstacleException {
    this.stage = stage;
    this.run = run;
    this.files = files;
    this.moved = find();
    if (moved.stream().noneMatch(one -> one.range().contains(sources.range()))) {
      throw new ObstacleException("another stage copies the sources");
    }
    if (!moved.stream().allMatch(this::isKnown)) {
      throw new ObstacleException("only the build knows where the sources go");
    }
  }

  /** In file order; at least one. */
  List<Instruction> all() {
    return moved;
  }

  Instruction first() {
    return moved.get(0);
  }

  Instruction last() {
    return moved.get(moved.size() - 1);
  }

  boolean contain(Instruction instruction) {
    return moved.contains(instruction);
  }

  /** What copies sources, and what changes them afterwards. */
  private List<Instruction> find() {
    List<Instruction> found = new ArrayList<>();
    for (Instruction instruction : between(stage.range().end(), run.range().start())) {
      if (LateInstall.sourcesIn(instruction).isPresent()
          || changesAny(instruction, found)
          || isChmodOf(found, instruction)) {
        found.add(instruction);
      }
    }
    return found;
  }

  private boolean changesAny(Instruction instruction, List<Instruction> found) {
    return files.all().stream()
        .filter(one -> one.copy().instruction() == instruction)
        .anyMatch(one -> changesWhatIsMoved(one, found));
  }

  private boolean isKnown(Instruction instruction) {
    return instruction instanceof Run
        || files.all().stream().anyMatch(one -> one.copy().instruction() == instruction);
  }

  /** Whether it does nothing but make files executable that are copied before. */
  private boolean isChmodOf(List<Instruction> moved, Instruction instruction) {
    return !moved.isEmpty()
        && instruction instanceof Run chmod
        && chmod.command().script().commands().stream()
            .allMatch(command -> isChmod(command) && namesOnlyFiles(command, chmod));
  }

  static boolean isChmod(SimpleCommand command) {
    return command.is("chmod")
        && !command.hasFlag("-R", "--recursive")
        && command.redirections().isEmpty();
  }

  private boolean namesOnlyFiles(SimpleCommand chmod, Instruction at) {
    String folder = CopiedFiles.workdir(stage.stateAt(at));
    return chmod.operands().stream()
        .skip(1)
        .allMatch(
            file ->
                file.literal()
                    .filter(path -> files.hasFile(CopiedFiles.resolve(folder, path)))
                    .isPresent());
  }

  /** Copying the very same file to the very same place changes nothing. */
  private boolean changesWhatIsMoved(Copied one, List<Instruction> moved) {
    return files.all().stream()
        .filter(other -> moved.contains(other.copy().instruction()))
        .filter(
            other ->
                Paths.isWithin(one.target(), other.target())
                    || Paths.isWithin(other.target(), one.target()))
        .anyMatch(
            other ->
                !one.source()
                    .equals(
                        Paths.clean(
                            other.source()
                                + "/"
                                + CopiedFiles.below(one.target(), other.target()))));
  }

  /** The instructions of the stage between two offsets. */
  List<Instruction> between(int start, int end) {
    return stage.instructions().stream()
        .filter(one -> one.range().start() >= start && one.range().end() <= end)
        .toList();
  }

  /** Checks that all between the first of them and the install lets them by. */
  void checkWayToInstall() throws ObstacleException {
    for (Instruction instruction : between(first().range().end(), run.range().start())) {
      if (!moved.contains(instruction)) {
        checkPassing(instruction);
      }
    }
  }

  /** Checks that they can come after an instruction that they come before. */
  void checkPassing(Instruction instruction) throws ObstacleException {
    String place = "%s in line %s".formatted(instruction.name(), instruction.startLine());
    if (instruction instanceof Run between) {
      String folder = CopiedFiles.workdir(stage.stateAt(between));
      if (!new Bystanders(files, moved, folder).contain(between.command().script().block())
          || between.command().script().remainder().isPresent()) {
        throw new ObstacleException(place + " may need the sources");
      }
    } else if (instruction instanceof Workdir) {
      if (!movedBefore(instruction).allMatch(this::isAbsolute)) {
        throw new ObstacleException(place + " changes what the destination means");
      }
    } else if (instruction instanceof Copy || instruction instanceof Add) {
      if (mayMeet(instruction)) {
        throw new ObstacleException(place + " copies over the sources");
      }
    } else if (instruction instanceof Env || instruction instanceof Arg) {
      if (!movedBefore(instruction).allMatch(MovedSources::isLiteral)) {
        throw new ObstacleException(place + " may change what is copied");
      }
    } else if (instruction instanceof User || instruction instanceof Shell) {
      if (movedBefore(instruction).anyMatch(Run.class::isInstance)) {
        throw new ObstacleException(place + " changes how a moved RUN runs");
      }
    } else if (instruction instanceof Onbuild || instruction instanceof Unknown) {
      throw new ObstacleException(place + " stands between");
    }
  }

  private Stream<Instruction> movedBefore(Instruction instruction) {
    return moved.stream().filter(one -> one.range().start() < instruction.range().start());
  }

  private boolean isAbsolute(Instruction copy) {
    return ContextCopy.of(copy)
        .flatMap(one -> stage.stateAt(copy).expand(one.destination()).certain())
        .filter(to -> to.startsWith("/"))
        .isPresent();
  }

  private static boolean isLiteral(Instruction copy) {
    return copy.arguments().stream().allMatch(word -> word.literal().isPresent())
        && copy.flags().stream()
            .allMatch(flag -> flag.value().filter(v -> v.literal().isEmpty()).isEmpty());
  }

  /** Copies of the context that change something have been found to move along. */
  private boolean mayMeet(Instruction other) {
    if (ContextCopy.of(other).isPresent()) {
      return files.all().stream().noneMatch(one -> one.copy().instruction() == other);
    }
    Word destination =
        other instanceof Copy copy ? copy.destination() : ((Add) other).destination();
    return stage
        .stateAt(other)
        .expand(destination)
        .certain()
        .map(to -> CopiedFiles.resolve(CopiedFiles.workdir(stage.stateAt(other)), to))
        .filter(path -> !files.concerns(moved, path))
        .isEmpty();
  }
}
