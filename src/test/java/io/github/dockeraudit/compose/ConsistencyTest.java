package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyTest {

  /** A tilde stands for the beginning of the next attribute. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "networks: [back] | The network 'back' is not declared; add it to 'networks' at the top level",
        "volumes: ['data:/d'] | The volume 'data' is not declared; add it to 'volumes' at the top level",
        "secrets: [s] | The secret 's' is not declared; add it to 'secrets' at the top level",
        "configs: [c] | The config 'c' is not declared; add it to 'configs' at the top level",
        "build: {secrets: [s]} | The secret 's' is not declared; add it to 'secrets' at the top level",
        "depends_on: [db] | There is no service 'db'; declare it or correct the name",
        "links: ['db:alias'] | There is no service 'db'; declare it or correct the name",
        "network_mode: service:db | There is no service 'db'; declare it or correct the name",
        "volumes_from: ['db:ro'] | There is no service 'db'; declare it or correct the name",
        "depends_on: [web] | Service 'web' waits for itself in the end; break the circle",
        "healthcheck: {test: [curl, x]} | A health check list must begin with CMD, CMD-SHELL or"
            + " NONE; add one",
        "command: echo 'x | A quote is not closed; close it",
        "cpus: 1~deploy: {resources: {limits: {cpus: '2'}}} | 'cpus' differs from"
            + " 'deploy.resources.limits.cpus'; keep one of the two",
        "mem_limit: 1g~deploy: {resources: {limits: {cpus: '2'}}} | 'mem_limit' differs from"
            + " 'deploy.resources.limits.memory'; keep one of the two",
        "scale: 2~deploy: {replicas: 3} | 'scale' differs from 'deploy.replicas'; keep one of"
            + " the two",
        "scale: 2~container_name: web | 'container_name' allows one container only; remove it"
            + " or scale to 1",
        "network_mode: host~networks: [default] | 'network_mode' and 'networks' exclude each"
            + " other; keep one",
        "build: {dockerfile: D, dockerfile_inline: x} | 'dockerfile_inline' and 'dockerfile' exclude"
            + " each other; keep one",
        "platform: a/b~build: {platforms: [c/d]} | The platforms of the build lack 'a/b', the"
            + " service's; add it",
        "extra_hosts: [a] | The host has no address; write NAME:ADDRESS",
        "devices: ['a:b:c:d'] | The device has too many colons; write HOST:CONTAINER:RIGHTS",
        "develop: {watch: [{path: ., action: sync}]} | 'sync' needs a 'target'; add it",
      })
  void whatDoesNotFitTogetherIsSaid(String attribute, String message) {
    String text =
        "services:\n  web:\n    image: web\n    " + attribute.replace("~", "\n    ") + "\n";

    assertThat(ComposeTexts.load(text).problems())
        .extracting(Problem::message)
        .containsExactly(message);
  }

  @Test
  void aServiceNeedsAnImageOrABuild() {
    assertThat(ComposeTexts.problems("services:\n  web: {user: app}\n"))
        .containsExactly("compose.yaml:2:3 Service 'web' has no image; add 'image' or 'build'");
    assertThat(ComposeTexts.load("services: {web: {image: $IMAGE}}").problems().get(0).unset())
        .containsExactly("IMAGE");
  }

  @Test
  void aCircleOfDependenciesIsSaidOnce() {
    assertThat(
            ComposeTexts.problems(
                """
                services:
                  a: {image: a, depends_on: [b]}
                  b: {image: b, depends_on: [c]}
                  c: {image: c, links: [a]}
                """))
        .containsExactly(
            "compose.yaml:4:25 Service 'a' waits for itself in the end; break the circle");
  }

  @Test
  void aServiceOfAProfileCanBeDependedOn() {
    assertThat(
            ComposeTexts.problems(
                """
                services:
                  a: {image: a, depends_on: {b: {condition: service_started, required: false}}}
                  b: {image: b, profiles: [debug]}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secrets: {s: {}} | 's' needs one of file, environment; add it",
        "secrets: {s: {file: a, environment: A}} | 's' may have only one of file, environment;"
            + " remove the others",
        "configs: {c: {name: x}} | 'c' needs one of file, environment, content; add it",
        "networks: {n: {name: a, external: {name: b}}} | 'external.name' differs from 'name'; keep"
            + " 'name'",
        "volumes: {v: {external: true, driver: local}} | 'driver' has no effect on an external"
            + " volume; remove it",
      })
  void declarationsMustBeComplete(String section, String message) {
    assertThat(ComposeTexts.load("services: {}\n" + section).problems())
        .extracting(Problem::message)
        .containsExactly(message);
  }
}
