package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

  private static Stage stage(String text, int index) {
    return parse(text).stages().get(index);
  }

  private static List<Integer> dependencies(String text, int index) {
    return stage(text, index).dependencies().stream().map(Stage::index).toList();
  }

  @Test
  void aStageGoesFromOneFromToTheNext() {
    Dockerfile file = parse("ARG a\nFROM b AS One\nRUN c\nUSER d\nFROM e\n");

    assertThat(file.stages()).hasSize(2);
    assertThat(file.stages().get(0).name()).contains("one");
    assertThat(file.stages().get(0).instructions()).hasSize(2);
    assertThat(file.stages().get(1).name()).isEmpty();
    assertThat(file.stages().get(1).isLast()).isTrue();
    assertThat(file.lastStage()).contains(file.stages().get(1));
    assertThat(file.globalArgs()).hasSize(1);
  }

  @Test
  void aStageIsFoundByNameInAnyCaseAndByNumber() {
    Dockerfile file = parse("FROM a AS b\nFROM c AS d\n");

    assertThat(file.stage("D")).contains(file.stages().get(1));
    assertThat(file.stage("0")).contains(file.stages().get(0));
    assertThat(file.stage("2")).isEmpty();
    assertThat(file.stage("-1")).isEmpty();
    assertThat(file.stage("e")).isEmpty();
  }

  @Test
  void theStageOfAnInstructionIsTheOneAroundIt() {
    Dockerfile file = parse("ARG a\nFROM b\nRUN c\n");

    assertThat(file.stageOf(file.instructions().get(0))).isEmpty();
    assertThat(file.stageOf(file.instructions().get(1))).contains(file.stages().get(0));
    assertThat(file.stageOf(file.instructions().get(2))).contains(file.stages().get(0));
  }

  @Test
  void aStageMayBuildOnAnEarlierOne() {
    Stage last = stage("FROM a AS b\nFROM b AS c\nFROM c\n", 2);

    assertThat(last.parent().flatMap(Stage::name)).contains("c");
    assertThat(last.ancestors()).extracting(Stage::index).containsExactly(2, 1, 0);
    assertThat(last.image()).isEmpty();
  }

  @Test
  void aLaterStageOfThatNameIsNotMeant() {
    assertThat(stage("FROM b\nFROM a AS b\n", 0).parent()).isEmpty();
  }

  @Test
  void aNameInUpperCaseIsAnImageToFrom() {
    assertThat(stage("FROM a AS b\nFROM B\n", 1).parent()).isEmpty();
  }

  @Test
  void ofTwoStagesWithOneNameTheLaterIsMeant() {
    assertThat(stage("FROM a AS b\nFROM c AS b\nFROM b\n", 2).parent().map(Stage::index))
        .contains(1);
  }

  @Test
  void aGlobalArgMayNameTheStage() {
    Stage last = stage("ARG base=b\nFROM a AS b\nFROM ${base}\n", 1);

    assertThat(last.parent().map(Stage::index)).contains(0);
    assertThat(last.base()).isEqualTo(Value.of("b", true));
  }

  @Test
  void theImageHasTheDefaultsOfGlobalArgs() {
    assertThat(stage("ARG tag=21\nARG image=jre:$tag\nFROM ${image}-alpine\n", 0).image())
        .map(ImageReference::toString)
        .contains("docker.io/library/jre:21-alpine");
  }

  @Test
  void theImageIsUnknownWherePlatformArgsAreInIt() {
    Stage only = stage("FROM a:$TARGETARCH\n", 0);

    assertThat(only.image()).isEmpty();
    assertThat(only.base().isUnknown()).isTrue();
  }

  @Test
  void theArgsOfAStageAreNoneOfFrom() {
    assertThat(stage("FROM a\nARG b=c\nFROM d$b\n", 1).base().text()).contains("d");
  }

  @Test
  void scratchIsNoImage() {
    Stage scratch = stage("FROM scratch\n", 0);

    assertThat(scratch.isScratch()).isTrue();
    assertThat(scratch.image()).isEmpty();
  }

  @Test
  void dependenciesAreBaseCopiesAndMounts() {
    String text =
        """
        FROM a AS b
        FROM a AS c
        FROM a AS d
        FROM b
        COPY --from=2 x y
        RUN --mount=from=C,target=/z true
        COPY --from=image x y
        """;

    assertThat(dependencies(text, 3)).containsExactly(0, 2, 1);
  }

  @Test
  void triggersOfTheBaseStageBringTheirSources() {
    String text = "FROM a AS b\nFROM c AS d\nONBUILD COPY --from=b x y\nFROM d\n";

    assertThat(dependencies(text, 1)).as("the stage with the ONBUILD itself").isEmpty();
    assertThat(dependencies(text, 2)).containsExactly(1, 0);
  }

  @Test
  void aStateOfAnotherStageIsRefused() {
    Dockerfile file = parse("FROM a\nRUN b\nFROM c\nRUN d\n");
    Instruction other = file.instructions().get(3);

    assertThatThrownBy(() -> file.stages().get(0).stateAt(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileWithoutFromHasNoStage() {
    assertThat(parse("RUN a\n").stages()).isEmpty();
    assertThat(parse("").lastStage()).isEmpty();
  }
}
