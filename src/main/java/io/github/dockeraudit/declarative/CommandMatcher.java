package io.github.dockeraudit.declarative;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Commands of {@code RUN} by their program, flags and arguments, whatever wraps them.
 *
 * @param programs the programs
 * @param withAny flags of which one has to be there; empty for no matter
 * @param without flags of which none may be there
 * @param argument what one of the arguments has to be; empty for any or none
 */
record CommandMatcher(
    List<String> programs, List<String> withAny, List<String> without, Optional<Condition> argument)
    implements Matcher {

  static final String KEY = "command";
  static final String WITH = "withFlag";
  static final String WITHOUT = "withoutFlag";
  static final String ARGUMENT = "argument";
  static final List<String> KEYS = List.of(KEY, WITH, WITHOUT, ARGUMENT);

  static CommandMatcher read(YamlMapping match) {
    return new CommandMatcher(
        Nodes.texts(Nodes.required(match, KEY), KEY),
        match.get(WITH).map(node -> Nodes.texts(node, WITH)).orElse(List.of()),
        match.get(WITHOUT).map(node -> Nodes.texts(node, WITHOUT)).orElse(List.of()),
        match.get(ARGUMENT).map(node -> Condition.read(node, ARGUMENT)));
  }

  @Override
  public Matcher with(OwnOptions options) {
    return new CommandMatcher(
        options.in(programs),
        options.in(withAny),
        options.in(without),
        argument.map(condition -> condition.with(options)));
  }

  @Override
  public List<String> names() {
    return List.of(KEY);
  }

  @Override
  public Stream<Match> in(Dockerfile file) {
    return file.commands(programs.toArray(String[]::new))
        .filter(command -> hasFlags(command.command()))
        .flatMap(command -> match(command).stream());
  }

  private boolean hasFlags(SimpleCommand command) {
    return (withAny.isEmpty() || command.hasFlag(withAny.toArray(String[]::new)))
        && (without.isEmpty() || !command.hasFlag(without.toArray(String[]::new)));
  }

  private Optional<Match> match(RunCommand command) {
    if (argument.isEmpty()) {
      return Optional.of(match(flag(command).orElse(command.name()), command));
    }
    List<Word> arguments = command.command().arguments();
    if (argument.get().holdsForNothing()) {
      return arguments.isEmpty() ? Optional.of(match(command.name(), command)) : Optional.empty();
    }
    return arguments.stream()
        .filter(word -> argument.get().holdsFor(word.literal()))
        .findFirst()
        .map(word -> match(word, command));
  }

  /** The flag that was asked for, where it stands by itself. */
  private Optional<Word> flag(RunCommand command) {
    return command.command().arguments().stream()
        .filter(word -> word.literal().filter(withAny::contains).isPresent())
        .findFirst();
  }

  private static Match match(Word word, RunCommand command) {
    return new Match(
        word, word.literal().isPresent(), Map.of(KEY, command.command().program().orElse("")));
  }
}
