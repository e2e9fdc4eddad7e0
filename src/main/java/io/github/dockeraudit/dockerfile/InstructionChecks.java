package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what BuildKit rejects when it makes instructions of what its parser has read: unknown
 * instructions, and wrong flags and arguments.
 *
 * @see <a
 *     href="https://github.com/moby/buildkit/tree/master/frontend/dockerfile/instructions">BuildKit's
 *     instructions</a>
 */
final class InstructionChecks {

  private static final Set<String> NOT_IN_ONBUILD = Set.of("ONBUILD", "FROM", "MAINTAINER");

  private final Objections objections;
  private final FlagChecks flags;
  private final HealthcheckChecks healthchecks;
  private final MountChecks mounts;

  InstructionChecks(Objections objections) {
    this.objections = objections;
    this.flags = new FlagChecks(objections);
    this.healthchecks = new HealthcheckChecks(objections, flags);
    this.mounts = new MountChecks(objections);
  }

  /** Checks all instructions in file order. */
  void check(Dockerfile file) {
    boolean inStage = false;
    boolean complained = false;
    for (Instruction instruction : file.instructions()) {
      check(instruction);
      inStage |= instruction instanceof From;
      boolean stray = !inStage && !(instruction instanceof Arg || instruction instanceof Unknown);
      if (stray && !complained) {
        objections.to(
            instruction.keyword(),
            "%s stands before any FROM, where only ARG may; move it below",
            instruction.name());
      }
      complained |= stray;
    }
  }

  /** Checks one instruction, wherever it stands. */
  void check(Instruction instruction) {
    Keyword keyword = instruction.syntax().kind();
    switch (keyword) {
      case ADD, COPY -> checkTransfer(instruction, keyword);
      case FROM -> checkFrom((From) instruction);
      case EXPOSE, MAINTAINER, USER, WORKDIR -> {
        requireArgument(instruction);
        flags.check(instruction, keyword);
      }
      case STOPSIGNAL -> requireArgument(instruction);
      case ENV -> checkAssignments(instruction, keyword, ((Env) instruction).assignments());
      case LABEL -> checkAssignments(instruction, keyword, ((Label) instruction).assignments());
      case ARG -> {
        requireArgument(instruction);
        checkNames(keyword, ((Arg) instruction).assignments());
      }
      case VOLUME -> checkVolume((Volume) instruction);
      case RUN -> checkRun((Run) instruction);
      case CMD, ENTRYPOINT -> flags.check(instruction, keyword);
      case HEALTHCHECK -> healthchecks.check((Healthcheck) instruction);
      case ONBUILD -> checkOnbuild((Onbuild) instruction);
      case SHELL -> checkShell((Shell) instruction);
      case UNKNOWN -> unknown((Unknown) instruction);
    }
  }

  private void unknown(Unknown instruction) {
    if (instruction.keyword().isEmpty()) {
      objections.to(instruction, "Nothing follows the line continuation; remove it");
      return;
    }
    String remedy =
        instruction
            .meant()
            .map("did you mean %s?"::formatted)
            .orElse("does the line above lack a backslash?");
    objections.to(
        instruction.keyword(), "Unknown instruction %s; %s", instruction.keyword(), remedy);
  }

  private void requireArgument(Instruction instruction) {
    if (instruction.arguments().isEmpty()) {
      objections.to(instruction.keyword(), "%s needs an argument; add one", instruction.name());
    }
  }

  private void checkTransfer(Instruction instruction, Keyword keyword) {
    int count = instruction.arguments().size();
    if (count < 2) {
      objections.to(
          count == 0 ? instruction.keyword() : instruction.arguments().get(0),
          "%s needs a source and a destination; add the destination",
          keyword);
    }
    flags.check(instruction, keyword);
    Word destination = instruction.syntax().argument(Math.max(1, count - 1));
    if (Heredocs.isMarker(destination.text())) {
      objections.to(destination, "A heredoc cannot be the destination of %s; name a path", keyword);
    }
  }

