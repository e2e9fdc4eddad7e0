package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * The marks at a glance.
 *
 * @param overall what they come to
 * @param marks in their order
 */
public record Scores(Score overall, List<Score> marks) implements Block {

  /**
   * A mark.
   *
   * @param name what is marked
   * @param points of 100
   * @param grade a letter, {@code +} or {@code -} after it
   * @param remark a few words on it; empty for none
   */
  public record Score(String name, int points, String grade, String remark) {

    /**
     * @throws IllegalArgumentException if there are less than 0 points or more than 100
     */
    public Score {
      if (points < 0 || points > 100) {
        throw new IllegalArgumentException(name + " has " + points + " points of 100");
      }
      Objects.requireNonNull(name);
      Objects.requireNonNull(grade);
      Objects.requireNonNull(remark);
    }
  }

  public Scores {
    Objects.requireNonNull(overall);
    marks = List.copyOf(marks);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
