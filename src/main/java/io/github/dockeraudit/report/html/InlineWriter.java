package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.document.Inline.Code;
import io.github.dockeraudit.report.document.Inline.Grade;
import io.github.dockeraudit.report.document.Inline.Gravity;
import io.github.dockeraudit.report.document.Inline.Link;
import io.github.dockeraudit.report.document.Inline.Plain;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Inline.Strong;
import io.github.dockeraudit.report.document.InlineVisitor;
import io.github.dockeraudit.report.document.Text;

/** Writes the parts of a text. */
final class InlineWriter implements InlineVisitor {

  private final StringBuilder out = new StringBuilder();

  private InlineWriter() {}

  static String write(Text text) {
    InlineWriter writer = new InlineWriter();
    writer.add(text);
    return writer.out.toString();
  }

  private void add(Text text) {
    text.parts().forEach(part -> part.accept(this));
  }

  @Override
  public void visit(Plain plain) {
    out.append(Markup.text(plain.text()));
  }

  @Override
  public void visit(Code code) {
    out.append("<code>").append(Markup.text(code.text())).append("</code>");
  }

  @Override
  public void visit(Strong strong) {
    out.append("<strong>");
    add(strong.text());
    out.append("</strong>");
  }

  @Override
  public void visit(Link link) {
    out.append("<a href=\"").append(Markup.text(link.target())).append('"');
    out.append(link.target().startsWith("#") ? ">" : " rel=\"noreferrer\">");
    add(link.text());
    out.append("</a>");
  }

  @Override
  public void visit(Gravity gravity) {
    String label = gravity.severity().label();
    out.append("<span class=\"sev ").append(label).append("\">").append(label).append("</span>");
  }

  @Override
  public void visit(Grade grade) {
    out.append("<span class=\"grade ").append(Markup.tone(grade.tone()));
    out.append("\"><span class=\"vh\">grade </span>").append(grade.letter()).append("</span>");
  }

  @Override
  public void visit(Sign sign) {
    String glyph =
        switch (sign) {
          case YES -> "&#10003;";
          case PARTLY -> "&#9680;";
          case NO -> "&#10007;";
        };
    out.append("<span class=\"sign ").append(Markup.tone(sign.tone()));
    out.append("\" role=\"img\" aria-label=\"").append(sign.word()).append("\">");
    out.append(glyph).append("</span>");
  }
}
