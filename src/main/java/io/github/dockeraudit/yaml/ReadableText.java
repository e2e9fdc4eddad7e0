package io.github.dockeraudit.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text of a file as SnakeYAML can read it.
 *
 * <p>Compose's reader allows three things that SnakeYAML refuses: a tab between tokens, a question
 * mark inside a plain scalar in brackets, and an escaped slash. Where SnakeYAML stumbles over one
 * of them, the character is replaced by a stand-in and the text read again. As one character takes
 * the place of one, all offsets stay.
 */
final class ReadableText {

  /** Stands for a question mark. */
  private static final char QUESTION_MARK = '\uE03F';

  /** Stands for nothing: the backslash before a slash. */
  private static final char NOTHING = '\uE05C';

  /** Most characters that are read again, so that a hostile file costs no more than a few reads. */
  private static final int MOST_READ_AGAIN = 20_000_000;

  private final StringBuilder text;
  private final CodePoints offsets;
  private boolean changed;

  private ReadableText(String text, CodePoints offsets) {
    this.text = new StringBuilder(text);
    this.offsets = offsets;
  }

  /**
   * The text with stand-ins, where they are needed to read it.
   *
   * @param offsets those of the text
   */
  static ReadableText of(String text, CodePoints offsets) {
    ReadableText readable = new ReadableText(text, offsets);
    boolean mayNeedHelp = text.indexOf('\t') >= 0 || text.indexOf('?') >= 0 || text.contains("\\/");
    boolean standsForItself = text.indexOf(QUESTION_MARK) >= 0 || text.indexOf(NOTHING) >= 0;
    if (mayNeedHelp && !standsForItself) {
      int reads = 3 + MOST_READ_AGAIN / (text.length() + 1);
      while (reads > 0 && readable.isHelpedOn()) {
        reads--;
      }
    }
    return readable;
  }

  /** The text to give to SnakeYAML. */
  String text() {
    return text.toString();
  }

  /** The value of a scalar without stand-ins. */
  String restored(String value) {
    return changed ? value.replace(String.valueOf(NOTHING), "").replace(QUESTION_MARK, '?') : value;
  }

  /** Reads up to the first error and puts a stand-in there; false if none would help. */
  private boolean isHelpedOn() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text.toString()), options);
      while (!parser.checkEvent(Event.ID.StreamEnd)) {
        parser.getEvent();
      }
      return false;
    } catch (MarkedYAMLException e) {
      return e.getProblemMark() != null && replaced(offsets.toUtf16(e.getProblemMark().getIndex()));
    } catch (YAMLException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean replaced(int offset) {
    char wrong = offset < text.length() ? text.charAt(offset) : 0;
    char before = offset > 0 ? text.charAt(offset - 1) : '\n';
    if (wrong == '\t' && separates(offset)) {
      text.setCharAt(offset, ' ');
    } else if (wrong == '?' && " \t\n[{,".indexOf(before) < 0) {
      text.setCharAt(offset, QUESTION_MARK);
      changed = true;
    } else if (wrong == '/' && before == '\\') {
      text.setCharAt(offset - 1, NOTHING);
      changed = true;
    } else {
      return false;
    }
    return true;
  }

  /** A tab may stand behind a token, but not indent a line or what follows a dash. */
  private boolean separates(int tab) {
    int last = tab - 1;
    while (last >= 0 && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
      last--;
    }
    if (last < 0 || text.charAt(last) == '\n') {
      return false;
    }
    boolean indicator = "-?:".indexOf(text.charAt(last)) >= 0;
    boolean alone = last == 0 || " \t\n".indexOf(text.charAt(last - 1)) >= 0;
    return !(indicator && alone);
  }
}
