package io.github.dockeraudit.report.document;

/** One method for each kind of inline. */
public interface InlineVisitor {

  void visit(Inline.Plain plain);

  void visit(Inline.Code code);

  void visit(Inline.Strong strong);

  void visit(Inline.Link link);

  void visit(Inline.Gravity gravity);

  void visit(Inline.Grade grade);

  void visit(Inline.Sign sign);
}
