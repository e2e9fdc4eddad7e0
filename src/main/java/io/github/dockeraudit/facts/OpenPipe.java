package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first command of a RUN that can fail without anybody noticing, as another one reads what it
 * writes and {@code pipefail} is off.
 *
 * @param command what can fail
 * @param run where it stands
 * @param stage the stage of that RUN
 */
public record OpenPipe(SimpleCommand command, Run run, Stage stage) implements Located {

  /** What does not fail for any reason that a build could do something about. */
  private static final String[] SURE = {"cat", "echo", "printf", "true", "yes"};

  /** What writes all or fails, so that a failure is always one. */
  private static final String[] DOWNLOADS = {
    "cat", "curl", "echo", "gpg", "gunzip", "gzip", "printf", "tar", "unzip", "wget", "xz"
  };

  /** What may stop reading before the end, which ends the writer with an error. */
  private static final String[] IMPATIENT = {"grep", "head", "egrep", "awk", "sed", "less"};

  @Override
  public SourceRange range() {
    return command.name().orElseThrow().range();
  }

  /**
   * One for each RUN of a stage that has one, in file order.
   *
   * @param strict whether commands count too that do not fail, such as {@code echo}, and a shell of
   *     the name {@code sh} is taken not to know {@code pipefail}
   */
  public static List<OpenPipe> in(Stage stage, boolean strict) {
    List<OpenPipe> found = new ArrayList<>(0);
    for (Instruction instruction : stage.instructions()) {
      Instruction step = instruction instanceof Onbuild later ? later.trigger() : instruction;
      if (step instanceof Run run && mayPipe(run)) {
        if (stage.stateAt(run).shell().filter(shell -> setsPipefail(shell, strict)).isEmpty()) {
          pipes(run).stream()
              .filter(command -> strict || !command.unwrapped().is(SURE))
              .limit(1)
              .forEachOrdered(command -> found.add(new OpenPipe(command, run, stage)));
        }
      }
    }
    return found;
  }

  private static boolean mayPipe(Run run) {
    int pipe = run.range().source().text().indexOf('|', run.range().start());
    return pipe >= 0 && pipe < run.range().end() && !run.command().isExec();
  }

  private static boolean setsPipefail(Shell shell, boolean strict) {
    List<Word> words = shell.words();
    if (strict && words.get(0).text().endsWith("/sh")) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      String option = words.get(i - 1).text();
      if (words.get(i).text().equals("pipefail")
          && option.startsWith("-")
          && option.endsWith("o")) {
        return true;
      }
    }
    return false;
  }

  /** The commands whose output others read, without those in scripts handed to another shell. */
  private static List<SimpleCommand> pipes(Run run) {
    Set<SimpleCommand> handed = new HashSet<>(0);
    List<SimpleCommand> pipes = new ArrayList<>(1);
    for (SimpleCommand command : run.command().script().commands()) {
      command.script().ifPresent(script -> handed.addAll(script.commands()));
      if (setsPipefail(command)) {
        return pipes;
      }
      boolean isPiped = command.name().isPresent() && command.pipedInto().isPresent();
      if (isPiped && !handed.contains(command)) {
        pipes.add(command);
      }
    }
    return pipes;
  }

  private static boolean setsPipefail(SimpleCommand command) {
    return command.is("set") && command.arguments().stream().anyMatch(word -> word.is("pipefail"));
  }

  /**
   * Has a shell with {@code pipefail} run the RUN and all after it, chosen once for all to which it
   * can do no harm. Where it is chosen before those, the place is taken in which it would be.
   *
   * @param pipes all of the stage
   * @param file its file
   */
  public Remedy remedy(List<OpenPipe> pipes, Dockerfile file) {
    Optional<String> shell = shell();
    if (shell.isEmpty()) {
      return Remedy.none("whether the image has a shell that knows pipefail is not known");
    }
    if (isChosenElsewhere()) {
      return Remedy.none("the shell is chosen elsewhere");
    }
    List<OpenPipe> open = pipes.stream().filter(pipe -> !pipe.isChosenElsewhere()).toList();
    Optional<OpenPipe> firstSure = open.stream().filter(OpenPipe::isSure).findFirst();
    String line = "SHELL [\"/bin/%s\", \"-o\", \"pipefail\", \"-c\"]".formatted(shell.get());
    String title = "Let a failure in a pipe stop the build";
    if (isSure()) {
      return Remedy.intended(title, List.of(firstSure.orElse(this).choose(line, file)));
    }
    List<TextEdit> edits = new ArrayList<>();
    edits.add(open.get(0).choose(line, file));
    firstSure
        .filter(sure -> sure.run != open.get(0).run)
        .map(sure -> file.withComments(sure.run).insertBefore(""))
        .ifPresent(edits::add);
    return Remedy.risky(title, edits);
  }

  private TextEdit choose(String line, Dockerfile file) {
    return file.withComments(run).insertBefore(run.alike(line) + file.source().lineEnding());
  }

  private boolean isChosenElsewhere() {
    return run.isTrigger() || stage.stateAt(run).shell().isPresent();
  }

  private Optional<String> shell() {
    return stage
        .root()
        .image()
        .flatMap(BaseImages::find)
        .flatMap(BaseImage::shell)
        .filter(shell -> shell.equals("bash") || shell.equals("ash"));
  }

  /** Whether nothing after it can fail for the new shell alone. */
  private boolean isSure() {
    return laterInstructions().noneMatch(OpenPipe::isShellForm)
        && laterInstructions()
            .filter(Run.class::isInstance)
            .flatMap(later -> pipes((Run) later).stream())
            .allMatch(
                piped ->
                    piped.unwrapped().is(DOWNLOADS)
                        && piped.pipedInto().orElseThrow().commands().stream()
                            .noneMatch(reader -> reader.unwrapped().is(IMPATIENT)));
  }

  private Stream<Instruction> laterInstructions() {
    return stage.instructions().stream()
        .filter(instruction -> instruction.range().start() >= run.range().start());
  }

  private static boolean isShellForm(Instruction instruction) {
    return instruction instanceof Cmd cmd && !cmd.command().isExec()
        || instruction instanceof Entrypoint entry && !entry.command().isExec();
  }
}
