package io.github.dockeraudit.report.html;

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
import io.github.dockeraudit.report.document.Findings;
import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Item;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Quote;
import io.github.dockeraudit.report.document.Scores;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import java.util.List;

/** Writes blocks as elements. */
final class HtmlWriter implements BlockVisitor {

  private static final int DEEPEST = 6;

  private final Utf8Text out;
  private final StringBuilder styles = new StringBuilder();

  /** The level of the headings of sections. */
  private int level = 2;

  /** Numbers ids that no section has. */
  private int number;

  HtmlWriter(Utf8Text out) {
    this.out = out;
  }

  /** What is written so far. */
  Utf8Text out() {
    return out;
  }

  void all(List<Block> blocks) {
    blocks.forEach(block -> block.accept(this));
  }

  /** An id that no other element has. */
  String newId(String prefix) {
    number++;
    return prefix + "-" + number;
  }

  /** Rules for the head of the page, which blocks brought with them. */
  String styles() {
    return styles.toString();
  }

  void addStyle(String rule) {
    styles.append(rule);
  }

  HtmlWriter add(String markup) {
    out.append(markup);
    return this;
  }

  /** A heading of the level that sections have here. */
  void heading(String attributes, Text text) {
    int depth = Math.min(level, DEEPEST);
    add("<h" + depth + attributes + ">").add(Markup.text(text)).add("</h" + depth + ">\n");
  }

  @Override
  public void visit(Section section) {
    String id = section.id();
    add(
        "<section class=\"level"
            + level
            + "\" id=\""
            + id
            + "\" aria-labelledby=\""
            + id
            + "-h\">\n");
    heading(" id=\"" + id + "-h\"", section.heading());
    level++;
    all(section.blocks());
    level--;
    add("</section>\n");
  }

  @Override
  public void visit(Paragraph paragraph) {
    add("<p>").add(Markup.text(paragraph.text())).add("</p>\n");
  }

  @Override
  public void visit(Listing listing) {
    String tag = listing.style() == Listing.Style.STEPS ? "ol" : "ul";
    add("<" + tag + (listing.style() == Listing.Style.TASKS ? " class=\"tasks\"" : "") + ">\n");
    for (Item item : listing.items()) {
      add("<li>").add(Markup.text(item.text()));
      all(item.blocks());
      add("</li>\n");
    }
    add("</" + tag + ">\n");
  }

  @Override
  public void visit(Table table) {
    String id = newId("table");
    add("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "\">");
    add("<table>\n<caption id=\"" + id + "\">" + Markup.text(table.caption()) + "</caption>\n");
    add("<thead><tr>");
    for (Column column : table.columns()) {
      add("<th scope=\"col\"" + align(column) + ">" + Markup.text(column.heading()) + "</th>");
    }
    add("</tr></thead>\n<tbody>\n");
    table.rows().forEach(row -> row(table.columns(), row));
    add("</tbody>\n</table></div>\n");
  }

  private void row(List<Column> columns, List<Text> cells) {
    add("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      add(i == 0 ? "<th scope=\"row\"" : "<td").add(align(columns.get(i))).add(">");
      add(Markup.text(cells.get(i))).add(i == 0 ? "</th>" : "</td>");
    }
    add("</tr>\n");
  }

  private static String align(Column column) {
    return column.isNumeric() ? " class=\"num\"" : "";
  }

  @Override
  public void visit(CodeBlock code) {
    add("<pre class=\"code\">").add(Markup.text(code.text())).add("</pre>\n");
  }

  @Override
  public void visit(Diff diff) {
    add("<pre class=\"diff\">");
    for (UnifiedDiff.Line line : diff.lines()) {
      String text = Markup.text(line.text());
      add(
          switch (line.kind()) {
            case ADDED -> "<ins>" + text + "\n</ins>";
            case REMOVED -> "<del>" + text + "\n</del>";
            case NOTE -> "<i>" + text + "\n</i>";
            case KEPT -> text + "\n";
          });
    }
    add("</pre>\n");
  }

  @Override
  public void visit(Quote quote) {
    add("<pre class=\"quote\">");
    for (Quote.Line line : quote.lines()) {
      add("<span data-n=\"" + line.number() + "\">" + Markup.text(line.before()));
      if (!line.marked().isEmpty()) {
        add("<mark>" + Markup.text(line.marked()) + "</mark>" + Markup.text(line.after()));
      }
      add("\n</span>");
    }
    add("</pre>\n");
  }

  @Override
  public void visit(Graph graph) {
    add(GraphDrawing.of(graph, newId("graph")));
  }

  @Override
  public void visit(Bars bars) {
    double longest = bars.bars().stream().mapToDouble(Bar::value).max().orElse(0);
    add("<figure class=\"bars\"><figcaption>" + Markup.text(bars.title()) + "</figcaption><ul>\n");
    for (Bar bar : bars.bars()) {
      add("<li><span class=\"label\">" + Markup.text(bar.label()) + "</span>");
      add(BarDrawing.of(longest == 0 ? 0 : bar.value() / longest, bar.tone()));
      add("<span class=\"value\">" + Markup.text(bar.shown()) + "</span></li>\n");
    }
    add("</ul></figure>\n");
  }

  @Override
  public void visit(Scores scores) {
    add(ScoresDrawing.of(scores, newId("score")));
  }

  @Override
  public void visit(Cards cards) {
    add("<ol class=\"cards\">\n");
    for (Card card : cards.cards()) {
      add("<li class=\"card " + Markup.tone(card.tone()) + "\">");
      heading("", card.title());
      if (!card.remark().isEmpty()) {
        add("<p class=\"remark\">").add(Markup.text(card.remark())).add("</p>\n");
      }
      level++;
      all(card.blocks());
      level--;
      add("</li>\n");
    }
    add("</ol>\n");
  }

  @Override
  public void visit(Findings findings) {
    new FindingsWriter(findings, this, newId("filter")).write();
  }

  @Override
  public void visit(Details details) {
    add("<details><summary>").add(Markup.text(details.summary())).add("</summary>\n");
    all(details.blocks());
    add("</details>\n");
  }
}
