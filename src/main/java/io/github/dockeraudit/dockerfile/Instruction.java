package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction with everything that belongs to it: its continuation lines, the comments and blank
 * lines between them, and its heredocs.
 */
public sealed interface Instruction extends Element
    permits From,
        Run,
        Copy,
        Add,
        Arg,
        Env,
        Label,
        Expose,
        User,
        Workdir,
        Volume,
        Cmd,
        Entrypoint,
        Healthcheck,
        Onbuild,
        Shell,
        Stopsignal,
        Maintainer,
        Unknown {

  /** What the parser says of every instruction alike. */
  Syntax syntax();

  /**
   * The whole lines of the instruction; for the trigger of an {@code ONBUILD} from its own keyword
   * on.
   */
  @Override
  default SourceRange range() {
    return syntax().range();
  }

  /** The first word as written; empty if the instruction is nothing but a line continuation. */
  default Word keyword() {
    return syntax().keyword();
  }

  /** The keyword in upper case. */
  default String name() {
    return syntax().name();
  }

  /**
   * An edit that makes this another instruction with the same flags and arguments.
   *
   * @param name the other keyword in upper case; written in lower case if this one is
   */
  default TextEdit renameTo(String name) {
    return keyword().range().replaceWith(alike(name));
  }

  /**
   * A line of another instruction as this one is written: its keyword in lower case if this one is.
   *
   * @param line with its keyword in upper case
   */
  default String alike(String line) {
    int end = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
    boolean isLower = keyword().text().equals(name().toLowerCase(Locale.ROOT));
    return isLower ? line.substring(0, end).toLowerCase(Locale.ROOT) + line.substring(end) : line;
  }

  /** The flags between keyword and arguments, as written. */
  default List<Flag> flags() {
    return syntax().flags();
  }

  /** The first flag of that name, given without the two dashes. */
  default Optional<Flag> flag(String name) {
    for (Flag flag : flags()) {
      if (flag.name().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  /** Whether there is a flag of that name, given without the two dashes. */
  default boolean hasFlag(String name) {
    return flag(name).isPresent();
  }

  /**
   * The arguments as BuildKit's parser parts them: the strings of a JSON array, the words of a
   * list, or the one text of an instruction that is not parted. Those of ENV, LABEL and ARG are its
   * assignments as written, and ONBUILD has none of its own.
   */
  default List<Word> arguments() {
    return syntax().arguments();
  }

  /** Whether the arguments are a JSON array of strings. */
  default boolean isJson() {
    return syntax().isJson();
  }

  /** The comment lines between the continuation lines. */
  default List<Comment> comments() {
    return syntax().comments();
  }

  /** The blank lines between the continuation lines. */
  default List<Blank> blankLines() {
    return syntax().blankLines();
  }

  /**
   * An edit that adds a line after this instruction, be it the last one and without a line ending.
   *
   * @param line another instruction with its keyword in upper case, without a line ending
   */
  default TextEdit lineAfter(String line) {
    String newline = range().source().lineEnding();
    boolean endsLine = range().text().endsWith("\n");
    return range().insertAfter(endsLine ? alike(line) + newline : newline + alike(line));
  }

  /** Whether it stands in an {@code ONBUILD}, whose line it does not begin. */
  default boolean isTrigger() {
    return range().from().column() > 1;
  }

  /** The number of the first line, from 1. */
  default int startLine() {
    return range().from().line();
  }

  /** The number of the last line, heredocs included, from 1. */
  default int endLine() {
    return syntax().endLine();
  }
}
