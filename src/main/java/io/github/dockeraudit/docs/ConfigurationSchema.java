package io.github.dockeraudit.docs;

import io.github.dockeraudit.config.ConfigFile;
import io.github.dockeraudit.config.RuleBlock;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of {@code .docker-audit.yml}: its keys, and the rules with their options. Names
 * of rules that it does not know, such as aliases and those of other JARs, may have any options.
 */
public final class ConfigurationSchema {

  private static final Map<String, Object> TEXTS = Map.of("$ref", "#/$defs/texts");

  private ConfigurationSchema() {}

  /** The schema; it ends with a line ending. */
  public static String of(Ruleset rules) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      properties.put(setting.label(), schema(setting));
    }
    properties.put("rules", Map.of("$ref", "#/$defs/rules"));
    properties.put("overrides", list("What is otherwise for some files.", "override"));
    properties.put("suppressions", list("What accepts findings.", "suppression"));
    properties.put(
        ConfigFile.CUSTOM_RULES,
        ordered(
            "description",
            "Rules that are written here, and paths of files that hold some.",
            "type",
            "array",
            "items",
            Map.of("type", List.of("object", "string"))));
    Map<String, Object> root =
        ordered(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "Configuration of docker-audit",
            "type",
            List.of("object", "null"),
            "additionalProperties",
            false);
    root.put("properties", properties);
    root.put("$defs", definitions(rules));
    StringBuilder json = new StringBuilder();
    write(root, "", json);
    return json.append('\n').toString();
  }

  private static Map<String, Object> list(String description, String item) {
    return ordered(
        "description", description, "type", "array", "items", Map.of("$ref", "#/$defs/" + item));
  }

  private static Map<String, Object> schema(Setting setting) {
    Map<String, Object> schema = ordered("description", setting.description());
    switch (setting.type()) {
      case FLAG -> schema.put("type", "boolean");
      case NUMBER -> {
        schema.put("type", "integer");
        schema.put("minimum", 0);
      }
      case TEXT -> schema.put("type", "string");
      case WORD -> schema.put("enum", setting.words());
      case LIST -> schema.putAll(TEXTS);
      case GRADES -> {
        schema.put("type", "object");
        schema.put("additionalProperties", Map.of("enum", Setting.MIN_GRADE.words()));
      }
    }
    return schema;
  }

  private static Map<String, Object> definitions(Ruleset rules) {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Rule rule : rules.rules()) {
      byName.put(rule.info().name(), schema(rule.info()));
    }
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put(
        "texts",
        Map.of(
            "oneOf",
            List.of(
                Map.of("type", "string"),
                ordered("type", "array", "items", Map.of("type", "string")))));
    definitions.put(
        "state",
        Map.of("anyOf", List.of(Map.of("enum", RuleBlock.STATES), Map.of("type", "boolean"))));
    definitions.put(
        "plain",
        Map.of(
            "anyOf",
            List.of(
                Map.of("$ref", "#/$defs/state"),
                object(List.of(), RuleBlock.SEVERITY, Map.of("$ref", "#/$defs/state")))));
    definitions.put(
        "rule",
        Map.of(
            "anyOf",
            List.of(
                Map.of("$ref", "#/$defs/state"),
                ordered(
                    "type",
                    "object",
                    "properties",
                    Map.of(RuleBlock.SEVERITY, Map.of("$ref", "#/$defs/state"))))));
    definitions.put(
        "rules",
        ordered(
            "description",
            "What is said of single rules, by id, name or alias.",
            "type",
            "object",
            "properties",
            byName,
            "additionalProperties",
            Map.of("$ref", "#/$defs/rule")));
    definitions.put(
        "override",
        object(
            List.of("files", "rules"),
            "files",
            TEXTS,
            "rules",
            ordered("type", "object", "additionalProperties", Map.of("$ref", "#/$defs/state"))));
    definitions.put(
        "suppression",
        object(
            List.of("rule"),
            "rule",
            TEXTS,
            "files",
            TEXTS,
            "reason",
            Map.of("type", "string"),
            "until",
            ordered("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$")));
    return definitions;
  }

  private static Map<String, Object> object(List<String> required, Object... properties) {
    return ordered(
        "type",
        "object",
        "required",
        required,
        "additionalProperties",
        false,
        "properties",
        ordered(properties));
  }

  private static Map<String, Object> schema(RuleInfo rule) {
    if (rule.options().isEmpty()) {
      return ordered("description", rule.summary(), "$ref", "#/$defs/plain");
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put(RuleBlock.SEVERITY, Map.of("$ref", "#/$defs/state"));
    rule.options().forEach(option -> options.put(option.name(), schema(option)));
    return ordered(
        "description",
        rule.summary(),
        "anyOf",
        List.of(
            Map.of("$ref", "#/$defs/state"),
            ordered("type", "object", "additionalProperties", false, "properties", options)));
  }

  private static Map<String, Object> schema(Option option) {
    Map<String, Object> schema = ordered("description", option.description());
    switch (option.type()) {
      case FLAG -> schema.put("type", "boolean");
      case NUMBER -> schema.put("type", "integer");
      case TEXT -> schema.put("type", "string");
      case LIST -> schema.putAll(TEXTS);
    }
    return schema;
  }

  /** Keys and values in turn. */
  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static void write(Object value, String indent, StringBuilder json) {
    String deeper = indent + "  ";
    if (value instanceof Map<?, ?> map) {
      List<Object> entries = new ArrayList<>(map.entrySet());
      json.append('{');
      for (int i = 0; i < entries.size(); i++) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries.get(i);
        json.append(i == 0 ? "\n" : ",\n").append(deeper);
        writeText((String) entry.getKey(), json);
        json.append(": ");
        write(entry.getValue(), deeper, json);
      }
      json.append(entries.isEmpty() ? "" : "\n" + indent).append('}');
    } else if (value instanceof List<?> list) {
      json.append('[');
      for (int i = 0; i < list.size(); i++) {
        json.append(i == 0 ? "" : ", ");
        write(list.get(i), deeper, json);
      }
      json.append(']');
    } else if (value instanceof String text) {
      writeText(text, json);
    } else {
      json.append(value);
    }
  }

  private static void writeText(String text, StringBuilder json) {
    json.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
