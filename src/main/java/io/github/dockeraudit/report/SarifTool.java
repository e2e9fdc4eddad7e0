package io.github.dockeraudit.report;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.docs.RulePage;
import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes this plugin and the rules that ran, as SARIF says it. */
final class SarifTool {

  private static final String HOME = "https://github.com/docker-audit/docker-audit-maven-plugin";
  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");
  private static final Pattern PARAGRAPHS = Pattern.compile("\n\\s*\n");
  private static final Pattern FIRST_LETTER = Pattern.compile("(?:^|-)([a-z0-9])");

  private final String version;
  private final List<RuleInfo> rules;
  private final Map<String, Optional<URI>> addresses = new HashMap<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  SarifTool(String version, Audit audit) {
    this.version = version;
    this.rules = audit.ruleInfos();
    for (RuleInfo rule : rules) {
      addresses.put(rule.id(), rule.references().stream().findFirst());
      indexes.put(rule.id(), indexes.size());
    }
    for (Rule rule : audit.rules().rules()) {
      addresses.put(rule.info().id(), RulePage.address(rule));
    }
  }

  void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("driver").beginObject();
    json.name("name").value("docker-audit");
    json.name("version").value(version);
    if (SEMANTIC_VERSION.matcher(version).matches()) {
      json.name("semanticVersion").value(version);
    }
    json.name("informationUri").value(HOME);
    json.name("rules").beginArray();
    for (RuleInfo rule : rules) {
      write(rule, json);
    }
    json.endArray();
    json.endObject();
    json.endObject();
  }

  private void write(RuleInfo rule, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("id").value(rule.id());
    json.name("name").value(pascalCase(rule.name()));
    writeText("shortDescription", rule.summary(), json);
    writeText("fullDescription", firstParagraph(rule.why()), json);
    json.name("help").beginObject();
    json.name("text").value(rule.why().strip());
    json.name("markdown").value(RulePage.of(rule));
    json.endObject();
    Optional<URI> address = addresses.get(rule.id());
    if (address.isPresent()) {
      json.name("helpUri").value(address.get().toString());
    }
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(level(rule.severity()));
    json.endObject();
    writeProperties(rule, json);
    json.endObject();
  }

  /** On one line, as readers show it in a list. */
  private static String firstParagraph(String text) {
    return PARAGRAPHS.split(text.strip())[0].replace('\n', ' ');
  }

  private static void writeText(String name, String text, JsonWriter json) throws IOException {
    json.name(name).beginObject();
    json.name("text").value(text);
    json.endObject();
  }

  /** Those that GitHub reads. Our rules are silent where they are not certain. */
  private static void writeProperties(RuleInfo rule, JsonWriter json) throws IOException {
    json.name("properties").beginObject();
    json.name("tags").beginArray();
    json.value(rule.category().label());
    for (String alias : rule.aliases()) {
      json.value(alias);
    }
    json.endArray();
    json.name("precision").value("high");
    if (rule.category() == Category.SECURITY) {
      json.name("security-severity").value(securitySeverity(rule.severity()));
    } else {
      json.name("problem.severity").value(problemSeverity(rule.severity()));
    }
    json.endObject();
  }

  /** The middle of what GitHub shows as high, medium and low. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "8.0";
      case WARNING -> "5.5";
      case INFO -> "2.0";
    };
  }

  private static String problemSeverity(Severity severity) {
    return severity == Severity.INFO ? "recommendation" : severity.label();
  }

  /** Where the description of a rule stands among all, for a result. */
  void writeIndex(RuleInfo rule, JsonWriter json) throws IOException {
    json.name("ruleIndex").value(indexes.get(rule.id()));
  }

  /** The same, for everything that is not a result. */
  void writeReference(RuleInfo rule, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("id").value(rule.id());
    json.name("index").value(indexes.get(rule.id()));
    json.endObject();
  }

  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }

  private static String pascalCase(String name) {
    return FIRST_LETTER
        .matcher(name)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
