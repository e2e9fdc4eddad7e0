package io.github.dockeraudit.audit;

import io.github.dockeraudit.source.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Below which lines the lines of a file are indented. */
final class Outline {

  private static final int NONE = 0;

  /** By line, from 1: the line that it is indented below. */
  private final int[] parents;

  private Outline(int[] parents) {
    this.parents = parents;
  }

  /** Reads the indentation, in one pass; empty lines and comments have nothing below them. */
  static Outline of(Source source) {
    int[] parents = new int[source.lineCount() + 1];
    int[] indents = new int[source.lineCount() + 1];
    Deque<Integer> open = new ArrayDeque<>();
    for (int line = 1; line < parents.length; line++) {
      String text = source.line(line).text();
      String stripped = text.stripLeading();
      indents[line] = text.length() - stripped.length();
      while (!open.isEmpty() && indents[open.peek()] >= indents[line]) {
        open.pop();
      }
      parents[line] = open.isEmpty() ? NONE : open.peek();
      if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
        open.push(line);
      }
    }
    return new Outline(parents);
  }

  /** The lines that a line is indented below, the outermost first. */
  List<Integer> above(int line) {
    List<Integer> above = new ArrayList<>();
    for (int parent = parents[line]; parent != NONE; parent = parents[parent]) {
      above.add(parent);
    }
    Collections.reverse(above);
    return above;
  }
}
