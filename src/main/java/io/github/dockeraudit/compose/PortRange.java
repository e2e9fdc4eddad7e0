package io.github.dockeraudit.compose;

/**
 * One port or a range of consecutive ones.
 *
 * @param first the lowest port
 * @param last the highest port; equal to {@code first} for one
 */
public record PortRange(int first, int last) {

  /** The number of ports. */
  public int size() {
    return last - first + 1;
  }

  /** Whether the port is one of these. */
  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  /** Whether some port is in both. */
  public boolean overlaps(PortRange other) {
    return first <= other.last && other.first <= last;
  }

  /** The range as compose writes it, like {@code 80} or {@code 8000-8010}. */
  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
