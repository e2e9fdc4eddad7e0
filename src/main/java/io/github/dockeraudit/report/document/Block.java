package io.github.dockeraudit.report.document;

/** Something that stands on lines of its own. */
public sealed interface Block
    permits Section,
        Paragraph,
        Listing,
        Table,
        CodeBlock,
        Diff,
        Quote,
        Graph,
        Bars,
        Scores,
        Cards,
        Findings,
        Details {

  /** Hands this to the method for its kind. */
  void accept(BlockVisitor visitor);
}
