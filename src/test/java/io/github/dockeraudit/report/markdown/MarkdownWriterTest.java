package io.github.dockeraudit.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.HostileTexts;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Quote;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.report.document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownWriterTest {

  private static final List<Extension> GITHUB = List.of(TablesExtension.create());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# no heading",
        "- no item",
        "+ no item",
        "1. no item",
        "12) no item",
        "> no quote",
        "=== no heading above",
        "--- no line",
        "    no code",
        "~~~ no fence",
        "*a* **b** _c_ __d__ `e` ``f`` ~~g~~",
        "a_b __init__ a*b*c",
        "[x](https://example.com) ![y](z) [r]: https://example.com <https://example.com>",
        "https://example.com/x HTTP://example.com www.example.com",
        "&lt; &amp; &#60; <b>x</b> <!-- c -->",
        "a \\ b \\* \\\\ c \\| d | e",
        "$x$ $$y$$ ${HOME:-/root}",
        "a  ",
      })
  void everyTextComesOutAsItWentIn(String text) {
    String paragraph = text(document(new Paragraph(Text.of(text))));
    assertThat(TextContentRenderer.builder().build().render(parsed(paragraph)))
        .as(paragraph)
        .isEqualTo("t\ns\n" + text.strip());
    String table =
        text(document(new Table("t", List.of(Column.words("c")), List.of(List.of(Text.of(text))))));
    assertThat(cells(parsed(table))).as(table).containsExactly("c", text.strip());
    String item = text(document(Listing.bullets(Text.of(text), Text.of("last"))));
    assertThat(TextContentRenderer.builder().build().render(parsed(item)))
        .as(item)
        .contains("* " + text.strip() + "\n* last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a`b", "`", "``a``", "a|b", "a\\|b", "a\\", "$`x`$", "<b>", " a "})
  void everyCodeComesOutAsItWentIn(String code) {
    String paragraph = text(document(new Paragraph(Text.ofCode(code))));
    List<String> codes = new ArrayList<>();
    parsed(paragraph)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Code node) {
                codes.add(node.getLiteral());
              }
            });
    assertThat(codes).as(paragraph).containsExactly(code);
  }

  @Test
  void inATableAPipeInCodeEndsNoCell() {
    List<Text> row = List.of(Text.ofCode("a|b\\|c"), Text.of("d"));
    Table table = new Table("t", List.of(Column.words("x"), Column.numbers("y")), List.of(row));
    assertThat(cells(parsed(text(document(table))))).containsExactly("x", "y", "a|b\\|c", "d");
  }

  @Test
  void columnsAreAlignedInTheSourceToo() {
    Table table =
        new Table(
            "t",
            List.of(Column.words("Service"), Column.numbers("Port")),
            List.of(
                List.of(Text.ofCode("db"), Text.of("5432")),
                List.of(Text.ofCode("frontend"), Text.of("80"))));
    assertThat(text(document(table)))
        .endsWith(
            """
            | Service    | Port |
            | ---------- | ---: |
            | `db`       | 5432 |
            | `frontend` |   80 |
            """);
  }

  @Test
  void aQuoteMarksItsWordsBelowThem() {
    Quote quote =
        new Quote(
            "dockerfile",
            List.of(new Quote.Line(9, "FROM a", "", ""), new Quote.Line(10, "", "ADD", " ``` /x")));
    assertThat(text(document(quote)))
        .endsWith(
            """
            ````text
                9 | FROM a
               10 | ADD ``` /x
                  | ^^^
            ````
            """);
  }

  @Test
  void aGraphIsAFlowchartInWhichNothingIsMarkup() {
    Graph graph =
        new Graph(
            "t",
            List.of(
                new Graph.Node("a", "a\"]; click n0 call x() %%{init}%%", "", Tone.NEUTRAL),
                new Graph.Node("end", "```", "#quot;", Tone.GOOD)),
            List.of(new Graph.Edge("a", "end", "x|y")));
    assertThat(text(document(graph)))
        .endsWith(
            """
            ```mermaid
            flowchart LR
              n0["a#34;#93;#59; click n0 call x#40;#41; #37;#37;#123;init#125;#37;#37;"]
              n1["#96;#96;#96;<br/>#35;quot#59;"]
              n0 -->|"x#124;y"| n1
            ```
            """);
  }

  @Test
  void aDocumentOfHostileTextsHasNoMarkupBesideOurs() {
    List<String> html = new ArrayList<>();
    List<String> links = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    parsed(text(HostileTexts.document()))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                links.add("image " + image.getDestination());
              }

              @Override
              public void visit(Heading heading) {
                headings.add(heading.getLevel());
                visitChildren(heading);
              }

              @Override
              public void visit(HtmlBlock block) {
                html.add(block.getLiteral());
              }

              @Override
              public void visit(HtmlInline part) {
                html.add(part.getLiteral());
              }
            });
    assertThat(links)
        .isNotEmpty()
        .allMatch(
            link ->
                link.equals("#first") || link.equals("https://example.com/a_%28b%29?c=1&d='2'"));
    Pattern ours =
        Pattern.compile(
            "</?details>|<details>\\n<summary>[^<]*</summary>|</?code>|<a id=\"[a-z]+\">|</a>");
    assertThat(html).isNotEmpty().allMatch(part -> ours.matcher(part.strip()).matches());
    assertThat(headings.stream().filter(level -> level == 1)).hasSize(1);
  }

  private static Document document(Block block) {
    Section section = new Section("s", Text.of("s"), List.of(block));
    return new Document(Text.of("t"), List.of(), List.of(), List.of(section));
  }

  private static Node parsed(String markdown) {
    return Parser.builder().extensions(GITHUB).build().parse(markdown);
  }

  private static List<String> cells(Node root) {
    List<String> cells = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableCell cell) {
              cells.add(text(cell));
            }
            visitChildren(node);
          }
        });
    return cells;
  }

  /** With the letters of entities inside of our own elements. */
  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(org.commonmark.node.Text words) {
            text.append(words.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }
        });
    return text.toString();
  }

  private static String text(Document document) {
    return MarkdownWriter.write(document).toString();
  }
}
