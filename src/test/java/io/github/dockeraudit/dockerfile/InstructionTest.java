package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static io.github.dockeraudit.dockerfile.Dockerfiles.last;
import static io.github.dockeraudit.dockerfile.Dockerfiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstructionTest {

  @Test
  void fromHasAnImageANameAndAPlatform() {
    From from = first(From.class, "FROM --platform=linux/amd64 a:1 AS Build\n");

    assertThat(from.image().text()).isEqualTo("a:1");
    assertThat(from.alias().map(Word::text)).contains("Build");
    assertThat(from.platform().map(Word::text)).contains("linux/amd64");
  }

  @Test
  void fromWithoutAnImageHasAnEmptyOneAfterTheKeyword() {
    Word image = first(From.class, "FROM\n").image();

    assertThat(image.isEmpty()).isTrue();
    assertThat(image.range().start()).isEqualTo(4);
  }

  @Test
  void copyHasSourcesADestinationAndAStage() {
    Copy copy = first(Copy.class, "FROM a\nCOPY --from=b c d e/\n");

    assertThat(texts(copy.sources())).containsExactly("c", "d");
    assertThat(copy.destination().text()).isEqualTo("e/");
    assertThat(copy.from().map(Word::text)).contains("b");
  }

  @Test
  void copyOfOneArgumentHasNoDestination() {
    Copy copy = first(Copy.class, "FROM a\nCOPY b\n");

    assertThat(texts(copy.sources())).containsExactly("b");
    assertThat(copy.destination().isEmpty()).isTrue();
  }

  @Test
  void exposeAndVolumeAreListsOfWords() {
    assertThat(texts(first(Expose.class, "FROM a\nEXPOSE 80 \t 53/udp\n").ports()))
        .containsExactly("80", "53/udp");
    assertThat(texts(first(Volume.class, "FROM a\nVOLUME /a /b\n").paths()))
        .containsExactly("/a", "/b");
    assertThat(texts(first(Volume.class, "FROM a\nVOLUME [\"/a b\"]\n").paths()))
        .containsExactly("/a b");
  }

  @Test
  void userWorkdirStopsignalAndMaintainerAreOneTextEach() {
    assertThat(first(User.class, "FROM a\nUSER one two\n").user().text()).isEqualTo("one two");
    assertThat(first(Workdir.class, "FROM a\nWORKDIR /a b\n").path().text()).isEqualTo("/a b");
    assertThat(first(Stopsignal.class, "FROM a\nSTOPSIGNAL 9\n").signal().text()).isEqualTo("9");
    assertThat(first(Maintainer.class, "FROM a\nMAINTAINER a <a@b>\n").author().text())
        .isEqualTo("a <a@b>");
  }

  @Test
  void shellHasWordsInJsonFormAlone() {
    assertThat(texts(first(Shell.class, "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\n").words()))
        .containsExactly("/bin/bash", "-c");
    assertThat(first(Shell.class, "FROM a\nSHELL /bin/bash -c\n").words()).isEmpty();
  }

  @Test
  void healthcheckHasACommandAndItsTiming() {
    Healthcheck check =
        first(
            Healthcheck.class,
            "FROM a\nHEALTHCHECK --interval=1m --timeout=500ms --start-period=5s --retries=5 CMD b c\n");

    assertThat(check.isNone()).isFalse();
    assertThat(check.command().orElseThrow().text().text()).isEqualTo("b c");
    assertThat(check.timing().interval()).hasMinutes(1);
    assertThat(check.timing().timeout()).hasMillis(500);
    assertThat(check.timing().startPeriod()).hasSeconds(5);
    assertThat(check.timing().startInterval()).hasSeconds(5);
    assertThat(check.timing().retries()).isEqualTo(5);
  }

  @Test
  void healthcheckMayBeInExecForm() {
    Healthcheck check = first(Healthcheck.class, "FROM a\nHEALTHCHECK cmd [\"b\", \"c\"]\n");

    assertThat(check.command().orElseThrow().isExec()).isTrue();
    assertThat(texts(check.command().orElseThrow().words())).containsExactly("b", "c");
  }

  @Test
  void healthcheckNoneHasNoCommand() {
    Healthcheck check = first(Healthcheck.class, "FROM a\nHEALTHCHECK none\n");

    assertThat(check.isNone()).isTrue();
    assertThat(check.command()).isEmpty();
    assertThat(check.timing()).isEqualTo(HealthTiming.DEFAULT);
  }

  @Test
  void healthcheckOfAnotherTypeHasNoCommand() {
    assertThat(first(Healthcheck.class, "FROM a\nHEALTHCHECK curl b\n").command()).isEmpty();
  }

  @Test
  void onbuildHasATriggerWithItsOwnRange() {
    Onbuild onbuild = first(Onbuild.class, "FROM a\nonbuild  COPY b c\n");

    assertThat(onbuild.trigger()).isInstanceOf(Copy.class);
    assertThat(onbuild.trigger().range().text()).isEqualTo("COPY b c\n");
    assertThat(texts(onbuild.trigger().arguments())).containsExactly("b", "c");
  }

  @Test
  void onbuildWithoutATriggerHasAnUnknownOne() {
    Onbuild onbuild = first(Onbuild.class, "FROM a\nONBUILD\n");

    assertThat(onbuild.trigger()).isInstanceOf(Unknown.class);
    assertThat(onbuild.trigger().name()).isEmpty();
  }

  @Test
  void onbuildInOnbuildIsFollowedOnlySoFar() {
    Instruction onbuild = last("FROM a\n" + "ONBUILD ".repeat(100_000) + "RUN b\n");

    int depth = 0;
    while (onbuild instanceof Onbuild outer) {
      onbuild = outer.trigger();
      depth++;
    }
    assertThat(depth).isBetween(2, 20);
  }

  @Test
  void everyKindKnowsThoseInsideOnbuild() {
    assertThat(Dockerfiles.parse("FROM a\nRUN b\nONBUILD RUN c\n").all(Run.class)).hasSize(2);
  }

  @Test
  void commandsAreFoundByWhatTheyRunInTheEnd() {
    Dockerfile file =
        Dockerfiles.parse("FROM a\nRUN curl x && sudo wget y\nONBUILD RUN curl z\nRUN sudo -v\n");

    assertThat(file.commands("wget", "curl"))
        .as("in file order, whatever the order of the names")
        .extracting(call -> call.written().raw())
        .containsExactly("curl x", "sudo wget y", "curl z");
    assertThat(file.commandsBy("sudo"))
        .as("wrappers, with and without a command")
        .extracting(call -> call.name().raw())
        .containsExactly("wget", "sudo");
    assertThat(file.commands("git")).isEmpty();
    assertThat(file.commandsBy("env")).isEmpty();
  }

  @Test
  void equalInstructionsOfOneFileAreTheSame() {
    Dockerfile file = Dockerfiles.parse("FROM a\nRUN b\nRUN b\n");

    assertThat(file.instructions().get(1)).isEqualTo(file.instructions().get(1));
    assertThat(file.instructions().get(1)).isNotEqualTo(file.instructions().get(2));
  }
}
