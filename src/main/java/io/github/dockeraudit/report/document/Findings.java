package io.github.dockeraudit.report.document;

import io.github.dockeraudit.rule.Severity;
import java.util.List;
import java.util.Objects;

/**
 * Findings by file, which a reader may narrow down where the form allows it.
 *
 * @param files in their order
 */
public record Findings(List<InFile> files) implements Block {

  /**
   * The findings in one file.
   *
   * @param heading the file, with a grade where it has one
   */
  public record InFile(Text heading, List<Entry> entries) {

    public InFile {
      Objects.requireNonNull(heading);
      entries = List.copyOf(entries);
    }
  }

  /** Who mends a finding. */
  public enum Mending {
    /** The goal {@code fix}, by itself. */
    AUTOMATIC,
    /** The goal {@code fix} where it is allowed to. */
    RISKY,
    /** A person. */
    BY_HAND
  }

  /**
   * A finding.
   *
   * @param category a lower case word
   * @param place as {@code line:column}
   * @param rule its name, with a link to what is said of it
   * @param message what is wrong and what to do
   * @param blocks the words in the file, and how to mend them
   */
  public record Entry(
      Severity severity,
      String category,
      Mending mending,
      String place,
      Text rule,
      Text message,
      List<Block> blocks) {

    public Entry {
      Objects.requireNonNull(severity);
      Objects.requireNonNull(category);
      Objects.requireNonNull(mending);
      Objects.requireNonNull(place);
      Objects.requireNonNull(rule);
      Objects.requireNonNull(message);
      blocks = List.copyOf(blocks);
    }
  }

  public Findings {
    files = List.copyOf(files);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
