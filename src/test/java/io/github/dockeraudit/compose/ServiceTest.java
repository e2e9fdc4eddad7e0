package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTest {

  private static Service service(String attributes) {
    return ComposeTexts.load("services:\n  web:\n" + attributes.indent(4))
        .service("web")
        .orElseThrow();
  }

  @Test
  void limitsComeFromEitherPlace() {
    Service own = service("mem_limit: 512m\ncpus: 0.5\npids_limit: 100\nmem_reservation: 1g");
    Service deployed =
        service(
            "deploy: {resources: {limits: {memory: 1g, cpus: '2'}, reservations: {cpus: '1'}}}");

    assertThat(own.limits().memory().orElseThrow().bytes()).hasValue(512L << 20);
    assertThat(own.limits().cpus().orElseThrow().number()).hasValue(0.5);
    assertThat(own.limits().pids()).isPresent();
    assertThat(own.reservations().memory().orElseThrow().bytes()).hasValue(1L << 30);
    assertThat(deployed.limits().memory().orElseThrow().range().text()).isEqualTo("1g");
    assertThat(deployed.limits().pids()).isEmpty();
    assertThat(deployed.reservations().memory()).isEmpty();
    assertThat(deployed.reservations().isEmpty()).isFalse();
    assertThat(service("image: web").limits().isEmpty()).isTrue();
  }

  @Test
  void aHealthCheckCanBeSwitchedOffInTwoWays() {
    assertThat(check("{disable: true}").isDisabled()).isTrue();
    assertThat(check("{test: [NONE]}").isDisabled()).isTrue();
    assertThat(check("{test: curl x}").isDisabled()).isFalse();
    assertThat(check("{test: [CMD, NONE]}").isDisabled()).isFalse();
  }

  private static HealthCheck check(String text) {
    return service("healthcheck: " + text).healthcheck().orElseThrow();
  }

  @Test
  void timesAreRead() {
    HealthCheck check = check("{interval: 1m30s, timeout: 5s, start_period: $START}");

    assertThat(check.interval().orElseThrow().duration()).contains(Duration.ofSeconds(90));
    assertThat(check.startPeriod().orElseThrow().duration()).isEmpty();
    assertThat(check.retries()).isEmpty();
  }

  @Test
  void aTestInABlockMapsToItsLines() {
    CommandLine test =
        service("healthcheck:\n  test: >\n    curl -f\n    http://localhost")
            .healthcheck()
            .orElseThrow()
            .test()
            .orElseThrow();

    Scalar command = test.string().orElseThrow();
    int url = command.text().indexOf("http");
    assertThat(command.mappedText().range(url, url + 4)).hasToString("compose.yaml:6:9");
  }

  @Test
  void variablesOfAListHaveNamesAndValuesWithRanges() {
    Variable variable =
        service("environment:\n  - \"PASSWORD=${DB_PASSWORD:-secret}\"").environment().get(0);

    assertThat(variable.key().range().text()).isEqualTo("PASSWORD");
    Scalar value = variable.value().orElseThrow();
    assertThat(value.range().text()).isEqualTo("${DB_PASSWORD:-secret}");
    assertThat(value.text()).isEqualTo("secret");
    assertThat(value.interpolations().get(0).argumentRange().text()).isEqualTo("secret");
  }

  @Test
  void aVariableWithoutValueIsNotOneWithAnEmptyValue() {
    Service list = service("environment: [A, B=]");
    Service map = service("environment: {A: , B: ''}");

    for (Service service : List.of(list, map)) {
      assertThat(service.environment("A").orElseThrow().value()).isEmpty();
      assertThat(service.environment("B").orElseThrow().value().orElseThrow().text()).isEmpty();
    }
  }

  @Test
  void aLoneValueIsAListOfOne() {
    assertThat(service("tmpfs: /tmp").tmpfs()).hasToString("[/tmp]");
    assertThat(service("env_file: a.env").envFiles()).hasSize(1);
    assertThat(service("env_file: a.env").envFiles().get(0).required()).isTrue();
  }

  @Test
  void booleansMayBeStrings() {
    assertThat(service("privileged: yes").privileged().orElseThrow().isTrue()).isTrue();
    assertThat(service("privileged: 'true'").privileged().orElseThrow().isTrue()).isTrue();
    assertThat(service("privileged: $P").privileged().orElseThrow().isTrue()).isFalse();
  }

  @Test
  void theShortAndTheLongFormOfABuildAnswerAlike() {
    Build shortForm = service("build: ./app").build().orElseThrow();
    Build longForm = service("build: {context: ./app, target: dev}").build().orElseThrow();

    assertThat(shortForm.isShort()).isTrue();
    assertThat(shortForm.context().orElseThrow().text()).isEqualTo("./app");
    assertThat(longForm.context().orElseThrow().range().text()).isEqualTo("./app");
    assertThat(longForm.target().orElseThrow().text()).isEqualTo("dev");
  }

  @Test
  void grantsOfBothFormsNameTheirSource() {
    Service service = service("secrets: [a, {source: b, target: /b}]");

    assertThat(service.secrets())
        .extracting(grant -> grant.source().orElseThrow().text())
        .containsExactly("a", "b");
    assertThat(service.secrets().get(1).target()).isPresent();
  }

  @Test
  void valuesOfAnAliasSayWhereTheyAreUsed() {
    Deployment deployment = ComposeTexts.load("x-i: &i web\nservices:\n  web: {image: *i}\n");

    Scalar image = deployment.service("web").orElseThrow().image().orElseThrow();
    assertThat(image.range()).hasToString("compose.yaml:1:9");
    assertThat(image.site()).hasToString("compose.yaml:3:16");
  }

  @Test
  void aServiceThatIsNoMappingHasNothing() {
    Service service = ComposeTexts.load("services: {web: 5}").service("web").orElseThrow();

    assertThat(service.image()).isEmpty();
    assertThat(service.ports()).isEmpty();
  }
}
