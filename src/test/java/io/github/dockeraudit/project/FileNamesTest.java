package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile",
        "dockerfile",
        "Containerfile",
        "Dockerfile.dev",
        "Dockerfile.jvm",
        "Dockerfile.native-micro",
        "Dockerfile.windows-amd64",
        "Dockerfile-3.0",
        "Dockerfile_test",
        "Containerfile.dev",
        "api.Dockerfile",
        "api.dockerfile",
        "api.Containerfile",
        "api-Dockerfile",
        "apiDockerfile",
        "Dockerfile.java",
        "Dockerfile.test",
      })
  void isADockerfile(String name) {
    assertThat(FileNames.isDockerfile(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile.dockerignore",
        "Dockerfile.md",
        "Dockerfile.txt",
        "Dockerfile.bak",
        "Dockerfile.orig",
        "Dockerfile.dev.orig",
        "Dockerfile~",
        "Dockerfile.dev~",
        ".Dockerfile.swp",
        "#Dockerfile#",
        "Dockerfile.j2",
        "Dockerfile.tmpl",
        "Dockerfile.template",
        "Dockerfile-template",
        "Dockerfile.in",
        "Dockerfiles",
        "DockerfileParser",
        "mydockerfile",
        "Makefile",
        "docker",
      })
  void isNoDockerfile(String name) {
    assertThat(FileNames.isDockerfile(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dockerfile.j2", "Dockerfile-template", "Dockerfile.in", "a.Dockerfile.tmpl"})
  void isATemplate(String name) {
    assertThat(FileNames.isDockerfileTemplate(name)).isEqualTo(!name.startsWith("a."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.yaml",
        "compose.yml",
        "docker-compose.yml",
        "docker-compose.yaml",
        "docker-compose.prod.yml",
        "docker-compose-dev.yml",
        "docker-compose_2.4.yml",
        "compose.override.yaml",
        "infrastructure-compose.yaml",
        "gateway-docker-compose.yml",
        "dev.compose.yml",
        "docker-stack.yml",
      })
  void isAComposeFile(String name) {
    assertThat(FileNames.isCompose(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "composer.json",
        "compose.yml.j2",
        "composition.yml",
        "docker-compose.sh",
        "application.yml",
        "docker-composer.yml",
      })
  void isNoComposeFile(String name) {
    assertThat(FileNames.isCompose(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", ".env.example", ".env.local", "db.env", "env.example"})
  void setsVariables(String name) {
    assertThat(FileNames.isEnv(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".envrc", "environment.ts", "env", "env.js"})
  void setsNoVariables(String name) {
    assertThat(FileNames.isEnv(name)).isFalse();
  }
}
