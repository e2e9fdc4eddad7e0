package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A word with a variable that Docker expands though nothing in the file declares it at that place.
 *
 * @param instruction where it stands
 * @param word the word that holds it
 * @param name the name of the variable
 */
public record VariableUse(Instruction instruction, Word word, String name) implements Located {

  private static final Set<String> EXPANDED_FLAGS = Set.of("chown", "chmod", "checksum", "exclude");

  @Override
  public SourceRange range() {
    return word.range();
  }

  /** Gives the variable another name here; empty if the old one stands on several lines. */
  public Optional<TextEdit> renameTo(String other) {
    int at = range().text().indexOf(name);
    int start = range().start() + at;
    return at < 0
        ? Optional.empty()
        : Optional.of(range().source().range(start, start + name.length()).replaceWith(other));
  }

  /**
   * Those in the instructions of a stage after its FROM, in file order: neither an ARG nor an ENV
   * of the stage, or of one that it builds on, comes before. The base image may still set them.
   */
  public static List<VariableUse> undeclaredIn(Stage stage) {
    List<VariableUse> found = new ArrayList<>(0);
    for (Instruction instruction : stage.instructions()) {
      forEachWord(
          instruction,
          word -> {
            if (!word.isPlain() && word.indexOf('$') >= 0) {
              State state = stage.stateAt(instruction);
              names(word, state)
                  .filter(name -> !state.declares(name) && !word.mayBeFilled(name))
                  .forEachOrdered(name -> found.add(new VariableUse(instruction, word, name)));
            }
          });
    }
    return found;
  }

  /**
   * Those in the FROM of a stage, in text order: no ARG before the first FROM declares them, nor
   * does BuildKit.
   */
  public static List<VariableUse> undeclaredInFrom(Stage stage, Scope global) {
    List<VariableUse> found = new ArrayList<>(0);
    From from = stage.from();
    Stream.concat(from.platform().stream(), Stream.of(from.image()))
        .filter(word -> !word.isPlain())
        .forEachOrdered(
            word ->
                names(word, global)
                    .filter(
                        name ->
                            global.variable(name).equals(Value.unset()) && !word.mayBeFilled(name))
                    .forEachOrdered(name -> found.add(new VariableUse(from, word, name))));
    return found;
  }

  /** The names of the variables in the value of an assignment, each once. */
  public static Stream<String> names(Assignment assignment) {
    return assignment.value().stream().flatMap(VariableUse::names);
  }

  /** The names of the variables in a word, each once. */
  public static Stream<String> names(Word word) {
    return word.isPlain() || word.indexOf('$') < 0
        ? Stream.empty()
        : names(word, name -> Value.unknown());
  }

  private static Stream<String> names(Word word, Scope scope) {
    Set<String> names = new LinkedHashSet<>(2);
    word.lexer(
            name -> {
              names.add(name);
              return scope.variable(name);
            })
        .expand();
    return names.stream();
  }

  private static void forEachWord(Instruction instruction, Consumer<Word> action) {
    switch (instruction.syntax().kind()) {
      case ADD, COPY -> {
        for (Flag flag : instruction.flags()) {
          if (EXPANDED_FLAGS.contains(flag.name())) {
            flag.value().ifPresent(action);
          }
        }
        instruction.arguments().forEach(action);
      }
      case EXPOSE, STOPSIGNAL, USER, VOLUME, WORKDIR -> instruction.arguments().forEach(action);
      case ARG -> forEachValue(((Arg) instruction).assignments(), action);
      case ENV -> forEachValue(((Env) instruction).assignments(), action);
      case LABEL -> forEachValue(((Label) instruction).assignments(), action);
      case RUN -> {
        for (Mount mount : ((Run) instruction).mounts()) {
          mount.fields().forEach(field -> field.value().ifPresent(action));
        }
      }
      default -> {
        // nothing is expanded in the others
      }
    }
  }

  private static void forEachValue(List<Assignment> assignments, Consumer<Word> action) {
    for (Assignment assignment : assignments) {
      action.accept(assignment.name());
      assignment.value().ifPresent(action);
    }
  }
}
