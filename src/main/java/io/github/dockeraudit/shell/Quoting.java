package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/** Removes the quotes of a word, as the shell does last of all. */
final class Quoting {

  /** Stands in a script for the output of commands that the shell outside it has run. */
  private static final String OUTPUT = "${_}";

  private interface Sink {
    void copy(int start, int end);

    void replace(int start, int end, String by);
  }

  private final Word word;
  private final String text;
  private final boolean hereDocument;
  private final Sink sink;
  private boolean quoted;

  private Quoting(Word word, Sink sink) {
    this.word = word;
    this.text = word.text.text();
    this.hereDocument = word.form() == Word.Form.HERE_DOCUMENT;
    this.quoted = hereDocument;
    this.sink = sink;
  }

  /** The value of a word up to its first expansion. */
  static String prefix(Word word) {
    StringBuilder value = new StringBuilder(word.end - word.start);
    Sink sink =
        new Sink() {
          @Override
          public void copy(int start, int end) {
            value.append(word.text.text(), start, end);
          }

          @Override
          public void replace(int start, int end, String by) {
            value.append(by);
          }
        };
    List<Expansion> expansions = word.expansions();
    int end = expansions.isEmpty() ? word.end : expansions.get(0).start;
    new Quoting(word, sink).remove(word.start, end);
    return value.toString();
  }

  /**
   * The value of a word with its expansions left standing, as a shell gets it that runs it as a
   * script. Commands in it are replaced: they belong to the outer script.
   */
  static MappedText script(Word word) {
    MappedText.Builder script = new MappedText.Builder(word.text.source());
    appendScript(word, script);
    return script.build();
  }

  /** Appends what {@link #script} gives to the text of a script. */
  static void appendScript(Word word, MappedText.Builder script) {
    if (word.isVerbatim()) {
      script.copy(word.text, word.start, word.end);
      return;
    }
    Sink sink =
        new Sink() {
          @Override
          public void copy(int start, int end) {
            script.copy(word.text, start, end);
          }

          @Override
          public void replace(int start, int end, String by) {
            SourceRange range = word.text.range(start, end);
            script.replace(range.start(), range.end(), by);
          }
        };
    Quoting quoting = new Quoting(word, sink);
    List<Expansion> expansions = word.expansions();
    int i = word.start;
    for (int e = 0; e < expansions.size(); e++) {
      Expansion expansion = expansions.get(e);
      if (expansion.start >= i) {
        quoting.remove(i, expansion.start);
        quoting.expansion(expansion, expansions.subList(e, expansions.size()));
        i = expansion.end;
      }
    }
    quoting.remove(i, word.end);
  }

  private void expansion(Expansion outer, List<Expansion> following) {
    boolean runs = false;
    for (Expansion inner : following) {
      if (inner.start >= outer.end) {
        break;
      }
      runs |= inner.kind() != Expansion.Kind.PARAMETER;
    }
    if (runs) {
      sink.replace(outer.start, outer.end, OUTPUT);
    } else {
      sink.copy(outer.start, outer.end);
    }
  }

  private void remove(int start, int end) {
    int i = start;
    while (i < end) {
      switch (text.charAt(i)) {
        case '\\':
          i = backslash(i, end);
          break;
        case '"':
          i = doubleQuote(i);
          break;
        case '\'':
          i = quoted ? copy(i, i + 1) : singleQuotes(i, end);
          break;
        case '$':
          i = dollar(i, end);
          break;
        default:
          i = copyPlain(i, end);
      }
    }
  }

  private int copy(int start, int end) {
    sink.copy(start, end);
    return end;
  }

  private int copyPlain(int start, int end) {
    int i = start + 1;
    while (i < end && "\\\"'$".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return copy(start, i);
  }

  private int backslash(int i, int end) {
    if (i + 1 >= end) {
      return copy(i, end);
    }
    char next = text.charAt(i + 1);
    if (next == '\n') {
      return i + 2;
    }
    if (next == '\r' && i + 2 < end && text.charAt(i + 2) == '\n') {
      return i + 3;
    }
    boolean removed = !quoted || "$`\\".indexOf(next) >= 0 || next == '"' && !hereDocument;
    if (removed) {
      sink.replace(i, i + 2, text.substring(i + 1, i + 2));
      return i + 2;
    }
    return copy(i, i + 2);
  }

  private int doubleQuote(int i) {
    if (hereDocument) {
      return copy(i, i + 1);
    }
    quoted = !quoted;
    return i + 1;
  }

  private int singleQuotes(int i, int end) {
    int close = text.indexOf('\'', i + 1);
    if (close < 0 || close >= end) {
      return copy(i + 1, end);
    }
    copy(i + 1, close);
    return close + 1;
  }

  private int dollar(int i, int end) {
    char next = i + 1 < end ? text.charAt(i + 1) : 0;
    if (quoted || next != '\'' && next != '"') {
      return copy(i, i + 1);
    }
    return next == '"' ? i + 1 : ansiQuotes(i + 2, end);
  }

  private int ansiQuotes(int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) != '\'') {
      if (text.charAt(i) != '\\') {
        i = copy(i, i + 1);
      } else {
        AnsiEscape escape = AnsiEscape.at(text, i, end);
        sink.replace(i, escape.end(), escape.value());
        i = escape.end();
      }
    }
    return i + 1;
  }
}
