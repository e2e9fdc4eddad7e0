package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what BuildKit rejects in one instruction of a stage once its variables are expanded. */
final class ValueChecks {

  private static final Set<String> EXPANDED_FLAGS = Set.of("chown", "chmod", "checksum", "exclude");

  private final Stages stages;
  private final Stage stage;
  private final Objections objections;
  private final MountChecks mounts;

  ValueChecks(Stages stages, Stage stage, Objections objections) {
    this.stages = stages;
    this.stage = stage;
    this.objections = objections;
    this.mounts = new MountChecks(objections);
  }

  /** Checks an instruction before which {@code state} is in effect. */
  void check(Instruction instruction, State state) {
    switch (instruction.syntax().kind()) {
      case ADD -> checkAdd((Add) instruction, state);
      case ARG -> checkValues(((Arg) instruction).assignments(), state);
      case COPY -> checkCopy((Copy) instruction, state);
      case ENV -> checkAssignments(((Env) instruction).assignments(), state);
      case EXPOSE -> checkPorts((Expose) instruction, state);
      case LABEL -> checkAssignments(((Label) instruction).assignments(), state);
      case RUN -> checkRun((Run) instruction, state);
      case STOPSIGNAL -> checkSignal(((Stopsignal) instruction).signal(), state);
      case USER, WORKDIR -> hasFault(instruction, state);
      case VOLUME -> checkVolume((Volume) instruction, state);
      default -> {
        // nothing is expanded in the others
      }
    }
  }

  private void checkAssignments(List<Assignment> assignments, State state) {
    for (Assignment assignment : assignments) {
      objections.toFault(assignment.name(), state);
    }
    checkValues(assignments, state);
  }

  private void checkValues(List<Assignment> assignments, State state) {
    for (Assignment assignment : assignments) {
      hasFault(assignment.value(), state);
    }
  }

  private boolean hasFault(Instruction instruction, State state) {
    boolean found = false;
    for (Flag flag : instruction.flags()) {
      found |= EXPANDED_FLAGS.contains(flag.name()) && hasFault(flag.value(), state);
    }
    for (Word word : instruction.arguments()) {
      found |= objections.toFault(word, state);
    }
    return found;
  }

  private boolean hasFault(Optional<Word> word, State state) {
    return word.isPresent() && objections.toFault(word.get(), state);
  }

  private void checkCopy(Copy copy, State state) {
    copy.from().ifPresent(from -> checkOrder(from, stages.find(from.text())));
    checkTransfer(copy, copy.heredocs(), state);
    for (Word source : copy.sources()) {
      if (isRemote(source, state)) {
        objections.to(source, "COPY cannot fetch from a URL; use ADD");
      }
    }
  }

  private void checkAdd(Add add, State state) {
    checkTransfer(add, add.heredocs(), state);
    Optional<Word> checksum =
        add.flag("checksum").flatMap(Flag::value).filter(value -> !value.isEmpty());
    if (checksum.isEmpty()) {
      return;
    }
    if (add.sources().size() != 1) {
      objections.to(checksum.get(), "--checksum is for one source; split the ADD");
    } else if (state
        .expand(add.sources().get(0))
        .certain()
        .filter(text -> !isRemote(text))
        .isPresent()) {
      objections.to(
          checksum.get(), "--checksum is for files fetched from elsewhere; remove the flag");
    }
  }

  private static boolean isRemote(Word source, State state) {
    return source.isPlain()
        ? isRemote(source.text())
        : state.expand(source).certain().filter(ValueChecks::isRemote).isPresent();
  }

  private static boolean isRemote(String source) {
    return source.startsWith("http://")
        || source.startsWith("https://")
        || source.startsWith("git://")
        || source.startsWith("git@");
  }

  private void checkTransfer(Instruction instruction, List<Heredoc> heredocs, State state) {
    boolean fault = hasFault(instruction, state);
    Optional<Word> mode = instruction.flag("chmod").flatMap(Flag::value);
    if (!fault && mode.isPresent()) {
      state
          .expand(mode.get())
          .certain()
          .filter(text -> !text.isEmpty() && !FileModes.isValid(text))
          .ifPresent(text -> rejectMode(mode.get(), text));
    }
    heredocs.stream().filter(Heredoc::expands).forEachOrdered(heredoc -> check(heredoc, state));
  }

  private void rejectMode(Word place, String mode) {
    objections.to(place, "--chmod=%s is no file mode; write one such as 755 or u+x", mode);
  }

  private void check(Heredoc heredoc, State state) {
    String content = heredoc.content().text();
    objections.toFault(
        heredoc,
        "In the heredoc: ",
        new Lexer(content, 0, content.length(), Lexer.Reading.IGNORING_QUOTES, state));
  }

  private void checkRun(Run run, State state) {
    for (Mount mount : run.mounts()) {
      mounts.check(mount, state);
      mount.from().ifPresent(from -> checkOrder(from, stages.named(from.text())));
    }
  }

  private void checkOrder(Word from, Optional<Stage> source) {
    if (source.isPresent() && source.get().index() >= stage.index()) {
      objections.to(
          from,
          source.get() == stage
              ? "%s is this very stage; name an earlier one"
              : "%s is a later stage; move it above this one",
          from);
    }
  }

  private void checkPorts(Expose expose, State state) {
    if (hasFault(expose, state)) {
      return;
    }
    for (Word word : expose.ports()) {
      if (word.isPlain()) {
        checkPort(word, word.text());
      } else if (!state.expand(word).isDefault()) {
        word.lexer(state).parts().forEach(part -> checkPort(word, part.text()));
      }
    }
  }

  private void checkPort(Word place, String port) {
    if (Port.parse(port).isEmpty()) {
      objections.to(place, "%s is no port; write one such as 8080, 8080/udp or 8000-8010", port);
    }
  }

  private void checkSignal(Word word, State state) {
    if (!objections.toFault(word, state) && !word.isEmpty()) {
      state
          .expand(word)
          .certain()
          .filter(signal -> !Signals.isKnown(signal))
          .ifPresent(
              signal -> objections.to(word, "%s is no signal; write one such as SIGTERM", signal));
    }
  }

  private void checkVolume(Volume volume, State state) {
    if (hasFault(volume, state)) {
      return;
    }
    for (Word path : volume.paths()) {
      if (!path.isPlain() && state.expand(path).certain().filter(String::isEmpty).isPresent()) {
        objections.to(path, "%s comes to no directory; name one", path);
      }
    }
  }
}
