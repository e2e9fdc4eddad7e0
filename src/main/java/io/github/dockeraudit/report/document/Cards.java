package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/** Things of one kind, each with a title and what is to be said of it. */
public record Cards(List<Card> cards) implements Block {

  /**
   * One of them.
   *
   * @param title its name in a line
   * @param remark a line below, such as gain and effort; empty for none
   * @param blocks the rest
   */
  public record Card(Tone tone, Text title, Text remark, List<Block> blocks) {

    public Card {
      Objects.requireNonNull(tone);
      Objects.requireNonNull(title);
      Objects.requireNonNull(remark);
      blocks = List.copyOf(blocks);
    }
  }

  public Cards {
    cards = List.copyOf(cards);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
