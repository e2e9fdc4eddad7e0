package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instructions of a file by their kind, and the commands of its RUNs by their program, so that
 * a question about what a file does not have costs next to nothing. Immutable but for what is
 * computed on first use; a race only computes that twice.
 */
final class InstructionIndex {

  private final Map<Class<?>, List<Instruction>> byKind = new HashMap<>();
  private volatile List<RunCommand> commands;

  /** By what they run in the end. */
  private volatile Map<String, List<RunCommand>> byProgram;

  /** What runs them: {@code sudo}, {@code env}. */
  private volatile Set<String> wrappers;

  InstructionIndex(List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      Instruction next = instruction;
      while (next instanceof Onbuild onbuild) {
        add(next);
        next = onbuild.trigger();
      }
      add(next);
    }
  }

  private void add(Instruction instruction) {
    byKind.computeIfAbsent(instruction.getClass(), kind -> new ArrayList<>(4)).add(instruction);
  }

  /** The instructions of one kind in file order. */
  <I extends Instruction> Stream<I> all(Class<I> kind) {
    @SuppressWarnings("unchecked") // they are listed by their class
    List<I> found = (List<I>) byKind.get(kind);
    return found == null ? Stream.empty() : found.stream();
  }

  /** All commands of all RUNs in file order. */
  List<RunCommand> commands() {
    List<RunCommand> found = commands;
    if (found == null) {
      found = findCommands();
      commands = found;
    }
    return found;
  }

  private List<RunCommand> findCommands() {
    List<RunCommand> found = new ArrayList<>();
    for (Instruction run : byKind.getOrDefault(Run.class, List.of())) {
      for (SimpleCommand written : ((Run) run).command().script().commands()) {
        found.add(new RunCommand((Run) run, written, written.unwrapped()));
      }
    }
    return found;
  }

  /** Those commands that run one of these programs in the end. */
  Stream<RunCommand> commands(String... names) {
    List<RunCommand> only = null;
    for (String name : names) {
      List<RunCommand> called = byProgram().get(name);
      if (called != null && only != null) {
        return commands.stream().filter(each -> each.command().is(names));
      }
      only = called == null ? only : called;
    }
    return only == null ? Stream.empty() : only.stream();
  }

  /** Whether there is a command that runs one of these programs in the end. */
  boolean runs(String... names) {
    for (String name : names) {
      if (byProgram().containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, List<RunCommand>> byProgram() {
    Map<String, List<RunCommand>> found = byProgram;
    if (found == null) {
      found = new HashMap<>();
      for (RunCommand each : commands()) {
        Optional<String> program = each.command().program();
        if (program.isPresent()) {
          found.computeIfAbsent(program.get(), name -> new ArrayList<>(2)).add(each);
        }
      }
      byProgram = found;
    }
    return found;
  }

  /** Those commands that such a program runs, or that are nothing but such a program. */
  Stream<RunCommand> commandsBy(String wrapper) {
    return byProgram().containsKey(wrapper) || wrappers().contains(wrapper)
        ? commands.stream()
            .filter(
                each -> each.command().is(wrapper) || each.written().wrappers().contains(wrapper))
        : Stream.empty();
  }

  private Set<String> wrappers() {
    Set<String> found = wrappers;
    if (found == null) {
      found = new HashSet<>();
      for (RunCommand each : commands()) {
        if (each.written() != each.command()) {
          found.addAll(each.written().wrappers());
        }
      }
      wrappers = found;
    }
    return found;
  }
}
