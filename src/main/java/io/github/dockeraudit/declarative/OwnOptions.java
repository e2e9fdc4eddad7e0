package io.github.dockeraudit.declarative;

import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The options of a rule that a user wrote, with what they hold; by their names between braces they
 * stand in conditions, messages and fixes.
 *
 * @param values the texts of each, in the order of the file
 * @param lists the names of those that hold several texts
 */
record OwnOptions(Map<String, List<String>> values, List<String> lists) {

  static final String KEY = "options";

  private static final List<String> KEYS = List.of("default", "description");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern USE = Pattern.compile("\\{(\\w+)\\}");

  /** Reads the options of a rule; none if it has none. */
  static OwnOptions read(YamlMapping rule) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> lists = new ArrayList<>();
    for (YamlEntry entry : entries(rule)) {
      YamlNode byDefault = byDefault(entry);
      values.put(entry.key().value(), Nodes.texts(byDefault, "default"));
      if (byDefault instanceof YamlSequence) {
        lists.add(entry.key().value());
      }
    }
    return new OwnOptions(values, lists);
  }

  private static Collection<YamlEntry> entries(YamlMapping rule) {
    return rule.get(KEY).isEmpty()
        ? List.of()
        : Nodes.mapping(Nodes.required(rule, KEY), KEY, "registries").entries();
  }

  private static YamlNode byDefault(YamlEntry entry) {
    String name = entry.key().value();
    if (!NAME.matcher(name).matches()) {
      throw Nodes.wrong(
          entry.key().range(),
          "'%s' is no name of an option".formatted(name),
          "write it as trustedRegistries");
    }
    YamlMapping option = Nodes.mapping(entry.value(), name, "default");
    Nodes.refuseUnknown(option, "key of an option", KEYS);
    return Nodes.required(option, "default");
  }

  /** Tells of them in what is said of the rule. */
  void describe(YamlMapping rule, RuleInfo.Builder info) {
    for (YamlEntry entry : entries(rule)) {
      String name = entry.key().value();
      info.option(
          name,
          lists.contains(name) ? Option.Type.LIST : Option.Type.TEXT,
          String.join(",", values.get(name)),
          Nodes.mapping(entry.value(), name, "default")
              .get("description")
              .map(node -> Nodes.text(node, "description").strip())
              .orElse("What {%s} stands for".formatted(name)));
    }
  }

  /** Refuses names between braces in a part of a rule that are none of them. */
  void refuseOthersIn(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> refuseOthersIn(entry.value()));
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(this::refuseOthersIn);
    } else if (node instanceof YamlScalar scalar && !values.isEmpty()) {
      unknownIn(scalar.value())
          .ifPresent(
              name -> {
                throw Nodes.unknown(node.site(), "option", name, names());
              });
    }
  }

  private Optional<String> unknownIn(String text) {
    return USE.matcher(text)
        .results()
        .map(use -> use.group(1))
        .filter(name -> !values.containsKey(name))
        .findFirst();
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** These with what a user set. */
  OwnOptions with(Options set) {
    Map<String, List<String>> now = new LinkedHashMap<>();
    values.forEach(
        (name, byDefault) ->
            now.put(
                name,
                lists.contains(name)
                    ? set.list(name, byDefault)
                    : List.of(set.text(name, byDefault.get(0)))));
    return new OwnOptions(now, lists);
  }

  /** The texts that a condition comes to: one with a list of texts stands for one with each. */
  List<String> in(List<String> texts) {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      List<String> some = List.of(text);
      for (Map.Entry<String, List<String>> option : values.entrySet()) {
        String use = "{" + option.getKey() + "}";
        List<String> values = option.getValue();
        some =
            some.stream()
                .flatMap(
                    each ->
                        each.contains(use)
                            ? values.stream().map(value -> each.replace(use, value))
                            : Stream.of(each))
                .toList();
      }
      all.addAll(some);
    }
    return all;
  }

  /** A message with the texts of its options, all of them. */
  String inMessage(String message) {
    return filled(message, texts -> String.join(", ", texts));
  }

  /** A replacement with the first text of each option. */
  String inReplacement(String replacement) {
    return filled(replacement, texts -> texts.isEmpty() ? "" : texts.get(0));
  }

  private String filled(String text, Function<List<String>, String> form) {
    return USE.matcher(text)
        .replaceAll(
            use ->
                Matcher.quoteReplacement(
                    values.containsKey(use.group(1))
                        ? form.apply(values.get(use.group(1)))
                        : use.group()));
  }
}
