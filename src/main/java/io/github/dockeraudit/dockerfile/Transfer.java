package io.github.dockeraudit.dockerfile;

import java.util.List;

/** Parts the arguments of COPY and ADD into sources and destination. */
final class Transfer {

  private Transfer() {}

  static List<Word> sources(Instruction instruction, List<Heredoc> heredocs) {
    List<Word> arguments = instruction.arguments();
    if (arguments.size() < 2) {
      return arguments;
    }
    List<Word> sources = arguments.subList(0, arguments.size() - 1);
    if (heredocs.isEmpty()) {
      return sources;
    }
    return sources.stream().filter(word -> !Heredocs.isMarker(word.text())).toList();
  }

  static Word destination(Instruction instruction) {
    int count = instruction.arguments().size();
    return instruction.syntax().argument(Math.max(1, count - 1));
  }
}
