package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A heading and what belongs below it; sections in sections have headings of the next level.
 *
 * @param id name for links, unique in the document: letters, digits and hyphens
 * @param heading a short text, which may end with a grade
 * @param blocks what is said
 */
public record Section(String id, Text heading, List<Block> blocks) implements Block {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * @throws IllegalArgumentException if the id is not of its form
   */
  public Section {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("'%s' is not an id such as base-images".formatted(id));
    }
    Objects.requireNonNull(heading);
    blocks = List.copyOf(blocks);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
