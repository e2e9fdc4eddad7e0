package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * Numbers to compare by eye.
 *
 * @param title what they count, in one line
 * @param bars in their order
 */
public record Bars(String title, List<Bar> bars) implements Block {

  /**
   * A number.
   *
   * @param value the length; 0 or more
   * @param shown the number with its unit: {@code 250 MB}
   */
  public record Bar(String label, double value, String shown, Tone tone) {

    /**
     * @throws IllegalArgumentException if the value is negative or no number
     */
    public Bar {
      if (!(value >= 0)) {
        throw new IllegalArgumentException(label + " is " + value);
      }
      Objects.requireNonNull(label);
      Objects.requireNonNull(shown);
      Objects.requireNonNull(tone);
    }
  }

  public Bars {
    Objects.requireNonNull(title);
    bars = List.copyOf(bars);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
