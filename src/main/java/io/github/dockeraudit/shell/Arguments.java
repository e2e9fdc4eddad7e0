package io.github.dockeraudit.shell;

import java.util.List;
import java.util.Optional;

/** Tells the flags, their values and the operands of a command apart, from left to right. */
final class Arguments {

  private final OptionSyntax syntax;
  private final List<Word> words;
  private int index;

  /** The text of the current word if it is a flag, else empty. */
  private String flag = "";

  /** How many of the words to come are values of flags. */
  private int values;

  private boolean operand;

  /** Whether the current word holds letters of flags without a dash. */
  private boolean bare;

  private boolean onlyOperands;

  /** Stands before the first of the arguments; {@code words} begin with the name. */
  Arguments(String program, List<Word> words) {
    this.syntax = KnownOptions.of(program);
    this.words = words;
  }

  /** Moves to the next argument; false if there is none. */
  boolean next() {
    if (index + 1 >= words.size()) {
      return false;
    }
    index++;
    flag = "";
    operand = false;
    bare = false;
    if (values > 0) {
      values--;
    } else if (onlyOperands) {
      operand = true;
    } else {
      classify();
    }
    return true;
  }

  /** The current argument. */
  Word word() {
    return words.get(index);
  }

  /** The place of the current argument among the words. */
  int index() {
    return index;
  }

  /** Whether the current argument is neither a flag nor a value of one nor {@code --}. */
  boolean isOperand() {
    return operand;
  }

  /** Whether the current argument is or holds one of these flags. */
  boolean isFlag(String... names) {
    if (!flag.isEmpty()) {
      for (String name : names) {
        if (isFlag(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The value of the current argument, which is or holds one of these flags. */
  Optional<Word> value(String... names) {
    for (String name : names) {
      if (isFlag(name)) {
        return value(name);
      }
    }
    return Optional.empty();
  }

  private void classify() {
    String prefix = word().prefix();
    if (prefix.equals("--") && word().expansions().isEmpty()) {
      onlyOperands = true;
    } else if (prefix.length() > 1 && prefix.charAt(0) == '-') {
      flag = prefix;
      values = holdsExpansion() ? 0 : syntax.valuesAfter(flag);
    } else if (index == 1 && syntax.takesBareLetters() && !prefix.isEmpty()) {
      flag = "-" + prefix;
      bare = true;
      values = syntax.valueLetters(flag, flag.length());
    } else {
      operand = true;
      onlyOperands = syntax.endsAtOperand();
    }
  }

  /** An expansion in a flag is its value, or a part of it. */
  private boolean holdsExpansion() {
    return !word().expansions().isEmpty();
  }

  private boolean isFlag(String name) {
    return isSpelled(name) || letterAt(name) > 0;
  }

  private boolean isSpelled(String name) {
    return flag.startsWith(name)
        && (flag.length() == name.length() || flag.charAt(name.length()) == '=');
  }

  /** Where the letter of a flag such as {@code -y} stands among others; 0 if it does not. */
  private int letterAt(String name) {
    if (name.length() != 2 || flag.startsWith("--") || syntax.isName(flag)) {
      return 0;
    }
    for (int i = 1; i < flag.length(); i++) {
      char letter = flag.charAt(i);
      if (letter == name.charAt(1)) {
        return i;
      }
      if (letter == '=' || syntax.takesValue(letter) && !bare) {
        return 0;
      }
    }
    return 0;
  }

  private Optional<Word> value(String name) {
    if (isSpelled(name)) {
      return flag.length() > name.length()
          ? valueInside(name.length() + 1)
          : holdsExpansion() ? valueInside(name.length()) : wordAfter(1);
    }
    int letter = letterAt(name);
    if (bare) {
      return wordAfter(1 + syntax.valueLetters(flag, letter));
    }
    return letter + 1 < flag.length() || holdsExpansion() ? valueInside(letter + 1) : wordAfter(1);
  }

  private Optional<Word> wordAfter(int ahead) {
    return index + ahead < words.size() ? Optional.of(words.get(index + ahead)) : Optional.empty();
  }

  /** The rest of the current word; empty if quotes around an expansion begin before it. */
  private Optional<Word> valueInside(int offset) {
    Word word = word();
    if (word.text.text().startsWith(flag.substring(0, offset), word.start)) {
      return Optional.of(word.from(word.start + offset));
    }
    return holdsExpansion()
        ? Optional.empty()
        : Optional.of(Word.verbatim(Quoting.script(word)).from(offset));
  }
}
