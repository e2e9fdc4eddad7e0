package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stages of a file, how they depend on one another, and the states in them. */
final class Stages {

  private static final int LONGEST_NUMBER = 9;

  private final char escape;
  private final List<Arg> globalArgs;
  private final GlobalScope globalScope;
  private final List<Stage> all = new ArrayList<>();

  /** The last stage of each name: what COPY --from finds. */
  private final Map<String, Stage> byName = new HashMap<>();

  /** For each stage the state before each instruction and after the last; computed on first use. */
  private volatile State[][] states;

  Stages(List<Instruction> instructions, char escape) {
    this.escape = escape;
    int first = nextFrom(instructions, 0);
    this.globalArgs =
        instructions.subList(0, first).stream()
            .filter(Arg.class::isInstance)
            .map(Arg.class::cast)
            .toList();
    this.globalScope = new GlobalScope(globalArgs);
    for (int start = first; start < instructions.size(); ) {
      int end = nextFrom(instructions, start + 1);
      add((From) instructions.get(start), instructions.subList(start + 1, end));
      start = end;
    }
  }

  private static int nextFrom(List<Instruction> instructions, int start) {
    int next = start;
    while (next < instructions.size() && !(instructions.get(next) instanceof From)) {
      next++;
    }
    return next;
  }

  /** A base name finds a stage only as it is written, though names are kept in lower case. */
  private void add(From from, List<Instruction> instructions) {
    Value base = globalScope.expand(from.image());
    Stage parent = base.text().map(byName::get).orElse(null);
    Stage stage = new Stage(this, all.size(), from, instructions, parent, base);
    all.add(stage);
    stage.name().ifPresent(name -> byName.put(name, stage));
  }

  List<Arg> globalArgs() {
    return globalArgs;
  }

  GlobalScope globalScope() {
    return globalScope;
  }

  List<Stage> all() {
    return Collections.unmodifiableList(all);
  }

  Optional<Stage> named(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The stage that {@code COPY --from} means by a name or number. */
  Optional<Stage> find(String nameOrIndex) {
    if (!isNumber(nameOrIndex)) {
      return named(nameOrIndex);
    }
    int index = number(nameOrIndex);
    return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }

  /** Whether {@code COPY --from} takes a text for the number of a stage. */
  static boolean isNumber(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int digits = signed ? 1 : 0;
    for (int i = digits; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > digits;
  }

  /** The value of a number, or one that no stage has if it is too large. */
  static int number(String text) {
    return text.length() > LONGEST_NUMBER ? Integer.MAX_VALUE : Integer.parseInt(text);
  }

  /** The stage whose lines, FROM included, hold an offset; empty before the first. */
  Optional<Stage> at(int offset) {
    int index = indexAt(all, offset);
    return index < 0 ? Optional.empty() : Optional.of(all.get(index));
  }

  /** The last of {@code located} that begins at or before an offset; -1 if none does. */
  static int indexAt(List<? extends Located> located, int offset) {
    int low = 0;
    int high = located.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (located.get(middle).range().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  Set<Stage> dependencies(Stage stage) {
    Set<Stage> found = new LinkedHashSet<>();
    stage.parent().ifPresent(found::add);
    triggers(stage).forEach(trigger -> addSources(trigger, found));
    stage.instructions().forEach(instruction -> addSources(instruction, found));
    return Collections.unmodifiableSet(found);
  }

  private void addSources(Instruction instruction, Set<Stage> found) {
    if (instruction instanceof Copy copy) {
      copy.from().flatMap(from -> find(from.text())).ifPresent(found::add);
    } else if (instruction instanceof Run run) {
      for (Mount mount : run.mounts()) {
        mount.from().flatMap(from -> named(from.text())).ifPresent(found::add);
      }
    }
  }

  /** What the stage that a stage builds on leaves to it by ONBUILD. */
  static List<Instruction> triggers(Stage stage) {
    return stage
        .parent()
        .map(parent -> parent.all(Onbuild.class).map(Onbuild::trigger).toList())
        .orElse(List.of());
  }

  /** The state of a stage before the instruction at an index, or after the last. */
  State state(Stage stage, int index) {
    State[][] computed = states;
    if (computed == null) {
      computed = computeStates();
      states = computed;
    }
    return computed[stage.index()][index];
  }

  /** The state at the beginning of a stage, before the triggers that it inherits. */
  State initialState(Stage stage) {
    return stage
        .parent()
        .map(parent -> parent.finalState().inherited())
        .orElseGet(() -> new State(base(stage)));
  }

  /** In file order, as a stage builds only on earlier ones. */
  private State[][] computeStates() {
    State[][] computed = new State[all.size()][];
    for (Stage stage : all) {
      State state =
          stage
              .parent()
              .map(parent -> last(computed[parent.index()]).inherited())
              .orElseGet(() -> new State(base(stage)));
      for (Instruction trigger : triggers(stage)) {
        state = state.after(trigger);
      }
      State[] own = new State[stage.instructions().size() + 1];
      own[0] = state;
      for (int i = 1; i < own.length; i++) {
        own[i] = own[i - 1].after(stage.instructions().get(i - 1));
      }
      computed[stage.index()] = own;
    }
    return computed;
  }

  private static State last(State[] states) {
    return states[states.length - 1];
  }

  private State.Base base(Stage stage) {
    boolean isWindows =
        escape == '`'
            || stage.image().filter(Stages::isWindows).isPresent()
            || stage
                .from()
                .platform()
                .filter(platform -> platform.text().startsWith("windows"))
                .isPresent();
    return new State.Base(globalScope, stage.isScratch(), isWindows);
  }

  private static boolean isWindows(ImageReference image) {
    String name = image.repository() + ':' + image.tag().orElse("");
    return image.registry().equals("mcr.microsoft.com") && name.startsWith("windows")
        || name.contains("nanoserver")
        || name.contains("servercore");
  }
}
