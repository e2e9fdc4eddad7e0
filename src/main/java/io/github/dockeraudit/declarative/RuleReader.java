package io.github.dockeraudit.declarative;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.rule.Subject;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads rules that users write, and tries them out on their own examples. */
public final class RuleReader {

  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "severity",
          "enabled",
          "summary",
          "why",
          "references",
          "aliases",
          OwnOptions.KEY,
          "match",
          "message",
          "fix",
          "bad",
          "good");

  private static final List<String> FIX_KEYS = List.of("replace", "safety");
  private static final List<String> SAFETY = List.of("safe", "intended", "risky");
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");
  private static final Pattern OURS = Pattern.compile("(DA|SC)\\d+");

  private final YamlMapping rule;
  private final OwnOptions options;
  private Matcher matcher;

  private RuleReader(YamlMapping rule) {
    this.rule = rule;
    this.options = OwnOptions.read(rule);
  }

  /**
   * Reads a file that holds one rule or a list of them.
   *
   * @throws AuditException if it cannot be read, or a rule is not what it says
   */
  public static List<Rule> read(Source source) {
    Yaml yaml = Yaml.parse(source);
    Nodes.refuseProblems(yaml);
    List<Rule> rules = new ArrayList<>();
    for (YamlNode root : yaml.documents()) {
      List<YamlNode> items =
          root instanceof YamlSequence sequence ? sequence.items() : List.of(root);
      items.forEach(item -> rules.add(read(item)));
    }
    return rules;
  }

  /**
   * Reads one rule.
   *
   * @throws AuditException if it is not what it says
   */
  public static Rule read(YamlNode node) {
    YamlMapping mapping = Nodes.mapping(node, "a rule", "id");
    Nodes.refuseUnknown(mapping, "key of a rule", KEYS);
    return new RuleReader(mapping).read();
  }

  private Rule read() {
    RuleInfo info = info();
    YamlNode match = Nodes.required(rule, "match");
    matcher = matcher(Nodes.mapping(match, "match", ImageMatcher.KEY));
    refuseTakenNames();
    options.refuseOthersIn(match);
    if (matcher instanceof ServiceMatcher != isCompose(info)
        && !(matcher instanceof ImageMatcher)) {
      throw Nodes.wrong(
          match.site(),
          "%s is the id of a rule on %s".formatted(info.id(), subject(info)),
          "let the first of its four digits be 1 for Dockerfiles, 2 for compose files");
    }
    Wording wording = new Wording(named(rule, "message"), remedy());
    Rule read = new Declaration(info, matcher, wording, options).rule();
    new Trial(read).run(Nodes.required(rule, "bad"), Nodes.required(rule, "good"));
    return read;
  }

  /** Between braces a name stands for one thing. */
  private void refuseTakenNames() {
    for (String name : options.names()) {
      if (matcher.names().contains(name)) {
        throw Nodes.wrong(
            Nodes.required(rule, OwnOptions.KEY).site(),
            "{%s} is a part of what is found".formatted(name),
            "give the option another name");
      }
    }
  }

  private static boolean isCompose(RuleInfo info) {
    return info.subject() == Subject.COMPOSE;
  }

  private static String subject(RuleInfo info) {
    return isCompose(info) ? "compose files" : "Dockerfiles";
  }

  private RuleInfo info() {
    YamlNode id = Nodes.required(rule, "id");
    if (OURS.matcher(Nodes.text(id, "id")).matches()) {
      throw Nodes.wrong(
          id.site(),
          "ids that begin with %s are taken".formatted(Nodes.text(id, "id").substring(0, 2)),
          "choose letters of your own, as in ACME1101");
    }
    try {
      RuleInfo.Builder builder =
          RuleInfo.rule(
                  word(rule, "severity", SEVERITIES, "warning", Severity.class),
                  Nodes.text(id, "id"),
                  Nodes.requiredText(rule, "name"))
              .summary(Nodes.requiredText(rule, "summary").strip())
              .why(text("why").orElseGet(() -> Nodes.requiredText(rule, "summary")))
              .bad(Nodes.requiredText(rule, "bad"))
              .good(Nodes.requiredText(rule, "good"))
              .aliases(texts("aliases"))
              .references(texts("references"));
      options.describe(rule, builder);
      if (rule.get("fix").isPresent()) {
        builder.fixedSometimes();
      }
      if (!rule.get("enabled").map(node -> Nodes.flag(node, "enabled")).orElse(true)) {
        builder.offByDefault();
      }
      RuleInfo info = builder.build();
      info.subject();
      info.category();
      return info;
    } catch (IllegalArgumentException wrong) {
      throw Nodes.wrong(
          id.site(),
          wrong.getMessage(),
          "an id is two to eight letters and four digits (subject 1 to 4, category 0 to 5, number), as ACME1101; a name is in kebab case");
    }
  }

  private Optional<String> text(String key) {
    return rule.get(key).map(node -> Nodes.text(node, key));
  }

  private String[] texts(String key) {
    return rule.get(key)
        .map(node -> Nodes.texts(node, key))
        .orElse(List.of())
        .toArray(String[]::new);
  }

  private static <E extends Enum<E>> E word(
      YamlMapping mapping, String key, List<String> known, String byDefault, Class<E> type) {
    String word = mapping.get(key).map(node -> Nodes.text(node, key)).orElse(byDefault);
    if (!known.contains(word)) {
      throw Nodes.unknown(Nodes.required(mapping, key).site(), key, word, known);
    }
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static Matcher matcher(YamlMapping match) {
    if (match.entry(ImageMatcher.KEY).isPresent()) {
      Nodes.refuseUnknown(match, "key beside image", List.of(ImageMatcher.KEY));
      return ImageMatcher.read(Nodes.required(match, ImageMatcher.KEY));
    }
    if (match.entry(ServiceMatcher.KEY).isPresent()) {
      Nodes.refuseUnknown(match, "key beside service", List.of(ServiceMatcher.KEY));
      return ServiceMatcher.read(Nodes.required(match, ServiceMatcher.KEY));
    }
    if (match.entry(CommandMatcher.KEY).isPresent()) {
      Nodes.refuseUnknown(match, "key beside command", CommandMatcher.KEYS);
      return CommandMatcher.read(match);
    }
    if (match.entry(InstructionMatcher.KEY).isPresent()) {
      Nodes.refuseUnknown(match, "key beside instruction", InstructionMatcher.KEYS);
      return InstructionMatcher.read(match);
    }
    throw Nodes.wrong(
        match.site(),
        "match says nothing to look for",
        "give one of image, instruction, command, service");
  }

  private Optional<Wording.Remedy> remedy() {
    return rule.get("fix")
        .map(
            node -> {
              YamlMapping fix = Nodes.mapping(node, "fix", "replace");
              Nodes.refuseUnknown(fix, "key of a fix", FIX_KEYS);
              return new Wording.Remedy(
                  named(fix, "replace"), word(fix, "safety", SAFETY, "risky", Applicability.class));
            });
  }

  /** A text that may have names between braces. */
  private String named(YamlMapping mapping, String key) {
    YamlNode node = Nodes.required(mapping, key);
    String text = Nodes.text(node, key);
    List<String> known = Stream.concat(matcher.names().stream(), options.names().stream()).toList();
    Optional<String> unknown = Wording.unknownName(text, known);
    if (unknown.isPresent()) {
      throw Nodes.unknown(node.site(), "name to put between braces,", unknown.get(), known);
    }
    return text;
  }
}