  private void checkFrom(From from) {
    int count = from.arguments().size();
    if (count != 1 && from.alias().isEmpty()) {
      objections.to(
          count == 0 ? from.keyword() : from.arguments().get(Math.min(1, count - 1)),
          Optional.of(from.arguments())
              .filter(words -> count == 2 && isStageName(words.get(1).text()))
              .map(words -> words.get(1).range().insertBefore("AS ")),
          "FROM takes an image, and after it AS and a name at most; write FROM image AS name");
    }
    from.alias().filter(alias -> !isStageName(alias.text())).ifPresent(this::rejectName);
    flags.check(from, Keyword.FROM);
  }

  private void rejectName(Word alias) {
    objections.to(
        alias,
        "%s cannot name a stage; use letters, digits, '-', '_' and '.', a letter first",
        alias);
  }

  private static boolean isStageName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.isEmpty()
        && lower.charAt(0) >= 'a'
        && lower.charAt(0) <= 'z'
        && lower
            .chars()
            .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-_.".indexOf(c) >= 0);
  }

  private void checkAssignments(
      Instruction instruction, Keyword keyword, List<Assignment> assignments) {
    flags.check(instruction, keyword);
    requireArgument(instruction);
    checkNames(keyword, assignments);
  }

  private void checkNames(Keyword keyword, List<Assignment> assignments) {
    for (Assignment assignment : assignments) {
      if (assignment.name().isEmpty()) {
        objections.to(assignment, "%s has a value without a name; put one before the =", keyword);
      }
    }
  }

  private void checkVolume(Volume volume) {
    requireArgument(volume);
    flags.check(volume, Keyword.VOLUME);
    for (Word path : volume.paths()) {
      if (path.text().chars().allMatch(c -> WhiteSpace.is((char) c))) {
        objections.to(path, "A volume cannot be an empty text; name a directory");
      }
    }
  }

  private void checkRun(Run run) {
    if (run.flags().isEmpty()) {
      return;
    }
    flags.check(run, Keyword.RUN);
    run.mounts().forEach(mounts::check);
    requireOneOf(run, "network", Set.of("default", "none", "host"));
    requireOneOf(run, "security", Set.of("sandbox", "insecure"));
  }

  private void requireOneOf(Run run, String flag, Set<String> values) {
    for (Flag given : run.flags()) {
      boolean wrong =
          given.name().equals(flag)
              && given.value().filter(value -> !values.contains(value.text())).isPresent();
      if (wrong) {
        objections.to(
            given,
            "--%s cannot be %s; use %s",
            flag,
            given.value().orElseThrow(),
            String.join(" or ", values.stream().sorted().toList()));
      }
    }
  }

  private void checkOnbuild(Onbuild onbuild) {
    Instruction trigger = onbuild.trigger();
    if (trigger.keyword().isEmpty()) {
      objections.to(onbuild.keyword(), "ONBUILD needs an instruction; add one");
    }
    flags.check(onbuild, Keyword.ONBUILD);
    if (NOT_IN_ONBUILD.contains(trigger.name())) {
      objections.to(
          trigger.keyword(),
          Optional.of(trigger).filter(Onbuild.class::isInstance).map(InstructionChecks::leaveOut),
          "%s cannot be left to ONBUILD; remove it",
          trigger.name());
    }
  }

  /** An ONBUILD inside of another goes, and what it holds stays. */
  private static TextEdit leaveOut(Instruction trigger) {
    SourceRange keyword = trigger.keyword().range();
    int next = ((Onbuild) trigger).trigger().keyword().range().start();
    return keyword.source().range(keyword.start(), Math.max(keyword.end(), next)).delete();
  }

  private void checkShell(Shell shell) {
    flags.check(shell, Keyword.SHELL);
    if (shell.words().isEmpty()) {
      objections.to(
          shell.arguments().isEmpty() ? shell.keyword() : shell.arguments().get(0),
          shell.arguments().stream().findFirst().flatMap(InstructionChecks::asArray),
          "SHELL takes a JSON array; write SHELL [\"/bin/sh\", \"-c\"]");
    }
  }

  /** The words of a line without quotes; a shell needs a flag to take a script. */
  private static Optional<TextEdit> asArray(Word line) {
    String text = line.text().strip();
    return text.matches("/[\\w/.-]+( [\\w/.+-]+)+")
        ? Optional.of(
            line.range().replaceWith("[\"" + String.join("\", \"", text.split(" ")) + "\"]"))
        : Optional.empty();
  }
}
