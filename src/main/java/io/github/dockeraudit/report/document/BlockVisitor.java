package io.github.dockeraudit.report.document;

/** One method for each kind of block. */
public interface BlockVisitor {

  void visit(Section section);

  void visit(Paragraph paragraph);

  void visit(Listing listing);

  void visit(Table table);

  void visit(CodeBlock code);

  void visit(Diff diff);

  void visit(Quote quote);

  void visit(Graph graph);

  void visit(Bars bars);

  void visit(Scores scores);

  void visit(Cards cards);

  void visit(Findings findings);

  void visit(Details details);
}
