package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The script that a command hands to a shell.
 *
 * @param text the script as that shell gets it
 * @param dialect what that shell speaks
 */
record HandedScript(MappedText text, Dialect dialect) {

  private static final Set<String> SWITCHES = Set.of("su", "runuser");

  /** The script of a command, if it hands any that can be known. */
  static Optional<HandedScript> of(SimpleCommand command, Dialect dialect) {
    SimpleCommand run = command.unwrapped();
    Optional<String> program = run.program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    if (Dialect.isShell(program.get())) {
      return ofShell(run, Dialect.of(List.of(program.get())));
    }
    if (SWITCHES.contains(program.get())) {
      return run.flagValue("-c", "--command", "--session-command")
          .flatMap(word -> ofWord(word, dialect))
          .or(() -> ofInput(run, dialect));
    }
    return run.is("eval") ? ofEval(run.arguments(), dialect) : Optional.empty();
  }

  private static Optional<HandedScript> ofShell(SimpleCommand shell, Dialect dialect) {
    List<Word> operands = shell.operands();
    if (shell.hasFlag("-c")) {
      return operands.isEmpty() ? Optional.empty() : ofWord(operands.get(0), dialect);
    }
    return operands.isEmpty() || shell.hasFlag("-s") ? ofInput(shell, dialect) : Optional.empty();
  }

  private static Optional<HandedScript> ofInput(SimpleCommand shell, Dialect dialect) {
    for (Redirection redirection : shell.redirections()) {
      if (redirection.descriptor() == 0) {
        if (redirection.operator() == Redirection.Operator.HERE_STRING) {
          return ofWord(redirection.target(), dialect);
        }
        return redirection.body().flatMap(body -> ofWord(body, dialect));
      }
    }
    return Optional.empty();
  }

  /** Of a word that is nothing but an expansion, nothing can be known. */
  private static Optional<HandedScript> ofWord(Word word, Dialect dialect) {
    return word.isOneExpansion()
        ? Optional.empty()
        : Optional.of(new HandedScript(Quoting.script(word), dialect));
  }

  /** {@code eval} joins its arguments with blanks. */
  private static Optional<HandedScript> ofEval(List<Word> arguments, Dialect dialect) {
    if (arguments.isEmpty() || arguments.get(0).isOneExpansion()) {
      return Optional.empty();
    }
    MappedText.Builder text = new MappedText.Builder(arguments.get(0).text.source());
    for (Word argument : arguments) {
      if (text.length() > 0) {
        int place = argument.range().start();
        text.replace(place, place, " ");
      }
      Quoting.appendScript(argument, text);
    }
    return Optional.of(new HandedScript(text.build(), dialect));
  }
}
