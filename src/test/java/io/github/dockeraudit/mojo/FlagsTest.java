package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

  @Test
  void aWordThatMavenWouldTakeForFalseIsRefused() throws Exception {
    MojoExecution execution = execution("yes");
    assertThatThrownBy(() -> Flags.refuseOthers(execution))
        .hasMessage("dryRun is 'yes'; give true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "FALSE", " true ", "", "${docker-audit.dryRun}"})
  void whatMavenUnderstandsIsTaken(String text) throws Exception {
    MojoExecution execution = execution(text);
    assertThatCode(() -> Flags.refuseOthers(execution)).doesNotThrowAnyException();
  }

  private static MojoExecution execution(String text) throws Exception {
    Parameter flag = new Parameter();
    flag.setName("dryRun");
    flag.setType("boolean");
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.addParameter(flag);
    Xpp3Dom element = new Xpp3Dom("dryRun");
    element.setValue(text);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(element);
    MojoExecution execution = new MojoExecution(descriptor);
    execution.setConfiguration(configuration);
    return execution;
  }
}
