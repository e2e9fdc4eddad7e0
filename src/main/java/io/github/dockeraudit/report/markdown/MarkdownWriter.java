package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.report.Utf8Text;
import io.github.dockeraudit.report.document.Bars;
import io.github.dockeraudit.report.document.Bars.Bar;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.BlockVisitor;
import io.github.dockeraudit.report.document.Cards;
import io.github.dockeraudit.report.document.Cards.Card;
import io.github.dockeraudit.report.document.CodeBlock;
import io.github.dockeraudit.report.document.Details;
import io.github.dockeraudit.report.document.Diff;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.document.Findings;
import io.github.dockeraudit.report.document.Findings.Entry;
import io.github.dockeraudit.report.document.Findings.InFile;
import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Item;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Quote;
import io.github.dockeraudit.report.document.Scores;
import io.github.dockeraudit.report.document.Scores.Score;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Shown;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes blocks one below the other, with an empty line between two. */
final class MarkdownWriter implements BlockVisitor {

  private static final int BAR_LENGTH = 20;

  private final Utf8Text out = new Utf8Text();

  /** The level of the headings of sections. */
  private int level;

  private MarkdownWriter(int level) {
    this.level = level;
  }

  /** The whole document; it ends with a line feed. */
  static Utf8Text write(Document document) {
    MarkdownWriter writer = new MarkdownWriter(1);
    writer.heading(document.title());
    writer.level = 2;
    Text facts = document.facts().stream().collect(Text.joining(" \u00B7 "));
    writer.paragraph(InlineWriter.line(facts));
    writer.all(document.lead());
    document.sections().forEach(section -> section.accept(writer));
    return writer.out;
  }

  private void all(List<Block> blocks) {
    blocks.forEach(block -> block.accept(this));
  }

  private void paragraph(String lines) {
    if (!lines.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n").append(lines).append("\n");
    }
  }

  private void heading(Text text) {
    paragraph("#".repeat(Math.min(level, 6)) + " " + InlineWriter.inside(text));
  }

  @Override
  public void visit(Section section) {
    if (!section.id().equals(slug(section.heading()))) {
      paragraph("<a id=\"" + section.id() + "\"></a>");
    }
    heading(section.heading());
    level++;
    all(section.blocks());
    level--;
  }

