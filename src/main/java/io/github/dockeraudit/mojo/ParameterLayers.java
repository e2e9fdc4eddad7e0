package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.config.Layer;
import io.github.dockeraudit.config.RuleBlock;
import io.github.dockeraudit.config.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
      put(setting, value.toString().isBlank() ? List.of() : List.of(value.toString()));
    }
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

  /** Takes the block of rules in the POM, and what the command line says of rules. */
  void rules(PlexusConfiguration block) {
    if (block != null) {
      for (PlexusConfiguration rule : block.getChildren()) {
        read(rule).forEach(pom::rule);
      }
    }
    givenOfRules()
        .filter(ParameterLayers::isPair)
        .map(pair -> read(pair))
        .forEach(commandLine::rule);
  }

  /**
   * Takes the only rules to run. Those that the command line names, by either property, stand for
   * those of the POM.
   */
  void choose(List<String> labels) {
    List<String> bare = givenOfRules().filter(given -> !isPair(given)).toList();
    boolean isGiven = userProperties.containsKey(ONLY_PROPERTY);
    List<String> named = bare.isEmpty() || isGiven ? AbstractAuditMojo.listOf(labels) : List.of();
    Origin ofNamed = isGiven ? Origin.commandLine(ONLY_PROPERTY) : Origin.pom("onlyRules");
    chosen =
        Stream.concat(
                named.stream().map(label -> RuleSetting.on(label, ofNamed)),
                bare.stream()
                    .filter(label -> !named.contains(label))
                    .map(label -> RuleSetting.on(label, Origin.commandLine(RULES_PROPERTY))))
            .toList();
  }

  private Stream<String> givenOfRules() {
    return AbstractAuditMojo.listOf(
        Arrays.asList(userProperties.getProperty(RULES_PROPERTY, "").split(",")))
        .stream();
  }

  private static boolean isPair(String given) {
    return given.indexOf('=') >= 0;
  }

  private static RuleSetting read(String pair) {
    Origin origin = Origin.commandLine(RULES_PROPERTY);
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
