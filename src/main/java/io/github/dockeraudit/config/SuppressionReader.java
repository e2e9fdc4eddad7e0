package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.SuppressionEntry;
import io.github.dockeraudit.declarative.Nodes;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads an entry that accepts findings. */
final class SuppressionReader {

  static final String RULE = "rule";
  static final String REASON = "reason";
  static final String UNTIL = "until";
  static final List<String> KEYS = List.of(RULE, ConfigFile.FILES, REASON, UNTIL);

  private SuppressionReader() {}

  /**
   * Reads an entry.
   *
   * @param place as in {@link Layer}
   */
  static SuppressionEntry read(YamlNode node, String place) {
    YamlMapping entry = Nodes.mapping(node, "a suppression", RULE);
    Nodes.refuseUnknown(entry, "key of a suppression", KEYS);
    YamlNode rule = Nodes.required(entry, RULE);
    return new SuppressionEntry(
        rule.site(),
        Nodes.texts(rule, RULE),
        entry
            .get(ConfigFile.FILES)
            .map(files -> Nodes.texts(files, ConfigFile.FILES))
            .map(files -> PathPatterns.of("suppressions", files, place)),
        entry.get(REASON).map(reason -> Nodes.text(reason, REASON)).orElse(""),
        entry.get(UNTIL).map(SuppressionReader::date));
  }

  private static LocalDate date(YamlNode node) {
    String text = Nodes.text(node, UNTIL);
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException noDate) {
      throw Nodes.wrong(
          node.site(), "until is '%s'".formatted(text), "give a date such as 2027-01-31");
    }
  }
}
