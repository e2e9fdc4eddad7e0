package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Origin;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which steps of which RUNs can come before the sources, and what they read and make. */
final class InstallFirst {

  private final Stage stage;
  private final CopiedFiles files;
  private final MovedSources moved;
  private final IgnoreLines ignored;
  private final Steps steps;
  private final int first;
  private final Set<String> wanted = new LinkedHashSet<>();
  private boolean isSure = true;
  private String step;
  private Run last;
  private int rest;

  InstallFirst(LateInstall late, CopiedFiles files, MovedSources moved, IgnoreLines ignored)
      throws ObstacleException {
    this.stage = late.stage();
    this.files = files;
    this.moved = moved;
    this.ignored = ignored;
    this.last = late.run();
    this.steps = stepsOf(last);
    this.first = steps.indexOf(late.install());
    this.rest = first + 1;
    describe(steps, first);
    if (step == null) {
      checkBefore();
      takeWhatFollows();
      takeFurtherRuns();
      checkFolders(rest);
    } else {
      checkFolders(first);
    }
  }

  private static Steps stepsOf(Run run) throws ObstacleException {
    if (run.mounts().stream().anyMatch(mount -> mount.type().equals("bind"))) {
      throw new ObstacleException("the RUN mounts files");
    }
    return new Steps(run);
  }

  /** The steps of the RUN with the first install. */
  Steps steps() {
    return steps;
  }

  /** The index of the first install. */
  int first() {
    return first;
  }

  /** The index of the first step of that RUN that stays behind the sources. */
  int rest() {
    return rest;
  }

  /** The last RUN that the sources come after, if that RUN is not parted. */
  Run last() {
    return last;
  }

  /** What fetches beforehand; empty if the install itself comes first. */
  Optional<String> step() {
    return Optional.ofNullable(step);
  }

  /** The paths in the image of what is read. */
  Set<String> wanted() {
    return wanted;
  }

  boolean isSure() {
    return isSure;
  }

  String workdir(Instruction at) {
    return CopiedFiles.workdir(stage.stateAt(at));
  }

  private void describe(Steps steps, int index) throws ObstacleException {
    SimpleCommand command = ((SimpleCommand) steps.all().get(index)).unwrapped();
    DependencyInstall install =
        DependencyInstall.of(command)
            .orElseThrow(() -> new ObstacleException("the install is a part of another command"));
    Install described =
        new Install(files, command, folderAt(steps, index), stage.stateAt(steps.run()), wanted);
    Ecosystems.of(install).describe(described);
    isSure &= described.isSure();
    step = described.step().orElse(null);
    for (Map.Entry<String, String> made : described.made().entrySet()) {
      keepOut(made.getKey(), made.getValue());
    }
    for (int i = 0; i < index; i++) {
      Optional<String> environment = Steps.environment(steps.all().get(i));
      if (environment.isPresent()) {
        keepOut(CopiedFiles.resolve(folderAt(steps, i), environment.get()), "");
      }
    }
  }

  private void keepOut(String made, String pattern) throws ObstacleException {
    Optional<Origin> origin = files.covering(made);
    if (origin.isPresent()) {
      ignored.keepOut(origin.get().path(), pattern);
    }
  }

  private String folderAt(Steps steps, int index) throws ObstacleException {
    return steps.folderAt(index, workdir(steps.run()));
  }

  private boolean isBystander(Steps steps, int index) throws ObstacleException {
    Node node = steps.all().get(index);
    return Steps.isLasting(node)
        || new Bystanders(files, moved.all(), folderAt(steps, index)).contain(node);
  }

  private void checkBefore() throws ObstacleException {
    for (int i = 0; i < first; i++) {
      if (!isBystander(steps, i)) {
        throw new ObstacleException(
            "'%s' before the install may need the sources".formatted(shown(i)));
      }
    }
  }

