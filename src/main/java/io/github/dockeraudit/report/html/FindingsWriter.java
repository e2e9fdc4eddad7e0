package io.github.dockeraudit.report.html;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.report.document.Findings;
import io.github.dockeraudit.report.document.Findings.Entry;
import io.github.dockeraudit.report.document.Findings.InFile;
import io.github.dockeraudit.report.document.Findings.Mending;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Findings with boxes to narrow them down. The boxes are read by selectors: one for each value
 * hides what has it, and one for each combination that occurs shows the files in which something is
 * left.
 */
final class FindingsWriter {

  private final Findings findings;
  private final HtmlWriter page;
  private final String id;

  FindingsWriter(Findings findings, HtmlWriter page, String id) {
    this.findings = findings;
    this.page = page;
    this.id = id;
  }

  /** A value that findings can be chosen by: its class, which is also the end of its box's id. */
  private record Choice(int order, String value, String label) implements Comparable<Choice> {

    @Override
    public int compareTo(Choice other) {
      return order == other.order
          ? value.compareTo(other.value)
          : Integer.compare(order, other.order);
    }

    String box(String id) {
      return "#" + id + "-" + value;
    }
  }

  void write() {
    page.add("<div class=\"findings\" id=\"" + id + "\">\n");
    if (entries().count() > 1) {
      writeFilter();
    }
    findings.files().forEach(this::write);
    page.add("<p class=\"none\">No finding is left by this choice.</p>\n</div>\n");
  }

  private Stream<Entry> entries() {
    return findings.files().stream().map(InFile::entries).flatMap(List::stream);
  }

  private void writeFilter() {
    page.add("<form class=\"filter\" aria-label=\"Show findings\">\n");
    List<Choice> choices = new ArrayList<>();
    choices.addAll(writeGroup("Severity", entry -> severity(entry.severity())));
    choices.addAll(writeGroup("Category", FindingsWriter::category));
    choices.addAll(writeGroup("Fix", entry -> mending(entry.mending())));
    page.add("</form>\n");
    writeSelectors(choices);
  }

  private static Choice severity(Severity severity) {
    return new Choice(severity.ordinal(), severity.label(), severity.label());
  }

  private static Choice category(Entry entry) {
    return new Choice(0, entry.category(), entry.category());
  }

  private static Choice mending(Mending mending) {
    return switch (mending) {
      case AUTOMATIC -> new Choice(0, "automatic", "automatic");
      case RISKY -> new Choice(1, "risky", "automatic, risky");
      case BY_HAND -> new Choice(2, "manual", "by hand");
    };
  }

  private List<Choice> writeGroup(String legend, Function<Entry, Choice> by) {
    SortedMap<Choice, Long> counts =
        entries().map(by).collect(groupingBy(choice -> choice, TreeMap::new, counting()));
    page.add("<fieldset><legend>" + legend + "</legend>");
    for (Map.Entry<Choice, Long> counted : counts.entrySet()) {
      Choice choice = counted.getKey();
      page.add("<label><input type=\"checkbox\" checked id=\"" + id + "-" + choice.value() + "\">");
      page.add("<span>" + Markup.text(choice.label()));
      page.add(" <b>" + counted.getValue() + "</b></span></label>");
    }
    page.add("</fieldset>\n");
    return List.copyOf(counts.keySet());
  }

  private void writeSelectors(List<Choice> choices) {
    String here = "#" + id;
    page.addStyle("@supports selector(:has(*)){\n");
    for (Choice choice : choices) {
      String unchosen = here + ":not(:has(" + choice.box(id) + ":checked)) .";
      page.addStyle(unchosen + choice.value() + "{display:none}\n");
    }
    page.addStyle(here + " .file{display:none}" + here + " .none{display:block}\n");
    Map<String, List<Choice>> combinations = new HashMap<>();
    entries()
        .map(
            entry -> List.of(severity(entry.severity()), category(entry), mending(entry.mending())))
        .forEachOrdered(combination -> combinations.putIfAbsent(classes(combination), combination));
    combinations.values().stream().map(this::selectors).sorted().forEachOrdered(page::addStyle);
    page.addStyle("}\n");
  }

  private static String classes(List<Choice> choices) {
    StringBuilder classes = new StringBuilder();
    choices.forEach(choice -> classes.append('.').append(choice.value()));
    return classes.toString();
  }

  /** What shows a file in which there is a finding with these values, all of them chosen. */
  private String selectors(List<Choice> choices) {
    StringBuilder chosen = new StringBuilder("#" + id);
    for (Choice choice : choices) {
      chosen.append(":has(").append(choice.box(id)).append(":checked)");
    }
    return "%1$s .file:has(%2$s){display:block}%1$s .none{display:none}\n"
        .formatted(chosen, classes(choices));
  }

  private void write(InFile file) {
    int count = file.entries().size();
    page.add("<article class=\"file\">");
    page.heading("", file.heading());
    page.add("<p class=\"count\">" + (count == 1 ? "1 finding" : count + " findings") + "</p>\n");
    page.add("<ul>\n");
    file.entries().forEach(this::write);
    page.add("</ul></article>\n");
  }

  private void write(Entry entry) {
    page.add(
        "<li class=\"finding "
            + entry.severity().label()
            + " "
            + Markup.text(entry.category())
            + " "
            + mending(entry.mending()).value()
            + "\">");
    page.add("<p>").add(Markup.text(Text.empty().gravity(entry.severity())));
    page.add(" <b>").add(Markup.text(entry.message())).add("</b></p>");
    page.add("<p class=\"meta\">").add(Markup.text(entry.rule()));
    page.add(" &#183; ").add(Markup.text(entry.category()));
    page.add(" &#183; ").add(Markup.text(entry.place()));
    page.add("</p>");
    page.all(entry.blocks());
    page.add("</li>\n");
  }
}
