package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What stands in a row in another order than the one wanted.
 *
 * @param written as it stands
 * @param sorted as it should stand
 * @param first the index of the first that is not in its place
 */
public record Unsorted<T extends Located>(List<T> written, List<T> sorted, int first) {

  /** A row; empty if it is in order, in which what the order takes for equal may be anyhow. */
  public static <T extends Located> Optional<Unsorted<T>> in(List<T> row, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(row);
    sorted.sort(order);
    return IntStream.range(0, row.size())
        .filter(i -> order.compare(row.get(i), sorted.get(i)) != 0)
        .mapToObj(i -> new Unsorted<>(row, sorted, i))
        .findFirst();
  }

  /** The first that is not in its place. */
  public T misplaced() {
    return written.get(first);
  }

  /** What belongs in the place of that. */
  public T wanted() {
    return sorted.get(first);
  }

  /** Puts each in its place; what stands between them stays. */
  public List<TextEdit> edits() {
    return IntStream.range(first, written.size())
        .filter(i -> !written.get(i).range().text().equals(sorted.get(i).range().text()))
        .mapToObj(i -> written.get(i).range().replaceWith(sorted.get(i).range().text()))
        .toList();
  }
}
