package io.github.dockeraudit.report.document;

import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.report.document.Bars.Bar;
import io.github.dockeraudit.report.document.Cards.Card;
import io.github.dockeraudit.report.document.Findings.Entry;
import io.github.dockeraudit.report.document.Findings.InFile;
import io.github.dockeraudit.report.document.Findings.Mending;
import io.github.dockeraudit.report.document.Graph.Edge;
import io.github.dockeraudit.report.document.Graph.Node;
import io.github.dockeraudit.report.document.Listing.Item;
import io.github.dockeraudit.report.document.Scores.Score;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A document of every kind of block, in which every text tries to be more than text. */
public final class HostileTexts {

  /** What a page would run if it took it for markup. */
  public static final String MARKUP = "\"'><img src=x onerror=window.taken=1>";

  /** What ends quotes, code, tables, graphs and comments in HTML, Markdown and Mermaid. */
  public static final String ALL =
      MARKUP
          + "</title></style></script></pre></code></svg>-->]]><script>window.taken=1</script>"
          + " javascript:window.taken=1 [x](javascript:window.taken=1) ![x](https://example.com/x.png)"
          + " `` ``` ~~~ | \\| **b** _i_ <!-- {{x}} ${x} $$x$$ %%{init: {}}%% \"]; click n0 call x()"
          + " #quot; &lt;b&gt; https://example.com/x www.example.com @somebody \u202Eneddih\u2066 \u0000\u001B[31m \uD83D";

  private HostileTexts() {}

  public static Document document() {
    Text text = text();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("first", text, blocks()));
    sections.add(new Section("second", text, List.of(new Section("inner", text, blocks()))));
    return new Document(text, List.of(text, text), List.of(scores(), bars()), sections);
  }

  private static Text text() {
    return Text.of(ALL)
        .code(ALL)
        .strong(ALL)
        .link(ALL, "#first")
        .link(ALL, "https://example.com/a_(b)?c=1&d='2'")
        .gravity(Severity.ERROR)
        .grade("A+")
        .and(Inline.Sign.PARTLY);
  }

  private static List<Block> blocks() {
    Text text = text();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(text));
    for (Listing.Style style : Listing.Style.values()) {
      blocks.add(new Listing(style, List.of(new Item(text, List.of(code())), Item.of(text))));
    }
    blocks.add(
        new Table(
            ALL,
            List.of(Column.words(ALL), Column.numbers(ALL)),
            List.of(List.of(text, text), List.of(Text.ofCode("a|b\\|c"), Text.empty()))));
    blocks.add(code());
    blocks.add(diff());
    blocks.add(quote());
    blocks.add(graph());
    blocks.add(bars());
    blocks.add(new Cards(List.of(new Card(Tone.POOR, text, text, List.of(diff())))));
    blocks.add(findings());
    blocks.add(new Details(text, List.of(new Paragraph(text), code())));
    return blocks;
  }

  private static Block code() {
    return new CodeBlock("yaml", ALL + "\r\n```\n\n<b>\n");
  }

  private static Diff diff() {
    return new Diff(
        Arrays.stream(UnifiedDiff.Kind.values())
            .map(kind -> new UnifiedDiff.Line(kind, "+" + ALL))
            .toList());
  }

  private static Quote quote() {
    return new Quote(
        "dockerfile",
        List.of(new Quote.Line(1, ALL, "", ""), new Quote.Line(99_999, ALL, ALL, ALL)));
  }

  private static Graph graph() {
    return new Graph(
        ALL,
        List.of(
            new Node(ALL, ALL, ALL, Tone.GOOD),
            new Node("b", "end", "", Tone.FAIR),
            new Node("c", "c", ALL, Tone.POOR),
            new Node("d", ALL, "", Tone.NEUTRAL)),
        List.of(
            new Edge(ALL, "b", ALL),
            new Edge("b", "c", ""),
            new Edge("c", ALL, ALL),
            new Edge(ALL, "c", ""),
            new Edge("c", "c", "")));
  }

  private static Bars bars() {
    return new Bars(
        ALL, List.of(new Bar(ALL, 3, ALL, Tone.POOR), new Bar(ALL, 0, "0", Tone.NEUTRAL)));
  }

  private static Scores scores() {
    return new Scores(new Score(ALL, 83, "B+", ALL), List.of(new Score(ALL, 51, "D", ALL)));
  }

  private static Findings findings() {
    Text text = text();
    Entry error =
        new Entry(
            Severity.ERROR,
            "security",
            Mending.AUTOMATIC,
            ALL,
            text,
            text,
            List.of(quote(), diff()));
    Entry info =
        new Entry(Severity.INFO, "style", Mending.BY_HAND, ALL, text, text, List.of(quote()));
    return new Findings(
        List.of(new InFile(text, List.of(error, info)), new InFile(text, List.of(info))));
  }
}
