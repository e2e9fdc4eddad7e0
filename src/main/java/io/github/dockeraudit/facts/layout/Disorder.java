package io.github.dockeraudit.facts.layout;

import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Something that stands behind what should come after it. */
public final class Disorder implements Located {

  /** Letters by the alphabet, numbers by their size. */
  public static final Comparator<String> ALPHABET = Disorder::compare;

  private final ComposeText text;
  private final YamlNode whole;
  private final List<String> names;
  private final Comparator<String> order;
  private final int first;

  private Disorder(
      ComposeText text, YamlNode whole, List<String> names, Comparator<String> order, int first) {
    this.text = text;
    this.whole = whole;
    this.names = names;
    this.order = order;
    this.first = first;
  }

  /** The first key of a mapping, or item of a list, that is in the wrong place. */
  public static Stream<Disorder> in(ComposeText text, YamlNode whole, Comparator<String> order) {
    if (whole.isAlias() || whole.tag().isPresent()) {
      return Stream.empty();
    }
    List<String> names = names(whole);
    for (int i = 1; i < names.size(); i++) {
      if (order.compare(names.get(i - 1), names.get(i)) > 0) {
        return Stream.of(new Disorder(text, whole, names, order, i));
      }
    }
    return Stream.empty();
  }

  private static List<String> names(YamlNode whole) {
    if (whole instanceof YamlMapping mapping) {
      return mapping.written().stream().map(entry -> entry.key().value()).toList();
    }
    return whole instanceof YamlSequence sequence
        ? sequence.items().stream().map(Disorder::nameOf).toList()
        : List.of();
  }

  /** A text, or the first value of a longer form. */
  private static String nameOf(YamlNode item) {
    if (item instanceof YamlScalar scalar) {
      return scalar.value();
    }
    return item instanceof YamlMapping mapping
        ? mapping.entries().stream()
            .map(YamlEntry::value)
            .filter(YamlScalar.class::isInstance)
            .map(value -> ((YamlScalar) value).value())
            .findFirst()
            .orElse("")
        : "";
  }

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOne = endOfNumber(one, i);
      int endOther = endOfNumber(other, j);
      boolean areNumbers = endOne > i && endOther > j;
      int result =
          areNumbers
              ? compareNumbers(one.substring(i, endOne), other.substring(j, endOther))
              : Character.toLowerCase(one.charAt(i)) - Character.toLowerCase(other.charAt(j));
      if (result != 0) {
        return result;
      }
      i = areNumbers ? endOne : i + 1;
      j = areNumbers ? endOther : j + 1;
    }
    return (one.length() - i) - (other.length() - j);
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String one, String other) {
    String a = withoutZeros(one);
    String b = withoutZeros(other);
    return a.length() == b.length() ? a.compareTo(b) : a.length() - b.length();
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /** Where it stands. */
  @Override
  public SourceRange range() {
    return whole instanceof YamlMapping mapping
        ? List.copyOf(mapping.written()).get(first).key().range()
        : ((YamlSequence) whole).items().get(first).site();
  }

  /** What all of them are called, as they stand. */
  public List<String> names() {
    return names;
  }

  /** What it is called. */
  public String name() {
    return names.get(first);
  }

  /** What stands before it and should not. */
  public String before() {
    return names.get(first - 1);
  }

  /** Puts all of them in order, with their comments. */
  public Remedy remedy() {
    List<Integer> sorted =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparing(names::get, order))
            .toList();
    return text.path(whole)
        .filter(path -> path.node() == whole)
        .flatMap(path -> path.reorder(sorted))
        .map(edit -> Remedy.safe("Put them in order", List.of(edit)))
        .orElseGet(() -> Remedy.none("comments or anchors between them depend on their order"));
  }
}
