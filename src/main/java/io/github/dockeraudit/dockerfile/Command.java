package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** What RUN, CMD, ENTRYPOINT or HEALTHCHECK executes. */
public final class Command implements Located {

  private final Dockerfile file;
  private final Syntax syntax;
  private final List<Word> words;
  private final List<Heredoc> heredocs;

  /** Read on first use; a race only reads it twice. */
  private volatile Script script;

  Command(Dockerfile file, Syntax syntax, List<Word> words, List<Heredoc> heredocs) {
    this.file = file;
    this.syntax = syntax;
    this.words = words;
    this.heredocs = heredocs;
  }

  /** What an instruction executes; empty if it executes nothing. */
  public static Optional<Command> of(Instruction instruction) {
    if (instruction instanceof Run run) {
      return Optional.of(run.command());
    }
    if (instruction instanceof Cmd cmd) {
      return Optional.of(cmd.command());
    }
    if (instruction instanceof Entrypoint entrypoint) {
      return Optional.of(entrypoint.command());
    }
    return instruction instanceof Healthcheck check ? check.command() : Optional.empty();
  }

  /** The command without keyword and flags, heredocs not included; empty if there is none. */
  @Override
  public SourceRange range() {
    return words.isEmpty()
        ? syntax.argument(0).range()
        : words.get(0).range().union(words.get(words.size() - 1).range());
  }

  /** Whether it is a JSON array, which is executed without a shell. */
  public boolean isExec() {
    return syntax.isJson();
  }

  /** Whether there is nothing to execute. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The program and its arguments in exec form; empty in shell form. */
  public List<Word> words() {
    return isExec() ? words : List.of();
  }

  /**
   * The text that the shell is given: the command with its heredocs, or the body of a heredoc that
   * is all there is; without any character in exec form.
   */
  public MappedText text() {
    if (isExec() || words.isEmpty()) {
      return MappedText.of(emptyRange());
    }
    if (heredocs.isEmpty()) {
      return words.get(0).mapped();
    }
    return isLoneHeredoc() ? heredocs.get(0).content() : textWithHeredocs();
  }

  /** Whether the command is nothing but a heredoc, whose body is the script. */
  public boolean isLoneHeredoc() {
    return !heredocs.isEmpty() && Heredocs.isMarker(words.get(0).text());
  }

  /**
   * The command as the shell in effect reads it. In exec form it is the one command of the words,
   * which knows the script if that command is a shell that is given one.
   */
  public Script script() {
    Script read = script;
    if (read == null) {
      read = isExec() ? execScript() : Script.parse(text(), dialect());
      script = read;
    }
    return read;
  }

  private Script execScript() {
    SourceRange array = words.isEmpty() ? emptyRange() : range();
    return Script.ofWords(MappedText.of(array), words.stream().map(Word::mapped).toList());
  }

  private Dialect dialect() {
    return isLoneHeredoc()
        ? Dialect.ofShebang(text().text()).orElseGet(() -> file.dialectAt(syntax.range().start()))
        : file.dialectAt(syntax.range().start());
  }

  private SourceRange emptyRange() {
    int end = range().end();
    return syntax.range().source().range(end, end);
  }

  private MappedText textWithHeredocs() {
    Word command = words.get(0);
    MappedText.Builder text = new MappedText.Builder(syntax.range().source());
    command.copyTo(text);
    for (Heredoc heredoc : heredocs) {
      int start = heredoc.body().start();
      text.replace(start, start, "\n").copy(start, heredoc.body().end());
      text.replace(heredoc.body().end(), heredoc.body().end(), heredoc.name());
    }
    return text.build();
  }
}
