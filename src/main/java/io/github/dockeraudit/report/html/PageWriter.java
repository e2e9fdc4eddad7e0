package io.github.dockeraudit.report.html;

import io.github.dockeraudit.report.Utf8Text;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.document.Inline;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts the page around a document. */
final class PageWriter {

  private PageWriter() {}

  /** The whole page; it ends with a line feed. */
  static Utf8Text write(Document document) {
    HtmlWriter writer = new HtmlWriter(new Utf8Text());
    writeHeader(document, writer);
    writeNavigation(document, writer);
    writer.add("<main id=\"content\" tabindex=\"-1\">\n");
    document.sections().forEach(section -> section.accept(writer));
    writer.add("</main>\n</div>\n</body>\n</html>\n");
    return new Utf8Text()
        .append(
            resource("head.html")
                .replace("{style}", resource("page.css") + writer.styles())
                .replace("{title}", Markup.text(document.title().plain())))
        .append(writer.out());
  }

  private static void writeHeader(Document document, HtmlWriter writer) {
    writer.add("<body>\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n");
    writer.add("<header class=\"hero\"><div class=\"wide\">\n<h1>");
    writer.add(Markup.text(document.title())).add("</h1>\n<ul class=\"facts\">");
    for (Text fact : document.facts()) {
      writer.add("<li>").add(Markup.text(fact)).add("</li>");
    }
    writer.add("</ul>\n");
    writer.all(document.lead());
    writer.add("</div></header>\n");
  }

  private static void writeNavigation(Document document, HtmlWriter writer) {
    writer.add("<div class=\"wide shell\">\n<nav aria-label=\"Sections\"><ul>\n");
    for (Section section : document.sections()) {
      writer.add("<li><a href=\"#" + section.id() + "\">");
      writer.add(Markup.text(name(section))).add("</a></li>\n");
    }
    writer.add("</ul></nav>\n");
  }

  /** Its heading without the grade. */
  private static String name(Section section) {
    List<Inline> words =
        section.heading().parts().stream().filter(part -> !(part instanceof Inline.Grade)).toList();
    return new Text(words).plain().strip();
  }

  private static String resource(String name) {
    try (InputStream resource = PageWriter.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException ours) {
      throw new UncheckedIOException(ours);
    }
  }
}
