package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.config.Setting;
import java.util.List;
import java.util.Properties;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;

class ParameterLayersTest {

  @Test
  void onTheCommandLineRulesWithoutAWordAreTheOnlyOnesAndPairsAreSettings() {
    ParameterLayers parameters =
        read("docker-audit.rules", " DL3025, add-for-plain-copy ,missing-user=off", List.of());
    assertThat(labels(parameters)).containsExactly("DL3025", "add-for-plain-copy");
    assertThat(parameters.commandLine().rules())
        .extracting(RuleSetting::label)
        .containsExactly("missing-user");
  }

  @Test
  void pairsAloneChooseNothing() {
    ParameterLayers parameters = read("docker-audit.rules", "missing-user=off,", List.of("DL3025"));
    assertThat(labels(parameters)).containsExactly("DL3025");
  }

  @Test
  void theRulesOfTheCommandLineStandForThoseOfThePom() {
    assertThat(labels(read("docker-audit.rules", "DL3020", List.of("DL3025"))))
        .containsExactly("DL3020");
  }

  @Test
  void bothPropertiesOfTheCommandLineAddUp() {
    Properties given = new Properties();
    given.setProperty("docker-audit.rules", "DL3020,DL3025");
    given.setProperty("docker-audit.onlyRules", "DL3025,DL3008");
    ParameterLayers parameters = new ParameterLayers(given);
    parameters.choose(List.of("DL3025", "DL3008"));
    assertThat(labels(parameters)).containsExactly("DL3025", "DL3008", "DL3020");
    assertThat(parameters.chosen())
        .extracting(chosen -> chosen.origin().place())
        .containsExactly(
            "-Ddocker-audit.onlyRules", "-Ddocker-audit.onlyRules", "-Ddocker-audit.rules");
  }

  @Test
  void aListInThePomSaysTheSameAsOnTheCommandLine() {
    ParameterLayers parameters = ofPom("missing-user=off, DL3025", new Properties());
    assertThat(labels(parameters)).containsExactly("DL3025");
    assertThat(parameters.pom().rules())
        .extracting(RuleSetting::label)
        .containsExactly("missing-user");
    assertThat(parameters.commandLine().rules()).isEmpty();
  }

  @Test
  void whatTheCommandLineChoosesStandsForTheListInThePom() {
    Properties given = new Properties();
    given.setProperty("docker-audit.rules", "DL3020,latest-image=off");
    ParameterLayers parameters = new ParameterLayers(given);
    parameters.rules(
        new DefaultPlexusConfiguration("rules", "DL3025,missing-user=off"), new Properties());
    parameters.choose(List.of());
    assertThat(labels(parameters)).containsExactly("DL3020");
    assertThat(parameters.pom().rules())
        .extracting(RuleSetting::label)
        .containsExactly("missing-user");
  }

  @Test
  void thePropertyMayStandInThePom() {
    Properties properties = new Properties();
    properties.setProperty("docker-audit.rules", "missing-user=off");
    ParameterLayers parameters = ofPom("${docker-audit.rules}", properties);
    assertThat(parameters.pom().rules())
        .extracting(RuleSetting::label)
        .containsExactly("missing-user");
    assertThat(ofPom("${docker-audit.rules}", new Properties()).pom().rules()).isEmpty();
  }

  @Test
  void aFlagWithoutAValueIsSet() {
    Properties given = new Properties();
    given.setProperty("docker-audit.warnOnly", "");
    ParameterLayers parameters = new ParameterLayers(given);
    parameters.put(Setting.WARN_ONLY, "");
    assertThat(parameters.commandLine().values().get(Setting.WARN_ONLY).texts())
        .containsExactly("true");
  }

  private static ParameterLayers ofPom(String text, Properties properties) {
    DefaultPlexusConfiguration block = new DefaultPlexusConfiguration("rules", text);
    ParameterLayers parameters = new ParameterLayers(new Properties());
    parameters.rules(block, properties);
    parameters.choose(List.of());
    return parameters;
  }

  private static List<String> labels(ParameterLayers parameters) {
    return parameters.chosen().stream().map(RuleSetting::label).toList();
  }

  private static ParameterLayers read(String property, String text, List<String> onlyRules) {
    Properties given = new Properties();
    given.setProperty(property, text);
    ParameterLayers parameters = new ParameterLayers(given);
    parameters.rules(null, new Properties());
    parameters.choose(onlyRules);
    return parameters;
  }
}
