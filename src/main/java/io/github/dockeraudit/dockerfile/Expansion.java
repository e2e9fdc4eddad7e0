package io.github.dockeraudit.dockerfile;

import java.util.Optional;

/** A text as far as its variables have been expanded, and what is not known of it. */
final class Expansion {

  /** Longest value that is followed up, so that doubling a variable again and again stays cheap. */
  static final int LONGEST_VALUE = 1 << 12;

  private final StringBuilder text = new StringBuilder();
  private boolean unknown;
  private boolean isDefault;

  /** What the text comes to. */
  Value value() {
    return unknown ? Value.unknown() : Value.of(text.toString(), isDefault);
  }

  /** The text put together so far; characters that are written in the file may be added. */
  StringBuilder text() {
    return text;
  }

  /** Nothing can be known of the text any more. */
  void forget() {
    unknown = true;
  }

  /** Appends the value of a variable. */
  void append(Value value) {
    unknown |= value.isUnknown();
    isDefault |= value.isDefault();
    value.text().ifPresent(this::appendBounded);
  }

  /** Appends another text with what is not known of it. */
  void append(Expansion other) {
    join(other);
    appendBounded(other.text);
  }

  private void appendBounded(CharSequence more) {
    if (text.length() + more.length() > LONGEST_VALUE) {
      unknown = true;
    } else {
      text.append(more);
    }
  }

  private void join(Expansion other) {
    unknown |= other.unknown;
    isDefault |= other.isDefault;
  }

  /**
   * Whether Docker takes a variable for unset; {@code orEmpty} if an empty one counts as unset too.
   */
  static boolean isMissing(Value value, boolean orEmpty) {
    return value.isUnset() || orEmpty && value.text().filter(String::isEmpty).isPresent();
  }

  /** <code>${name-word}</code>, or with a colon if {@code orEmpty}. */
  void appendOrElse(Value value, boolean orEmpty, Expansion word) {
    if (isMissing(value, orEmpty)) {
      isDefault |= value.isDefault();
      append(word);
    } else {
      append(value);
    }
  }

  /** <code>${name+word}</code>, or with a colon if {@code orEmpty}. */
  void appendIfPresent(Value value, boolean orEmpty, Expansion word) {
    unknown |= value.isUnknown();
    isDefault |= value.isDefault();
    if (!isMissing(value, orEmpty)) {
      append(word);
    }
  }

  /** <code>${name#pattern}</code>, or with {@code %} if not {@code prefix}, doubled or not. */
  void appendTrimmed(Value value, Expansion pattern, boolean prefix) {
    String glob = pattern.text.toString();
    boolean longest = glob.startsWith(prefix ? "#" : "%");
    appendEdited(
        value,
        pattern,
        Glob.trim(value.text().orElse(""), longest ? glob.substring(1) : glob, prefix, longest));
  }

  /** <code>${name/pattern/replacement}</code>, or with two slashes if {@code all}. */
  void appendReplaced(Value value, Expansion pattern, Expansion replacement, boolean all) {
    join(replacement);
    String glob = pattern.text.toString();
    appendEdited(
        value,
        pattern,
        Glob.replace(value.text().orElse(""), glob, replacement.text.toString(), all));
  }

  private void appendEdited(Value value, Expansion pattern, Optional<String> edited) {
    join(pattern);
    unknown |= value.isUnknown() || edited.isEmpty();
    isDefault |= value.isDefault();
    edited.ifPresent(this::appendBounded);
  }
}
