package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * A whole report.
 *
 * @param title the one heading of the first level
 * @param facts short lines below the title: what was audited, when and by what
 * @param lead what is said before the first section
 * @param sections the sections of the second level, in their order
 */
public record Document(Text title, List<Text> facts, List<Block> lead, List<Section> sections) {

  public Document {
    Objects.requireNonNull(title);
    facts = List.copyOf(facts);
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }
}