  /**
   * Takes what only cleans up, and further installs, with the install. After a {@code cd} only an
   * install is taken, whose manifest makes the folder.
   */
  private void takeWhatFollows() throws ObstacleException {
    int count = steps.all().size();
    boolean hasMoved = false;
    for (int i = rest; i < count; i++) {
      Node node = steps.all().get(i);
      if (Steps.isLasting(node)) {
        hasMoved |= node.commands().get(0).is("cd");
      } else if (isInstall(steps, i) ? !takes(i) : hasMoved || !isBystander(steps, i)) {
        break;
      } else {
        rest = i + 1;
      }
    }
    for (int i = rest; i < count; i++) {
      if (!Steps.isLasting(steps.all().get(i)) && isBystander(steps, i) && !isEcho(i)) {
        throw new ObstacleException(
            "'%s' cleans up after what needs the sources".formatted(shown(i)));
      }
    }
    if (steps.all().subList(rest, count).stream().allMatch(Steps::isLasting)) {
      rest = count;
    }
    if (rest < count) {
      refuseToPart();
    }
  }

  /** What a further install needs stays with the sources if that is more than manifests. */
  private boolean takes(int index) {
    Set<String> known = new LinkedHashSet<>(wanted);
    try {
      describe(steps, index);
    } catch (ObstacleException needsMore) {
      wanted.retainAll(known);
      return false;
    }
    boolean isWhole = step == null;
    step = null;
    return isWhole;
  }

  /** Checks that each folder that is entered is there without the sources. */
  private void checkFolders(int end) throws ObstacleException {
    for (int i = 0; i < end; i++) {
      String folder = folderAt(steps, i + 1);
      boolean isThere =
          Paths.isWithin(workdir(steps.run()), folder)
              || wanted.stream().anyMatch(path -> Paths.isWithin(Paths.parent(path), folder))
              || !files.concerns(moved.all(), folder);
      if (!isThere) {
        throw new ObstacleException("'%s' needs a folder of the sources".formatted(shown(i)));
      }
    }
  }

  private boolean isEcho(int index) {
    return steps.all().get(index).commands().stream().allMatch(command -> command.is("echo"));
  }

  /** Takes what is installed right after this RUN too. */
  private void takeFurtherRuns() {
    if (rest < steps.all().size()) {
      return;
    }
    int end = stage.instructions().get(stage.instructions().size() - 1).range().end();
    for (Instruction next : moved.between(last.range().end(), end)) {
      Set<String> known = new LinkedHashSet<>(wanted);
      try {
        if (next instanceof Run further) {
          takeWhole(stepsOf(further));
          last = further;
        } else if (ContextCopy.of(next).isPresent()) {
          return;
        } else {
          moved.checkPassing(next);
        }
      } catch (ObstacleException stop) {
        wanted.retainAll(known);
        step = null;
        return;
      }
    }
  }

  private void takeWhole(Steps further) throws ObstacleException {
    boolean installs = false;
    for (int i = 0; i < further.all().size(); i++) {
      if (isInstall(further, i)) {
        describe(further, i);
        installs = true;
      } else if (!isBystander(further, i)) {
        throw new ObstacleException("it needs the sources");
      }
    }
    if (!installs || step != null) {
      throw new ObstacleException("it is no install");
    }
  }

  void refuseToPart() throws ObstacleException {
    if (!steps.run().heredocs().isEmpty() || steps.run().command().isExec()) {
      throw new ObstacleException("the RUN cannot be parted");
    }
  }

  private static boolean isInstall(Steps steps, int index) {
    return steps.all().get(index) instanceof SimpleCommand command
        && command.script().isEmpty()
        && DependencyInstall.of(command.unwrapped()).isPresent();
  }

  private String shown(int index) {
    String line = steps.all().get(index).raw().lines().findFirst().orElse("").strip();
    return line.length() > 30 ? line.substring(0, 29) + "…" : line;
  }

  /** How many steps before the install can come before the sources with what fetches. */
  int leadingBystanders() throws ObstacleException {
    int count = 0;
    while (count < first && isBystander(steps, count)) {
      count++;
    }
    return count;
  }
}
