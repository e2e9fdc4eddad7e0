package io.github.dockeraudit.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Short texts one below the other.
 *
 * @param items at least one
 */
public record Listing(Style style, List<Item> items) implements Block {

  /** What stands before each item. */
  public enum Style {
    /** A dot. */
    BULLETS,
    /** Its number. */
    STEPS,
    /** A box to tick. */
    TASKS
  }

  /**
   * One item.
   *
   * @param text what it says
   * @param blocks what belongs below it; mostly nothing
   */
  public record Item(Text text, List<Block> blocks) {

    public Item {
      Objects.requireNonNull(text);
      blocks = List.copyOf(blocks);
    }

    /** An item of nothing but a text. */
    public static Item of(Text text) {
      return new Item(text, List.of());
    }
  }

  public Listing {
    Objects.requireNonNull(style);
    items = List.copyOf(items);
  }

  /** A list of texts. */
  public static Listing of(Style style, List<Text> texts) {
    return new Listing(style, texts.stream().map(Item::of).toList());
  }

  /** A list with dots. */
  public static Listing bullets(Text... texts) {
    return of(Style.BULLETS, Arrays.asList(texts));
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
