package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.Interpolation.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

  private static Deployment deployment(String value) {
    return new ComposeTexts()
        .file("compose.yaml", "services:\n  web:\n    image: " + value + "\n")
        .variable("SET", "value")
        .variable("EMPTY", "")
        .load();
  }

  private static Scalar image(String value) {
    Deployment deployment = deployment(value);
    return deployment.service("web").orElseThrow().image().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a-$SET-b | a-value-b",
        "a-${SET}-b | a-value-b",
        "$SET$SET | valuevalue",
        "${SET:-x} | value",
        "${EMPTY:-x} | x",
        "${EMPTY-x} | ^^",
        "${UNSET:-x} | x",
        "${UNSET-x} | x",
        "${SET:+x} | x",
        "${EMPTY:+x} | ^^",
        "${EMPTY+x} | x",
        "${UNSET+x} | ^^",
        "${SET:?why} | value",
        "${EMPTY?why} | ^^",
        "${UNSET:-${SET}} | value",
        "${UNSET:-${UNSET2:-x}}/y | x/y",
        "${UNSET:-a${SET}b} | avalueb",
        "${UNSET:-a:b-c?d} | a:b-c?d",
        "^'${UNSET:-{\"a\": \"b\"}}'^ | ^{\"a\": \"b\"}^",
        "a$$b | a$b",
        "a$$SET | a$SET",
        "$${SET} | ${SET}",
        "a$ b | a$ b",
        "a$1 | a$1",
        "a$(date) | a$(date)",
        "cost$ | cost$",
        "'$SET' | value",
      })
  void everyFormIsFilledInAsComposeDoes(String written, String value) {
    assertThat(image(written).text()).isEqualTo(value);
  }

  @Test
  void aVariableThatIsNotSetIsUnknownAndNotEmpty() {
    Scalar image = image("web:$UNSET");

    assertThat(image.text()).isEqualTo("web:");
    assertThat(image.value()).isEmpty();
    assertThat(image.isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${UNSET:-x}", "${UNSET+x}", "${EMPTY}", "${SET:-$UNSET}", "x$$UNSET"})
  void whatHasADefaultIsKnown(String written) {
    assertThat(image(written).isKnown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${UNSET}", "${UNSET:-$UNSET2}", "${EMPTY:-$UNSET}", "${UNSET:?why}"})
  void whatDependsOnAnUnsetVariableIsNotKnown(String written) {
    assertThat(image(written).isKnown()).isFalse();
  }

  @Test
  void everyUseIsRecordedWithItsPlace() {
    Scalar image = image("\"${REGISTRY:-example.com}/web:${TAG}\"");

    assertThat(image.interpolations()).hasSize(2);
    Interpolation registry = image.interpolations().get(0);
    assertThat(registry.name()).isEqualTo("REGISTRY");
    assertThat(registry.operator()).isEqualTo(Operator.DEFAULT_IF_EMPTY);
    assertThat(registry.defaultText()).contains("example.com");
    assertThat(registry.range().text()).isEqualTo("${REGISTRY:-example.com}");
    assertThat(registry.argumentRange().text()).isEqualTo("example.com");
    Interpolation tag = image.interpolations().get(1);
    assertThat(tag.operator()).isEqualTo(Operator.NONE);
    assertThat(tag.hasDefault()).isFalse();
    assertThat(tag.range().text()).isEqualTo("${TAG}");
  }

  @Test
  void aUseInsideADefaultIsNested() {
    Interpolation outer = image("${A:-${B:-x}}").interpolations().get(0);

    assertThat(outer.nested()).extracting(Interpolation::name).containsExactly("B");
    assertThat(outer.nested().get(0).range().text()).isEqualTo("${B:-x}");
  }

  @Test
  void placesAreExactBehindEscapesAndFilledInText() {
    Scalar image = image("\"\\u0061-${SET}-${UNSET:-tail}\"");

    assertThat(image.text()).isEqualTo("a-value-tail");
    assertThat(image.mappedText().range(0, 1).text()).isEqualTo("\\u0061");
    assertThat(image.mappedText().range(2, 7).text()).isEqualTo("${SET}");
    assertThat(image.interpolations().get(1).argumentRange().text()).isEqualTo("tail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'${'", "'${}'", "'${1}'", "'${A'", "'${A!x}'", "'${{ x }}'"})
  void whatBeginsNoVariableIsAProblem(String written) {
    assertThat(ComposeTexts.problems(deployment(written)))
        .containsExactly(
            "compose.yaml:3:13 '${' begins no variable; write '$${' to mean it as it is");
  }

  @Test
  void aRequiredVariableThatIsNotSetIsAnUncertainProblem() {
    Problem problem = deployment("web:${TAG:?say which}").problems().get(0);

    assertThat(problem.range().text()).isEqualTo("${TAG:?say which}");
    assertThat(problem.message()).isEqualTo("Variable TAG must be set (say which); set it in .env");
    assertThat(problem.unset()).containsExactly("TAG");
    assertThat(problem.isCertain()).isFalse();
  }

  @Test
  void aFaultThatAnUnsetVariableCausesNamesIt() {
    Deployment deployment =
        ComposeTexts.load("services: {web: {image: web, volumes: ['${DATA}:/data']}}");

    assertThat(deployment.problems())
        .extracting(Problem::message)
        .containsExactly(
            "A part of the volume is empty; DATA is unset, set it in .env or write a default");
    assertThat(deployment.problems().get(0).unset()).containsExactly("DATA");
  }

  @Test
  void composeSetsTheNameOfTheProject() {
    String text = "services: {web: {image: '${COMPOSE_PROJECT_NAME}'}}";

    assertThat(imageOf(new ComposeTexts().file("My App/compose.yaml", text))).isEqualTo("myapp");
    assertThat(imageOf(new ComposeTexts().file("compose.yaml", "name: shop\n" + text)))
        .isEqualTo("shop");
    assertThat(
            imageOf(
                new ComposeTexts()
                    .file("app/compose.yaml", text)
                    .variable("COMPOSE_PROJECT_NAME", "given")))
        .isEqualTo("given");
  }

  private static String imageOf(ComposeTexts project) {
    return project.load().service("web").orElseThrow().image().orElseThrow().text();
  }

  @Test
  void endlessNestingIsAProblemAndNoOverflow() {
    String nested = "${A:-".repeat(10_000) + "x" + "}".repeat(10_000);

    assertThat(deployment("'" + nested + "'").problems())
        .extracting(Problem::message)
        .contains("Variables nest deeper than 20 levels; flatten");
  }

  @Test
  void manyVariablesInALineTakeLinearTime() {
    String line = "${A:-b}".repeat(200_000) + "${A:-".repeat(10);

    assertThat(image("'" + line + "'").text()).startsWith("bbb");
  }
}
