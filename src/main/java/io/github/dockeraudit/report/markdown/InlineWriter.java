package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.report.document.Inline.Code;
import io.github.dockeraudit.report.document.Inline.Grade;
import io.github.dockeraudit.report.document.Inline.Gravity;
import io.github.dockeraudit.report.document.Inline.Link;
import io.github.dockeraudit.report.document.Inline.Plain;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Inline.Strong;
import io.github.dockeraudit.report.document.InlineVisitor;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Severity;

/** Writes a text on one line. */
final class InlineWriter implements InlineVisitor {

  private final StringBuilder out = new StringBuilder();
  private final boolean isInTable;

  private InlineWriter(boolean isInTable) {
    this.isInTable = isInTable;
  }

  /** A text that begins a line. */
  static String line(Text text) {
    return Escape.lineStart(inside(text));
  }

  /** A text inside a line. */
  static String inside(Text text) {
    return new InlineWriter(false).add(text);
  }

  /** A text in a cell of a table. */
  static String cell(Text text) {
    return new InlineWriter(true).add(text);
  }

  static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "\uD83D\uDD34 error";
      case WARNING -> "\uD83D\uDFE0 warning";
      case INFO -> "\uD83D\uDD35 info";
    };
  }

  private String add(Text text) {
    text.parts().forEach(part -> part.accept(this));
    return out.toString();
  }

  @Override
  public void visit(Plain plain) {
    out.append(Escape.words(plain.text()));
  }

  @Override
  public void visit(Code code) {
    out.append(Escape.code(code.text(), isInTable));
  }

  @Override
  public void visit(Strong strong) {
    out.append("**");
    add(strong.text());
    out.append("**");
  }

  @Override
  public void visit(Link link) {
    out.append('[');
    add(link.text());
    out.append("](").append(link.target().replace("(", "%28").replace(")", "%29")).append(')');
  }

  @Override
  public void visit(Gravity gravity) {
    out.append(severity(gravity.severity()));
  }

  @Override
  public void visit(Grade grade) {
    out.append("**").append(grade.letter()).append("**");
  }

  @Override
  public void visit(Sign sign) {
    out.append(
        switch (sign) {
          case YES -> "\u2705";
          case PARTLY -> "\u26A0\uFE0F";
          case NO -> "\u274C";
        });
  }
}
