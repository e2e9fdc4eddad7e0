package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtendsTest {

  private static String image(Deployment deployment, String service) {
    return deployment.service(service).orElseThrow().image().orElseThrow().text();
  }

  @Test
  void aServiceTakesTheValuesOfAnotherInTheSameFile() {
    Deployment deployment =
        ComposeTexts.load(
            """
            services:
              base: {image: base, user: app, environment: {A: 1}}
              short: {extends: base, environment: {B: 2}}
              long:
                extends: {service: short}
                image: own
            """);

    assertThat(deployment.problems()).isEmpty();
    Service shortForm = deployment.service("short").orElseThrow();
    assertThat(image(deployment, "short")).isEqualTo("base");
    assertThat(shortForm.environment()).extracting(Variable::name).containsExactly("A", "B");
    assertThat(shortForm.extended().orElseThrow().service().orElseThrow().text()).isEqualTo("base");
    assertThat(image(deployment, "long")).isEqualTo("own");
    assertThat(deployment.service("long").orElseThrow().user()).isPresent();
  }

  @Test
  void aServiceOfAnotherFileBringsItsOwnPlacesAndFolder() {
    Deployment deployment =
        new ComposeTexts()
            .file(
                "compose.yaml",
                "services: {web: {extends: {file: common/base.yaml, service: base}}}\n")
            .file(
                "common/base.yaml",
                "services:\n  base: {extends: root}\n  root: {build: ./app, image: root}\n")
            .load();

    assertThat(deployment.problems()).isEmpty();
    Service web = deployment.service("web").orElseThrow();
    assertThat(web.range()).hasToString("compose.yaml:1:12");
    assertThat(web.image().orElseThrow().range()).hasToString("common/base.yaml:3:31");
    assertThat(deployment.resolve(web.build().orElseThrow().context().orElseThrow()))
        .contains("common/app");
    assertThat(deployment.services()).hasSize(1);
    assertThat(deployment.files()).hasSize(2);
  }

  @Test
  void resetTakesAwayWhatIsExtended() {
    Deployment deployment =
        ComposeTexts.load(
            """
            services:
              base: {image: base, ports: ['80:80'], cap_add: [A]}
              web: {extends: base, ports: !reset [], cap_add: !override [B]}
            """);

    Service web = deployment.service("web").orElseThrow();
    assertThat(web.ports()).isEmpty();
    assertThat(web.capAdd()).hasToString("[B]");
    assertThat(deployment.service("base").orElseThrow().ports()).hasSize(1);
  }

  @Test
  void whatDoesNotExistIsAProblem() {
    ComposeTexts project =
        new ComposeTexts()
            .file(
                "compose.yaml",
                """
                services:
                  a: {image: a, extends: nobody}
                  b: {image: b, extends: {file: other.yaml, service: nobody}}
                  c: {image: c, extends: {file: missing.yaml, service: x}}
                  d: {image: d, extends: {file: ../outside.yaml, service: x}}
                """)
            .file("other.yaml", "services: {x: {image: x}}\n");

    assertThat(ComposeTexts.problems(project.load()))
        .containsExactly(
            "compose.yaml:2:26 There is no service 'nobody' in compose.yaml; correct the name",
            "compose.yaml:3:54 There is no service 'nobody' in other.yaml; correct the name",
            "compose.yaml:4:33 There is no file 'missing.yaml'; correct the path",
            "compose.yaml:5:33 '../outside.yaml' leads out of the project; keep the file inside it");
  }

  @Test
  void aCircleIsAProblemAndEnds() {
    Deployment deployment =
        ComposeTexts.load(
            "services:\n  a: {image: a, extends: b}\n  b: {extends: c}\n  c: {extends: a}\n");

    assertThat(deployment.problems())
        .extracting(Problem::message)
        .contains("Service 'a' extends itself in the end; break the circle");
    assertThat(deployment.services()).hasSize(3);
  }

  @Test
  void aCircleAcrossFilesIsAProblemAndEnds() {
    Deployment deployment =
        new ComposeTexts()
            .file("a.yaml", "services: {x: {image: x, extends: {file: b.yaml, service: x}}}\n")
            .file("b.yaml", "services: {x: {image: x, extends: {file: a.yaml, service: x}}}\n")
            .load();

    assertThat(deployment.problems())
        .extracting(Problem::message)
        .contains("Service 'x' extends itself in the end; break the circle");
  }

  @Test
  void aServiceOfTheFileItselfMayBeNamedByTheFile() {
    Deployment deployment =
        ComposeTexts.load(
            "services:\n  a: {image: a}\n  b: {extends: {file: compose.yaml, service: a}}\n");

    assertThat(deployment.problems()).isEmpty();
    assertThat(image(deployment, "b")).isEqualTo("a");
    assertThat(deployment.files()).hasSize(1);
  }

  @Test
  void aRemoteFileIsLeftAlone() {
    Deployment deployment =
        ComposeTexts.load(
            "services: {a: {image: a, extends: {file: 'https://example.com/c.yaml', service: x}}}");

    assertThat(deployment.problems()).isEmpty();
  }

  @Test
  void aLongChainIsAProblemAndNoOverflow() {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("  s%d: {image: a, extends: s%d}\n".formatted(i, i + 1));
    }
    text.append("  s5000: {image: a}\n");

    assertThat(ComposeTexts.load(text.toString()).problems())
        .extracting(Problem::message)
        .contains("More than 50 services extend each other; extend fewer");
  }
}