  /** What GitHub makes of a heading to link to it. */
  private static String slug(Text heading) {
    return heading
        .plain()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  @Override
  public void visit(Paragraph paragraph) {
    paragraph(InlineWriter.line(paragraph.text()));
  }

  @Override
  public void visit(Listing listing) {
    StringBuilder lines = new StringBuilder();
    int number = 1;
    for (Item item : listing.items()) {
      String sign =
          switch (listing.style()) {
            case BULLETS -> "* ";
            case STEPS -> number++ + ". ";
            case TASKS -> "- [ ] ";
          };
      lines.append(sign).append(InlineWriter.line(item.text())).append('\n');
      int indent = listing.style() == Listing.Style.TASKS ? 2 : sign.length();
      lines.append(below(item.blocks(), indent));
    }
    paragraph(lines.toString().stripTrailing());
  }

  /** Blocks that belong to an item. */
  private String below(List<Block> blocks, int indent) {
    if (blocks.isEmpty()) {
      return "";
    }
    MarkdownWriter writer = new MarkdownWriter(level);
    writer.all(blocks);
    StringBuilder lines = new StringBuilder("\n");
    String prefix = " ".repeat(indent);
    writer
        .out
        .toString()
        .lines()
        .forEach(line -> lines.append(line.isEmpty() ? "" : prefix + line).append('\n'));
    return lines.append('\n').toString();
  }

  @Override
  public void visit(Table table) {
    paragraph(TableWriter.write(table).stripTrailing());
  }

  @Override
  public void visit(CodeBlock code) {
    fenced(code.language(), code.text());
  }

  private void fenced(String language, String text) {
    String shown = Shown.of(text).stripTrailing();
    String fence = Escape.fence(shown);
    paragraph(fence + language + "\n" + shown + "\n" + fence);
  }

  @Override
  public void visit(Diff diff) {
    StringBuilder lines = new StringBuilder();
    for (UnifiedDiff.Line line : diff.lines()) {
      lines.append(Shown.onOneLine(line.text())).append('\n');
    }
    fenced("diff", lines.toString());
  }

  @Override
  public void visit(Quote quote) {
    StringBuilder lines = new StringBuilder();
    for (Quote.Line line : quote.lines()) {
      String number = String.valueOf(line.number());
      lines.append(" ".repeat(Math.max(0, 5 - number.length()))).append(number).append(" | ");
      lines.append(line.before()).append(line.marked()).append(line.after());
      lines.append('\n');
      if (!line.marked().isEmpty()) {
        lines.append("      | ").append(" ".repeat(line.before().length()));
        lines.append("^".repeat(line.marked().length())).append('\n');
      }
    }
    fenced("text", lines.toString());
  }

  @Override
  public void visit(Graph graph) {
    fenced("mermaid", MermaidWriter.write(graph));
  }

  @Override
  public void visit(Bars bars) {
    double longest = bars.bars().stream().mapToDouble(Bar::value).max().orElse(0);
    List<List<Text>> rows = new ArrayList<>();
    for (Bar bar : bars.bars()) {
      int length = longest == 0 ? 0 : (int) Math.round(BAR_LENGTH * bar.value() / longest);
      rows.add(
          List.of(Text.of(bar.label()), Text.of(bar.shown()), Text.of("\u2588".repeat(length))));
    }
    visit(
        new Table(
            bars.title(),
            List.of(Column.words(bars.title()), Column.numbers(""), Column.words("")),
            rows));
  }

  @Override
  public void visit(Scores scores) {
    List<Score> all = new ArrayList<>(scores.marks());
    all.add(scores.overall());
    boolean hasRemarks = all.stream().anyMatch(score -> !score.remark().isEmpty());
    List<Column> columns =
        List.of(
            Column.words("Mark"),
            Column.numbers("Points of 100"),
            Column.words("Grade"),
            Column.words(""));
    int shown = hasRemarks ? columns.size() : columns.size() - 1;
    visit(
        new Table(
            "Marks",
            columns.subList(0, shown),
            all.stream().map(score -> row(score).subList(0, shown)).toList()));
  }

  private static List<Text> row(Score score) {
    return List.of(
        Text.of(score.name()),
        Text.of(String.valueOf(score.points())),
        Text.empty().grade(score.grade()),
        Text.of(score.remark()));
  }

  @Override
  public void visit(Cards cards) {
    for (Card card : cards.cards()) {
      heading(card.title());
      paragraph(InlineWriter.line(card.remark()));
      level++;
      all(card.blocks());
      level--;
    }
  }

  @Override
  public void visit(Findings findings) {
    for (InFile file : findings.files()) {
      heading(file.heading());
      StringBuilder lines = new StringBuilder();
      for (Entry entry : file.entries()) {
        lines.append("* ").append(InlineWriter.inside(line(entry))).append('\n');
        lines.append(below(entry.blocks(), 2));
      }
      paragraph(lines.toString().stripTrailing());
    }
  }

  private static Text line(Entry entry) {
    return Text.empty()
        .gravity(entry.severity())
        .and(" " + entry.place() + " ")
        .and(entry.rule())
        .and(": ")
        .and(entry.message())
        .and(
            switch (entry.mending()) {
              case AUTOMATIC -> " (fixable)";
              case RISKY -> " (fixable, risky)";
              case BY_HAND -> "";
            });
  }

  @Override
  public void visit(Details details) {
    paragraph("<details>\n<summary>" + Escape.html(details.summary().plain()) + "</summary>");
    all(details.blocks());
    paragraph("</details>");
  }
}
