package io.github.dockeraudit.report.document;

import io.github.dockeraudit.report.document.Inline.Code;
import io.github.dockeraudit.report.document.Inline.Grade;
import io.github.dockeraudit.report.document.Inline.Gravity;
import io.github.dockeraudit.report.document.Inline.Link;
import io.github.dockeraudit.report.document.Inline.Plain;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Inline.Strong;

/** Reads off a text its words. */
final class PlainWords implements InlineVisitor {

  private final StringBuilder words = new StringBuilder();

  private PlainWords() {}

  static String of(Text text) {
    PlainWords words = new PlainWords();
    words.add(text);
    return words.words.toString();
  }

  private void add(Text text) {
    text.parts().forEach(part -> part.accept(this));
  }

  @Override
  public void visit(Plain plain) {
    words.append(plain.text());
  }

  @Override
  public void visit(Code code) {
    words.append(code.text());
  }

  @Override
  public void visit(Strong strong) {
    add(strong.text());
  }

  @Override
  public void visit(Link link) {
    add(link.text());
  }

  @Override
  public void visit(Gravity gravity) {
    words.append(gravity.severity().label());
  }

  @Override
  public void visit(Grade grade) {
    words.append(grade.letter());
  }

  @Override
  public void visit(Sign sign) {
    words.append(sign.word());
  }
}
