package io.github.dockeraudit.docs;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.audit.RuleState;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to say about rules in a terminal, with how they are set and who said so. */
public final class RuleText {

  private static final int WIDTH = 88;
  private static final String INDENT = "    ";

  private final Policy policy;

  /**
   * @param policy how rules are used
   */
  public RuleText(Policy policy) {
    this.policy = policy;
  }

  /** One line for each of some rules, in columns. */
  public List<String> list(List<Rule> rules) {
    int width = rules.stream().mapToInt(rule -> rule.info().name().length()).max().orElse(0);
    return rules.stream().map(rule -> line(rule.info(), width)).toList();
  }

  private String line(RuleInfo rule, int width) {
    RuleState state = policy.state(rule.id());
    return "%-9s %s %-8s %s"
        .formatted(rule.id(), pad(rule.name(), width), word(rule, state), origin(state))
        .stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** The state of a rule as the configuration would write it. */
  private static String word(RuleInfo rule, RuleState state) {
    return state.enabled() ? state.severity().orElse(rule.severity()).label() : "off";
  }

  private static Origin origin(RuleState state) {
    boolean isGraded = state.enabled() && state.severity().isPresent();
    return isGraded ? state.severityBy() : state.enabledBy();
  }

  /** The rules whose id, name, alias, summary or page has all the words. */
  public List<Rule> search(String words) {
    List<String> wanted = Arrays.asList(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return policy.all().rules().stream()
        .filter(rule -> wanted.stream().allMatch(textOf(rule.info())::contains))
        .toList();
  }

  private static String textOf(RuleInfo rule) {
    return String.join(
            "\n",
            rule.id(),
            rule.name(),
            String.join("\n", rule.aliases()),
            rule.summary(),
            rule.why())
        .toLowerCase(Locale.ROOT);
  }

  /** All there is to say about one rule. */
  public List<String> page(Rule rule) {
    RuleInfo info = rule.info();
    List<String> lines = new ArrayList<>();
    lines.add("%s %s: %s".formatted(info.id(), info.name(), info.summary()));
    lines.add("");
    addState(info, lines);
    lines.add("Category: " + info.category().label());
    lines.add("Fix:      " + fix(info));
    if (!info.aliases().isEmpty()) {
      addAliases(info.aliases(), lines);
    }
    lines.add("");
    addBlock("", info.why(), lines);
    addBlock("Bad:", info.bad(), lines);
    addBlock("Good:", info.good(), lines);
    addOptions(info, lines);
    lines.add("To accept a finding: # docker-audit ignore=%s -- reason".formatted(info.name()));
    boolean isOn = policy.state(info.id()).enabled();
    lines.add(
        "To switch it %s:    -Ddocker-audit.rules=%s=%s, or in .docker-audit.yml"
            .formatted(isOn ? "off" : "on ", info.name(), isOn ? "off" : "on"));
    Optional<URI> page = RulePage.address(rule);
    page.ifPresent(address -> lines.add("Page:                " + address));
    info.references().forEach(reference -> lines.add("See:                 " + reference));
    return lines;
  }

  /** Some have many; as wide as the text below. */
  private static void addAliases(List<String> aliases, List<String> lines) {
    StringBuilder line = new StringBuilder("Aliases: ");
    for (int i = 0; i < aliases.size(); i++) {
      String word = " " + aliases.get(i) + (i + 1 < aliases.size() ? "," : "");
      if (line.length() + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("         ");
      }
      line.append(word);
    }
    lines.add(line.toString());
  }

  private void addState(RuleInfo info, List<String> lines) {
    RuleState state = policy.state(info.id());
    lines.add("State:    %s (%s)".formatted(word(info, state), origin(state)));
    for (RuleSetting option : state.options()) {
      option
          .options()
          .forEach(
              (name, texts) ->
                  lines.add(
                      "Option:   %s = %s (%s)"
                          .formatted(name, String.join(", ", texts), option.origin())));
    }
    for (RuleSetting exemption : policy.exemptions(info.id())) {
      lines.add(
          "Files:    %s for some files (%s)"
              .formatted(
                  exemption.enabled().orElse(true)
                      ? exemption.severity().map(severity -> severity.label()).orElse("on")
                      : "off",
                  exemption.origin()));
    }
  }

  private static String fix(RuleInfo rule) {
    return switch (rule.fix()) {
      case NEVER -> "by hand";
      case SOMETIMES -> "automatic where it is certain";
      case ALWAYS -> "automatic";
    };
  }

  private static void addBlock(String title, String text, List<String> lines) {
    if (!title.isEmpty()) {
      lines.add(title);
    }
    text.strip().lines().map(line -> (INDENT + line).stripTrailing()).forEach(lines::add);
    lines.add("");
  }

  private static void addOptions(RuleInfo rule, List<String> lines) {
    for (Option option : rule.options()) {
      lines.add(
          "Option %s (%s): %s"
              .formatted(
                  option.name(),
                  option.defaultValue().isEmpty() ? "empty" : option.defaultValue(),
                  option.description()));
    }
    if (!rule.options().isEmpty()) {
      lines.add("");
    }
  }
}
