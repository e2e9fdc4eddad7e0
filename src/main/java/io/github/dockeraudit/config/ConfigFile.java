package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.declarative.Nodes;
import io.github.dockeraudit.declarative.RuleReader;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Faults;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@code .docker-audit.yml}. */
public final class ConfigFile {

  /** The name that is looked for. */
  public static final String NAME = ".docker-audit.yml";

  static final String RULES = "rules";
  static final String OVERRIDES = "overrides";
  static final String SUPPRESSIONS = "suppressions";

  /** The key of rules that users write. */
  public static final String CUSTOM_RULES = "customRules";

  static final String FILES = "files";

  private final String place;
  private final Function<String, Source> files;
  private final Layer.Builder layer;

  private ConfigFile(String place, Function<String, Source> files) {
    this.place = place;
    this.files = files;
    this.layer = Layer.builder(place);
  }

  /**
   * Reads a file.
   *
   * @param place as in {@link Layer}
   * @param files reads a file by its path from the folder of this one
   * @throws AuditException if it cannot be read, or says what cannot be said
   */
  public static Layer read(Source source, String place, Function<String, Source> files) {
    Yaml yaml = Yaml.parse(source);
    Nodes.refuseProblems(yaml);
    ConfigFile file = new ConfigFile(place, files);
    yaml.root().filter(root -> !isEmpty(root)).ifPresent(file::readRoot);
    return file.layer.build();
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }

  private void readRoot(YamlNode root) {
    YamlMapping mapping = Nodes.mapping(root, "the file", "rules");
    Faults faults = new Faults();
    mapping.entries().forEach(entry -> faults.gather(() -> readEntry(entry)));
    faults.refuse();
  }

  private void readEntry(YamlEntry entry) {
    String key = entry.key().value();
    Optional<Setting> setting = Setting.named(key);
    if (setting.isPresent()) {
      readSetting(setting.get(), entry);
    } else if (key.equals(RULES)) {
      RuleBlock.read(entry.value()).forEach(layer::rule);
    } else if (key.equals(OVERRIDES)) {
      Nodes.sequence(entry.value(), OVERRIDES).forEach(this::readOverride);
    } else if (key.equals(SUPPRESSIONS)) {
      Nodes.sequence(entry.value(), SUPPRESSIONS)
          .forEach(node -> layer.accept(SuppressionReader.read(node, place)));
    } else if (key.equals(CUSTOM_RULES)) {
      Nodes.sequence(entry.value(), CUSTOM_RULES).forEach(this::readRule);
    } else {
      throw Nodes.unknown(entry.key().range(), "key", key, keys());
    }
  }

  private static List<String> keys() {
    return Stream.concat(
            Stream.of(Setting.values()).map(Setting::label),
            Stream.of(RULES, OVERRIDES, SUPPRESSIONS, CUSTOM_RULES))
        .toList();
  }

  private void readSetting(Setting setting, YamlEntry entry) {
    Origin origin = Origin.file(entry.key().range());
    if (setting.type() == Setting.Type.GRADES) {
      List<String> pairs = new ArrayList<>();
      for (YamlEntry grade : Nodes.mapping(entry.value(), setting.label(), "security").entries()) {
        pairs.add(grade.key().value() + "=" + Nodes.text(grade.value(), grade.key().value()));
      }
      layer.set(setting, pairs, origin);
    } else if (setting.type() == Setting.Type.LIST) {
      layer.set(setting, Nodes.texts(entry.value(), setting.label()), origin);
    } else {
      layer.set(setting, List.of(Nodes.text(entry.value(), setting.label())), origin);
    }
  }

  private void readOverride(YamlNode node) {
    YamlMapping mapping = Nodes.mapping(node, "an override", FILES);
    Nodes.refuseUnknown(mapping, "key of an override", List.of(FILES, RULES));
    List<String> files = Nodes.texts(Nodes.required(mapping, FILES), FILES);
    List<RuleSetting> rules = RuleBlock.read(Nodes.required(mapping, RULES));
    for (RuleSetting rule : rules) {
      if (!rule.options().isEmpty()) {
        throw rule.origin()
            .wrong(
                "sets an option for some files alone", "set it under the rules of the whole file");
      }
    }
    layer.override(files, rules);
  }

  /** A rule, or the path of a file that holds some. */
  private void readRule(YamlNode node) {
    layer.add(
        node instanceof YamlScalar path
            ? RuleReader.read(files.apply(path.value()))
            : List.of(RuleReader.read(node)));
  }
}
