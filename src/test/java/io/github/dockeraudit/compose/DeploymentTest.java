package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;

class DeploymentTest {

  @Test
  void valuesOfASingleFileKnowTheirPlace() {
    Deployment deployment =
        Deployment.load(
            Source.of(
                "compose.yaml",
                """
                services:
                  web:
                    image: "example/web:1"
                    ports:
                      - 127.0.0.1:8080:80
                      - target: 443
                        published: "8443"
                    environment:
                      - MODE=fast
                      - HOME
                    depends_on: [db]
                    healthcheck:
                      test: [CMD, curl, -f, localhost]
                  db:
                    image: example/db
                    volumes: [./data:/data:ro]
                """));

    assertThat(deployment.problems()).isEmpty();
    assertThat(deployment.services()).extracting(Service::name).containsExactly("web", "db");
    Service web = deployment.service("web").orElseThrow();
    assertThat(web.image().orElseThrow().text()).isEqualTo("example/web:1");
    assertThat(web.image().orElseThrow().range().text()).isEqualTo("\"example/web:1\"");
    assertThat(web.ports()).extracting(Port::isLocal).containsExactly(true, false);
    assertThat(web.ports()).extracting(port -> port.target().first()).containsExactly(80, 443);
    assertThat(web.environment("MODE").orElseThrow().value().orElseThrow().range().text())
        .isEqualTo("fast");
    assertThat(web.environment("HOME").orElseThrow().value()).isEmpty();
    assertThat(web.dependsOn().get(0).isShort()).isTrue();
    assertThat(web.healthcheck().orElseThrow().test().orElseThrow().startsWith("CMD")).isTrue();
    Mount data = deployment.service("db").orElseThrow().volumes().get(0);
    assertThat(data.type()).isEqualTo(Mount.Type.BIND);
    assertThat(data.source().orElseThrow().range().text()).isEqualTo("./data");
    assertThat(data.readOnly()).isTrue();
  }
}
