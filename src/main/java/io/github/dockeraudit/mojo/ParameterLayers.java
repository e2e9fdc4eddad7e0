package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.config.Layer;
import io.github.dockeraudit.config.RuleBlock;
import io.github.dockeraudit.config.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Tells the parameters that were given on the command line from those of the POM. */
final class ParameterLayers {

  private static final String RULES = "rules";
  private static final String RULES_PROPERTY = "docker-audit.rules";
  private static final String ONLY_PROPERTY = "docker-audit.onlyRules";

  private final Properties userProperties;
  private final Layer.Builder pom = Layer.builder();
  private final Layer.Builder commandLine = Layer.builder();
  private List<RuleSetting> chosen = List.of();

  /** What the POM says of rules in a list, and not in elements. */
  private List<String> listed = List.of();

  ParameterLayers(Properties userProperties) {
    this.userProperties = userProperties;
  }

  /** What the POM says. */
  Layer pom() {
    return pom.build();
  }

  /** What the command line says. */
  Layer commandLine() {
    return commandLine.build();
  }

  /** The only rules to run; empty for all of the profile. */
  List<RuleSetting> chosen() {
    return chosen;
  }

  /** Takes the value of a parameter; null where there is none. */
  void put(Setting setting, Object value) {
    if (value instanceof List<?> list) {
      List<String> texts = AbstractAuditMojo.listOf(list.stream().map(String.class::cast).toList());
      put(setting, texts);
    } else if (value != null) {
      put(setting, value.toString().isBlank() ? blank(setting) : List.of(value.toString()));
    }
  }

  /** A property without a value means yes, as {@code -DskipTests} does. */
  private static List<String> blank(Setting setting) {
    return setting.type() == Setting.Type.FLAG ? List.of("true") : List.of();
  }

  private void put(Setting setting, List<String> texts) {
    boolean isGiven = userProperties.containsKey(setting.property());
    if (isGiven) {
      commandLine.set(setting, texts, Origin.commandLine(setting.property()));
    } else if (!texts.isEmpty()) {
      pom.set(setting, texts, Origin.pom(setting.label()));
    }
  }

  /** Takes the rules that are not to run. */
  void skip(List<String> labels) {
    String property = "docker-audit.skipRules";
    boolean isGiven = userProperties.containsKey(property);
    for (String label : AbstractAuditMojo.listOf(labels)) {
      if (isGiven) {
        commandLine.rule(RuleSetting.off(label, Origin.commandLine(property)));
      } else {
        pom.rule(RuleSetting.off(label, Origin.pom("skipRules")));
      }
    }
  }

  /**
   * Takes the block of rules in the POM, and what the command line says of rules.
   *
   * @param properties those of the POM, where a list stands as on the command line
   */
  void rules(PlexusConfiguration block, Properties properties) {
    if (block != null) {
      for (PlexusConfiguration rule : block.getChildren()) {
        read(rule).forEach(pom::rule);
      }
      listed = listed(text(block), properties);
    }
    Origin ofPom = Origin.pom(RULES);
    listed.stream()
        .filter(ParameterLayers::isPair)
        .map(pair -> read(pair, ofPom))
        .forEach(pom::rule);
    Origin given = Origin.commandLine(RULES_PROPERTY);
    givenOfRules()
        .filter(ParameterLayers::isPair)
        .map(pair -> read(pair, given))
        .forEach(commandLine::rule);
  }

  /** Maven hands the block over as it is written, or the expression where there is none. */
  private List<String> listed(String text, Properties properties) {
    String list = text;
    if (text.equals("${" + RULES_PROPERTY + "}")) {
      boolean isGiven = userProperties.containsKey(RULES_PROPERTY);
      list = isGiven ? "" : properties.getProperty(RULES_PROPERTY, "");
    }
    return AbstractAuditMojo.listOf(Arrays.asList(list.split(",")));
  }

  /**
   * Takes the only rules to run. Those that the command line names, by either property, stand for
   * those of the POM.
   */
  void choose(List<String> labels) {
    List<String> bare = givenOfRules().filter(given -> !isPair(given)).toList();
    boolean isGiven = userProperties.containsKey(ONLY_PROPERTY);
    List<String> named = bare.isEmpty() || isGiven ? AbstractAuditMojo.listOf(labels) : List.of();
    List<String> bareOfPom = bare.isEmpty() && !isGiven ? bareOfPom() : List.of();
    Set<String> seen = new HashSet<>();
    Origin ofNamed = isGiven ? Origin.commandLine(ONLY_PROPERTY) : Origin.pom("onlyRules");
    chosen =
        Stream.of(
                on(named, ofNamed),
                on(bareOfPom, Origin.pom(RULES)),
                on(bare, Origin.commandLine(RULES_PROPERTY)))
            .flatMap(settings -> settings)
            .filter(setting -> seen.add(setting.label()))
            .toList();
  }

  private List<String> bareOfPom() {
    return listed.stream().filter(given -> !isPair(given)).toList();
  }

  private static Stream<RuleSetting> on(List<String> labels, Origin origin) {
    return labels.stream().map(label -> RuleSetting.on(label, origin));
  }

  private Stream<String> givenOfRules() {
    return AbstractAuditMojo.listOf(
        Arrays.asList(userProperties.getProperty(RULES_PROPERTY, "").split(",")))
        .stream();
  }

  private static boolean isPair(String given) {
    return given.indexOf('=') >= 0;
  }

  private static RuleSetting read(String pair, Origin origin) {
    int equals = pair.indexOf('=');
    return RuleBlock.state(pair.substring(0, equals).strip(), pair.substring(equals + 1), origin);
  }

  private static List<RuleSetting> read(PlexusConfiguration rule) {
    Origin origin = Origin.pom(RULES);
    String label = rule.getName();
    if (rule.getChildCount() == 0) {
      return List.of(RuleBlock.state(label, text(rule), origin));
    }
    List<RuleSetting> settings = new ArrayList<>(List.of(RuleSetting.on(label, origin)));
    for (PlexusConfiguration key : rule.getChildren()) {
      settings.add(
          key.getName().equals(RuleBlock.SEVERITY)
              ? RuleBlock.state(label, text(key), origin)
              : RuleSetting.options(label, Map.of(key.getName(), texts(key)), origin));
    }
    return settings;
  }

  /** A list is written as in other parameters: with commas, or as an element for each. */
  private static List<String> texts(PlexusConfiguration key) {
    if (key.getChildCount() == 0) {
      return AbstractAuditMojo.listOf(Arrays.asList(text(key).split(",")));
    }
    return Arrays.stream(key.getChildren()).map(ParameterLayers::text).toList();
  }

  private static String text(PlexusConfiguration element) {
    return element.getValue("").strip();
  }
}
