package io.github.dockeraudit.generate;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The settings of an application, as {@code application.properties} or YAML beside it say them. */
final class Settings {

  private static final List<String> NAMES =
      List.of(
          "config/application.properties",
          "config/application.yml",
          "config/application.yaml",
          "application.properties",
          "application.yml",
          "application.yaml");

  private final Map<String, String> values = new HashMap<>();

  /** Whether a file has several parts, of which profiles choose. */
  private boolean isInParts;

  private Settings() {}

  /** Those in folders of resources; of a key that is set twice the first value. */
  static Settings in(List<String> folders, Texts texts) {
    Settings settings = new Settings();
    for (String folder : folders) {
      for (String name : NAMES) {
        texts.at(folder + "/" + name).ifPresent(settings::read);
      }
    }
    return settings;
  }

  private void read(Source file) {
    if (file.path().endsWith(".properties")) {
      readProperties(file);
    } else {
      List<YamlNode> documents = Yaml.parse(file).documents();
      isInParts |= documents.size() > 1;
      documents.forEach(root -> readYaml("", root));
    }
  }

  private void readProperties(Source file) {
    isInParts |= file.text().lines().anyMatch(line -> line.equals("#---") || line.equals("!---"));
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(file.text()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (IllegalArgumentException malformed) {
      return;
    }
    properties
        .stringPropertyNames()
        .forEach(key -> values.putIfAbsent(key, properties.getProperty(key)));
  }

  private void readYaml(String key, YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      values.putIfAbsent(key, scalar.value());
    } else if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        String name = entry.key().value().replace("\"", "");
        readYaml(key.isEmpty() ? name : key + "." + name, entry.value());
      }
    }
  }

  /** Whether a key is set that is one of these or begins with one that ends in a dot. */
  boolean hasAny(String... keys) {
    return values.keySet().stream()
        .anyMatch(
            key ->
                Stream.of(keys).anyMatch(k -> k.endsWith(".") ? key.startsWith(k) : key.equals(k)));
  }

  /**
   * The port that a key sets, or a default where none does; empty if what it is set to is no port,
   * but what a variable without a default says, or any that is free, or if it may be set in several
   * parts of a file.
   */
  Optional<Integer> port(List<String> keys, int standard) {
    Optional<String> set = keys.stream().filter(values::containsKey).map(values::get).findFirst();
    if (set.isEmpty()) {
      return Optional.of(standard);
    }
    return isInParts ? Optional.empty() : number(withDefault(set.get().strip()));
  }

  /** {@code ${PORT:8080}} comes to its default. */
  private static String withDefault(String value) {
    int colon = value.indexOf(':');
    boolean hasDefault = value.startsWith("${") && value.endsWith("}") && colon > 0;
    return hasDefault ? value.substring(colon + 1, value.length() - 1) : value;
  }

  private static Optional<Integer> number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber
        ? Optional.of(Integer.valueOf(text)).filter(p -> p > 0 && p < 65_536)
        : Optional.empty();
  }
}
