package io.github.dockeraudit.docs;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of one rule, in Markdown. */
public final class RulePage {

  private static final String FILE_MARK = "==> ";
  private static final String PAGES =
      "https://github.com/docker-audit/docker-audit-maven-plugin/blob/main/docs/rules/";
  private static final List<String> BUILT_IN =
      List.of("io.github.dockeraudit.rules.", "io.github.dockeraudit.shellcheck.");

  private final RuleInfo rule;

  private RulePage(RuleInfo rule) {
    this.rule = rule;
  }

  /** The page; it ends with a line ending. */
  public static String of(RuleInfo rule) {
    return new RulePage(rule).write();
  }

  /**
   * Where people read about a rule: its page; of a rule that is not built in the first of its
   * references, and empty if it has none.
   */
  public static Optional<URI> address(Rule rule) {
    RuleInfo info = rule.info();
    return BUILT_IN.stream().anyMatch(rule.getClass().getName()::startsWith)
        ? Optional.of(URI.create(PAGES + info.name() + ".md"))
        : info.references().stream().findFirst();
  }

  private String write() {
    List<String> parts = new ArrayList<>();
    parts.add("# %s: %s".formatted(rule.id(), rule.name()));
    parts.add(rule.summary() + ".");
    parts.add(facts());
    parts.add("## Why\n\n" + rule.why().strip());
    if (!rule.bad().isEmpty()) {
      parts.add("## Bad\n\n" + code(rule.bad()));
      parts.add("## Good\n\n" + code(rule.good()));
    }
    if (!rule.options().isEmpty()) {
      parts.add("## Options\n\n" + options());
    }
    parts.add("## To accept it\n\n" + suppression());
    if (!rule.references().isEmpty()) {
      parts.add(
          "## References\n\n"
              + rule.references().stream().map("* <%s>"::formatted).collect(joining("\n")));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private String facts() {
    String aliases =
        rule.aliases().isEmpty()
            ? "none"
            : rule.aliases().stream().map("`%s`"::formatted).collect(joining(", "));
    return """
        | | |
        |---|---|
        | Severity | %s%s |
        | Category | %s |
        | Fix | %s |
        | In other tools | %s |
        | Since | %s |"""
        .formatted(
            rule.severity().label(),
            rule.enabled() ? "" : ", off by default",
            rule.category().label(),
            fix(),
            aliases,
            rule.since());
  }

  private String fix() {
    return switch (rule.fix()) {
      case NEVER -> "by hand";
      case SOMETIMES -> "automatic where it is certain";
      case ALWAYS -> "automatic";
    };
  }

  private String code(String example) {
    return example.startsWith(FILE_MARK)
        ? fence("text", example)
        : fence(rule.subject() == Subject.COMPOSE ? "yaml" : "dockerfile", example);
  }

  private static String fence(String language, String example) {
    return "```%s\n%s\n```".formatted(language, example.strip());
  }

  private String options() {
    String rows = rule.options().stream().map(RulePage::row).collect(joining("\n"));
    return "| Option | Default | Meaning |\n|---|---|---|\n" + rows;
  }

  private static String row(Option option) {
    String byDefault =
        option.defaultValue().isEmpty() ? "empty" : "`" + option.defaultValue() + "`";
    return "| `%s` | %s | %s |".formatted(option.name(), byDefault, option.description());
  }

  private String suppression() {
    return """
        Put the reason into a comment on the line before, or at the top of the file for all of it:

        %s"""
        .formatted(
            fence(
                rule.subject() == Subject.COMPOSE ? "yaml" : "dockerfile",
                "# docker-audit ignore=%s -- reason".formatted(rule.name())));
  }
}
