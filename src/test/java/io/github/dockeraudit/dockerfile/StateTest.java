package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {

  /** After the last instruction of the last stage. */
  private static State end(String text) {
    return parse(text).lastStage().orElseThrow().finalState();
  }

  private static Value variable(String text, String name) {
    return end(text).variable(name);
  }

  @Test
  void theUserIsThatOfTheLastUser() {
    State state = end("FROM a\nUSER b\nUSER c:d\n");

    assertThat(state.user().text()).contains("c:d");
    assertThat(state.userInstruction().map(user -> user.startLine())).contains(3);
  }

  @Test
  void theUserIsUnsetWhereTheBaseImageDecides() {
    assertThat(end("FROM a\n").user().isUnset()).isTrue();
    assertThat(end("FROM a\n").userInstruction()).isEmpty();
  }

  @Test
  void theUserIsInheritedFromTheStageBuiltOn() {
    assertThat(end("FROM a AS b\nUSER c\nFROM b\n").user().text()).contains("c");
    assertThat(end("FROM a AS b\nUSER c\nFROM a\n").user().isUnset()).isTrue();
  }

  @Test
  void variablesOfTheUserAreExpanded() {
    assertThat(end("FROM a\nARG b=c\nUSER $b\n").user()).isEqualTo(Value.of("c", true));
    assertThat(end("FROM a\nUSER $b\n").user().isUnknown()).isTrue();
  }

  @Test
  void theStateAtAnInstructionIsTheOneBeforeIt() {
    Dockerfile file = parse("FROM a\nUSER b\nRUN c\nUSER d\n");
    Stage stage = file.stages().get(0);

    assertThat(stage.stateAt(file.instructions().get(1)).user().isUnset()).isTrue();
    assertThat(stage.stateAt(file.instructions().get(2)).user().text()).contains("b");
    assertThat(stage.stateAt(file.instructions().get(3)).user().text()).contains("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WORKDIR /a|/a",
        "WORKDIR /a/|/a",
        "WORKDIR /a/../b/./c//d|/b/c/d",
        "WORKDIR /a;WORKDIR b|/a/b",
        "WORKDIR /a;WORKDIR b;WORKDIR ../c|/a/c",
        "WORKDIR /a;WORKDIR /b|/b",
        "WORKDIR /..|/",
        "ENV d=/x;WORKDIR $d/y|/x/y"
      })
  void theWorkingDirectoryIsJoinedAsDockerDoes(String instructions, String directory) {
    assertThat(end("FROM a\n" + instructions.replace(';', '\n')).workdir().text())
        .contains(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WORKDIR C:\\app|C:\\app",
        "WORKDIR c:/app|C:\\app",
        "WORKDIR \\app|C:\\app",
        "WORKDIR /app;WORKDIR sub\\x|C:\\app\\sub\\x",
        "WORKDIR D:\\a;WORKDIR ..|D:\\"
      })
  void theWorkingDirectoryOfWindowsHasADrive(String instructions, String directory) {
    assertThat(end("# escape=`\nFROM a\n" + instructions.replace(';', '\n')).workdir().text())
        .contains(directory);
  }

  @Test
  void aRelativeDirectoryIsUnknownOnAnImageAndBelowTheRootOnScratch() {
    assertThat(end("FROM a\nWORKDIR b\n").workdir().isUnknown()).isTrue();
    assertThat(end("FROM scratch\nWORKDIR b\n").workdir().text()).contains("/b");
    assertThat(end("FROM a\n").workdir().isUnset()).isTrue();
  }

  @Test
  void anEnvIsKnown() {
    assertThat(variable("FROM a\nENV b=c d=\"$b e\"\n", "b")).isEqualTo(Value.known("c"));
  }

  @Test
  void allValuesOfAnEnvSeeTheVariablesBeforeIt() {
    assertThat(variable("FROM scratch\nENV a=b\nENV a=c d=$a\n", "d").text()).contains("b");
  }

  @Test
  void anArgIsItsDefault() {
    assertThat(variable("FROM a\nARG b=c\n", "b")).isEqualTo(Value.of("c", true));
  }

  @Test
  void anArgWithoutAValueIsUnsetByDefault() {
    Value value = variable("FROM a\nARG b\n", "b");

    assertThat(value.isUnset()).isTrue();
    assertThat(value.isDefault()).isTrue();
  }

  @Test
  void theLaterOfArgAndEnvCounts() {
    assertThat(variable("FROM a\nARG b=c\nENV b=d\n", "b")).isEqualTo(Value.known("d"));
    assertThat(variable("FROM a\nENV b=d\nARG b=c\n", "b")).isEqualTo(Value.of("c", true));
    assertThat(variable("FROM a\nENV b=d\nARG b\n", "b")).isEqualTo(Value.of("d", true));
  }

  @Test
  void aGlobalArgHoldsInAStageThatDeclaresIt() {
    assertThat(variable("ARG a=b\nFROM c\n", "a").isUnknown()).isTrue();
    assertThat(variable("ARG a=b\nFROM c\nARG a\n", "a").text()).contains("b");
    assertThat(variable("ARG a=b\nFROM c\nARG a=d\n", "a").text()).contains("d");
  }

  @Test
  void argsAreInheritedFromTheStageBuiltOn() {
    assertThat(variable("FROM a AS b\nARG c=d\nFROM b\n", "c").text()).contains("d");
  }

  @Test
  void platformArgsAreUnknown() {
    assertThat(variable("FROM scratch\nARG TARGETARCH\n", "TARGETARCH").isUnknown()).isTrue();
    assertThat(variable("FROM scratch\n", "TARGETARCH").isUnset()).isTrue();
  }

  @Test
  void whatNothingDeclaresIsUnsetOnScratchAlone() {
    assertThat(variable("FROM scratch\n", "b").isUnset()).isTrue();
    assertThat(variable("FROM a\n", "b").isUnknown()).isTrue();
    assertThat(variable("FROM scratch\n", "PATH").text())
        .hasValueSatisfying(path -> assertThat(path).contains("/bin"));
  }

  @Test
  void laterArgsOfOneInstructionSeeEarlierOnes() {
    assertThat(variable("FROM scratch\nARG a=b c=$a\n", "c").text()).contains("b");
  }

  @Test
  void theHealthcheckIsInheritedAndMayBeSwitchedOff() {
    assertThat(end("FROM a AS b\nHEALTHCHECK CMD c\nFROM b\n").healthcheck()).isPresent();
    assertThat(end("FROM a AS b\nHEALTHCHECK CMD c\nFROM b\nHEALTHCHECK NONE\n").healthcheck())
        .hasValueSatisfying(check -> assertThat(check.isNone()).isTrue());
    assertThat(end("FROM a\n").healthcheck()).isEmpty();
  }

  @Test
  void anEntrypointResetsAnInheritedCommandOnly() {
    assertThat(end("FROM a AS b\nCMD c\nFROM b\nENTRYPOINT d\n").cmd()).isEmpty();
    assertThat(end("FROM a\nCMD c\nENTRYPOINT d\n").cmd()).isPresent();
    assertThat(end("FROM a AS b\nCMD c\nFROM b\n").cmd()).isPresent();
    assertThat(end("FROM a\nENTRYPOINT d\n").entrypoint()).isPresent();
  }

  @Test
  void exposedPortsAddUp() {
    assertThat(end("FROM a AS b\nEXPOSE 1\nFROM b\nEXPOSE 2 3\n").exposed())
        .extracting(expose -> expose.ports().size())
        .containsExactly(1, 2);
  }

  @Test
  void exposedPortsAreKnownWithTheirVariablesExpanded() {
    assertThat(end("FROM a\nENV p=80\nEXPOSE $p 81/udp\nEXPOSE 80/tcp $x\n").exposedPorts())
        .extracting(Port::toString)
        .containsExactly("80/tcp", "81/udp");
  }

  @Test
  void triggersOfTheStageBuiltOnTakeEffect() {
    assertThat(end("FROM a AS b\nONBUILD USER c\nFROM b\n").user().text()).contains("c");
    assertThat(end("FROM a\nONBUILD USER c\n").user().isUnset()).isTrue();
    assertThat(end("FROM a AS b\nONBUILD USER c\nFROM b AS d\nUSER e\nFROM d\n").user().text())
        .contains("e");
  }

  @Test
  void aWordIsExpandedWhereItStands() {
    Dockerfile file = parse("FROM scratch\nENV a=b\nCOPY $a \"$c/d\"\n");
    Copy copy = file.all(Copy.class).findFirst().orElseThrow();
    State state = file.stages().get(0).stateAt(copy);

    assertThat(state.expand(copy.sources().get(0)).text()).contains("b");
    assertThat(state.expand(copy.destination()).text()).contains("/d");
  }

  @Test
  void theValueOfAFlagIsExpandedWhereDockerDoes() {
    Dockerfile file = parse("FROM scratch\nENV a=b\nCOPY --chown=$a --from=$a c d\n");
    Copy copy = file.all(Copy.class).findFirst().orElseThrow();
    State state = file.stages().get(0).stateAt(copy);

    assertThat(copy.flag("chown").flatMap(Flag::value).map(state::expand))
        .contains(Value.known("b"));
    assertThat(copy.from().map(state::expand)).contains(Value.known("$a"));
  }

  @Test
  void theGlobalScopeHasGlobalArgs() {
    Scope scope = parse("ARG a=b\nARG c=$a.$a\nARG d\nFROM e\n").globalScope();

    assertThat(scope.variable("c")).isEqualTo(Value.of("b.b", true));
    assertThat(scope.variable("d").isUnset()).isTrue();
    assertThat(scope.variable("x")).isEqualTo(Value.unset());
    assertThat(scope.variable("TARGETPLATFORM").isUnknown()).isTrue();
  }

  @Test
  void aThousandVariablesAreAllFound() {
    StringBuilder text = new StringBuilder("FROM scratch\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("ENV v").append(i).append('=').append(i).append('\n');
    }
    State state = end(text.toString());

    for (int i = 0; i < 1_000; i++) {
      assertThat(state.variable("v" + i)).isEqualTo(Value.known("" + i));
    }
  }
}
