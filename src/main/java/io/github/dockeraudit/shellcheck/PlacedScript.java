package io.github.dockeraudit.shellcheck;

import static java.util.stream.Collectors.toUnmodifiableList;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptReviewer;
import io.github.dockeraudit.project.ScriptReviewer.Comment;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script of an instruction, and what the reviewer of the project has to say of it.
 *
 * @param text the script, which knows where it came from
 * @param shell what runs it
 * @param isVerbatim whether the file has it as the shell gets it, but for continuations
 * @param runsLater whether it runs in the container, with variables that nobody knows yet
 * @param comments in the order of places
 */
record PlacedScript(
    MappedText text,
    ShellName shell,
    boolean isVerbatim,
    boolean runsLater,
    List<Comment> comments) {

  private static final Fact<Project, List<PlacedScript>> REVIEWED = Fact.of(PlacedScript::review);

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What every build may be given without a word in the file. */
  private static final List<String> PREDEFINED =
      List.of(
          "ALL_PROXY",
          "FTP_PROXY",
          "HTTPS_PROXY",
          "HTTP_PROXY",
          "NO_PROXY",
          "all_proxy",
          "ftp_proxy",
          "http_proxy",
          "https_proxy",
          "no_proxy");

  /** Longer ones are programs, which belong into a file. */
  private static final int LONGEST = 64 * 1024;

  /** A script before anybody has looked at it, with the names that are set before it begins. */
  private record Draft(PlacedScript script, List<String> variables) {

    /**
     * Its own first line says what we have found out, and would be taken for a mistake below ours.
     */
    ScriptReviewer.Script toReview() {
      String text = script.text.text();
      return new ScriptReviewer.Script(
          script.shell.program(),
          variables,
          text.startsWith("#!") ? "##" + text.substring(2) : text);
    }
  }

  /** The scripts of all Dockerfiles of a project, reviewed all at once. */
  static List<PlacedScript> in(Project project) {
    return REVIEWED.about(project);
  }

  /** Whether there is a script that a reviewer could read. */
  static boolean areIn(Project project) {
    return project.dockerfiles().stream().anyMatch(file -> drafts(file).findAny().isPresent());
  }

  private static List<PlacedScript> review(Project project) {
    if (project.reviewer() == ScriptReviewer.NONE) {
      return List.of();
    }
    List<Draft> drafts =
        project.dockerfiles().stream().flatMap(PlacedScript::drafts).collect(toUnmodifiableList());
    List<List<Comment>> comments =
        project.reviewer().review(drafts.stream().map(Draft::toReview).toList());
    List<PlacedScript> reviewed = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      PlacedScript draft = drafts.get(i).script;
      reviewed.add(
          new PlacedScript(
              draft.text, draft.shell, draft.isVerbatim, draft.runsLater, comments.get(i)));
    }
    return reviewed;
  }

  private static Stream<Draft> drafts(Dockerfile file) {
    ShellPragmas pragmas = ShellPragmas.of(file);
    return Stream.of(
            file.all(Run.class).flatMap(run -> draft(file, pragmas, run, run.command(), false)),
            file.all(Cmd.class).flatMap(cmd -> draft(file, pragmas, cmd, cmd.command(), true)),
            file.all(Entrypoint.class)
                .flatMap(entry -> draft(file, pragmas, entry, entry.command(), true)),
            file.all(Healthcheck.class)
                .flatMap(
                    check ->
                        check.command().stream()
                            .flatMap(probe -> draft(file, pragmas, check, probe, true))))
        .flatMap(scripts -> scripts);
  }

  private static Stream<Draft> draft(
      Dockerfile file, ShellPragmas pragmas, Instruction of, Command command, boolean runsLater) {
    Optional<Stage> stage = file.stageOf(of);
    if (stage.isEmpty() || command.isEmpty()) {
      return Stream.empty();
    }
    State state = stage.get().stateAt(of);
    Optional<ShellName> shell =
        command.isExec()
            ? handedTo(command)
            : pragmas
                .at(of, stage.get())
                .orElseGet(() -> ShellName.of(command, stage.get(), state));
    MappedText text = command.isExec() ? handed(command) : command.text();
    if (shell.isEmpty() || text.text().isBlank() || text.length() > LONGEST) {
      return Stream.empty();
    }
    PlacedScript script =
        new PlacedScript(text, shell.get(), !command.isExec(), runsLater, List.of());
    return Stream.of(new Draft(script, variables(state, of.isTrigger())));
  }

  /** The shell that an exec form names, as in {@code ["sh", "-c", "..."]}. */
  private static Optional<ShellName> handedTo(Command command) {
    return command.script().commands().stream()
        .limit(1)
        .filter(first -> first.script().isPresent())
        .flatMap(first -> first.unwrapped().program().stream())
        .flatMap(program -> ShellName.of(List.of(program)).stream())
        .findFirst();
  }

  private static MappedText handed(Command command) {
    return command.script().commands().stream()
        .limit(1)
        .flatMap(first -> handed(first).stream())
        .findFirst()
        .orElseGet(command::text);
  }

  private static Optional<MappedText> handed(SimpleCommand command) {
    return command.script().map(Script::text);
  }

  /** An ARG ends with its build; what ONBUILD leaves to others has only the ENVs. */
  private static List<String> variables(State state, boolean isTrigger) {
    TreeSet<String> names = new TreeSet<>(PREDEFINED);
    state.variables().stream()
        .filter(name -> NAME.matcher(name).matches())
        .filter(name -> !(isTrigger && state.variable(name).isDefault()))
        .forEachOrdered(names::add);
    return List.copyOf(names);
  }

  /** Where the words stand that a comment speaks of. */
  SourceRange place(Comment comment) {
    return text.range(comment.start(), comment.end());
  }
}
