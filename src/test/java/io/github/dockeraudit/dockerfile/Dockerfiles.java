package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.stream.Collectors;

/** Parses texts of tests. */
final class Dockerfiles {

  private Dockerfiles() {}

  static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }

  /** The first instruction of a kind. */
  static <I extends Instruction> I first(Class<I> type, String text) {
    return parse(text).all(type).findFirst().orElseThrow();
  }

  /** The last instruction. */
  static Instruction last(String text) {
    List<Instruction> all = parse(text).instructions();
    return all.get(all.size() - 1);
  }

  static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  /** The texts of all elements, one after the other. */
  static String tiles(Dockerfile file) {
    return file.elements().stream()
        .map(element -> element.range().text())
        .collect(Collectors.joining());
  }

  /** The messages of all problems. */
  static List<String> problems(String text) {
    return parse(text).problems().stream().map(Problem::message).toList();
  }
}
