package io.github.dockeraudit.report.document;

import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/**
 * A line of text in parts. Put together from left to right: {@code Text.of("Runs as
 * ").code("root").and(" in 2 stages")}.
 *
 * @param parts empty for no text
 */
public record Text(List<Inline> parts) {

  private static final Text EMPTY = new Text(List.of());

  public Text {
    parts = List.copyOf(parts);
  }

  /** No text. */
  public static Text empty() {
    return EMPTY;
  }

  /** Words in which nothing is markup. */
  public static Text of(String words) {
    return of(new Inline.Plain(words));
  }

  /** One part. */
  public static Text of(Inline part) {
    return new Text(List.of(part));
  }

  /** Words of a file or a command. */
  public static Text ofCode(String words) {
    return of(new Inline.Code(words));
  }

  /**
   * Our own words, in which backticks enclose code: {@code "Say `COPY`"}. Not for what a file or a
   * user says.
   */
  public static Text marked(String words) {
    Text text = EMPTY;
    String[] parts = words.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i < parts.length - 1;
      if (!parts[i].isEmpty()) {
        text = isCode ? text.code(parts[i]) : text.and(parts[i]);
      }
    }
    return text;
  }

  /** Joins texts with commas. */
  public static Collector<Text, ?, Text> joining() {
    return joining(", ");
  }

  /** Joins texts. */
  public static Collector<Text, ?, Text> joining(String separator) {
    return Collector.of(
        ArrayList<Text>::new,
        List::add,
        (one, other) -> {
          one.addAll(other);
          return one;
        },
        texts -> join(separator, texts));
  }

  private static Text join(String separator, List<Text> texts) {
    Text joined = EMPTY;
    for (Text text : texts) {
      joined = joined.isEmpty() ? text : joined.and(separator).and(text);
    }
    return joined;
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** This and then words. */
  public Text and(String words) {
    return and(new Inline.Plain(words));
  }

  /** This and then words of a file or a command. */
  public Text code(String words) {
    return and(new Inline.Code(words));
  }

  /** This and then words that stand out. */
  public Text strong(String words) {
    return and(new Inline.Strong(of(words)));
  }

  /** This and then words that lead elsewhere; {@code target} as in {@link Inline.Link}. */
  public Text link(String words, String target) {
    return and(new Inline.Link(of(words), target));
  }

  /** This and then the sign of a severity. */
  public Text gravity(Severity severity) {
    return and(new Inline.Gravity(severity));
  }

  /** This and then a grade. */
  public Text grade(String letter) {
    return and(new Inline.Grade(letter));
  }

  /** This and then one more part. */
  public Text and(Inline part) {
    List<Inline> all = new ArrayList<>(parts.size() + 1);
    all.addAll(parts);
    all.add(part);
    return new Text(all);
  }

  /** This and then another text. */
  public Text and(Text other) {
    List<Inline> all = new ArrayList<>(parts.size() + other.parts.size());
    all.addAll(parts);
    all.addAll(other.parts);
    return new Text(all);
  }

  /** The words alone. */
  public String plain() {
    return PlainWords.of(this);
  }
}
