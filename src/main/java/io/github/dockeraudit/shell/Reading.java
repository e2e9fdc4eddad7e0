package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** What the readers of one script share: how deep they are in it and where they first failed. */
final class Reading {

  /** Deeper constructs are not read: people nest a handful, and the stack of a thread is finite. */
  private static final int DEEPEST = 100;

  private SourceRange remainder;
  private int depth;
  private boolean lenient;

  /** Begins a construct that may hold others of its kind; false if it is too deep to be read. */
  boolean enter() {
    if (depth == DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Notes a text that cannot be read, if it is the first. */
  void fail(MappedText text, int start, int end) {
    if (remainder == null && !lenient) {
      remainder = text.range(start, end);
    }
  }

  /** Whether what fails from now on is no fault of the script; returns what was so before. */
  boolean lenient(boolean now) {
    boolean before = lenient;
    lenient = now;
    return before;
  }

  Optional<SourceRange> remainder() {
    return Optional.ofNullable(remainder);
  }
}
