package io.github.dockeraudit.survey;

import static io.github.dockeraudit.survey.Surveys.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.survey.InstallLayer.Order;
import io.github.dockeraudit.survey.Strength.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileSurveyTest {

  private static final String TWO_STAGES =
      """
      FROM python:3.13-slim AS build
      RUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*
      COPY requirements.txt ./
      RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir -r requirements.txt

      FROM python:3.13-slim
      RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*
      COPY --from=build /venv /venv
      COPY . .
      USER 10001
      CMD ["/venv/bin/python", "main.py"]
      """;

  @TempDir Path folder;

  private DockerfileSurvey survey(String text) throws IOException {
    return new Surveys(folder).file("Dockerfile", text).dockerfile();
  }

  @Test
  void whatHoldsIsTold() throws IOException {
    assertThat(survey(TWO_STAGES).strengths().stream().map(Strength::text))
        .containsExactly(
            "Runs as 10001, not as root",
            "Multi-stage build: 2 stages; stage 1 takes /venv from build",
            "Compilers stay behind in build: gcc",
            "Virtual environment /venv is made in build and handed to stage 1 as a whole",
            "Minimal base image: python:3.13-slim",
            "Base image with a version: python:3.13-slim",
            "Dependencies apart from sources: a change of code does not repeat pip install",
            "No package cache stays in a layer of the image",
            "CMD and ENTRYPOINT in exec form, so that signals arrive");
  }

  @Test
  void stagesThatHandNothingOverAreNoMultiStageBuild() throws IOException {
    DockerfileSurvey survey =
        survey(
            "FROM alpine:3.22 AS one\nFROM one AS two\nRUN true\nFROM alpine:3.22\nCMD [\"a\"]\n");

    assertThat(kinds(survey.strengths())).doesNotContain(Kind.MULTI_STAGE, Kind.ISOLATED_BUILD);
    assertThat(survey.stages().stream().map(StageSurvey::role))
        .containsExactly(StageRole.BASE, StageRole.UNUSED, StageRole.SHIPPED);
  }

  @Test
  void anImageWithACompilerOfItsOwnLeavesNoneBehind() throws IOException {
    String text = TWO_STAGES.replace("--no-install-recommends libpq5", "-y make");

    assertThat(kinds(survey(text).strengths())).doesNotContain(Kind.ISOLATED_BUILD);
  }

  @Test
  void aBaseThatHasCompilersLeavesNoneBehind() throws IOException {
    String text = TWO_STAGES.replace("\nFROM python:3.13-slim\n", "\nFROM golang:1.25-alpine\n");

    assertThat(kinds(survey(text).strengths())).doesNotContain(Kind.ISOLATED_BUILD);
  }

  @Test
  void aUserThatNobodyKnowsIsNoStrength() throws IOException {
    assertThat(kinds(survey("FROM example.com/team/app:1.0\nCMD [\"app\"]\n").strengths()))
        .doesNotContain(Kind.NON_ROOT_USER, Kind.MINIMAL_BASE, Kind.HEALTH_CHECKS);
  }

  @Test
  void rootInOneOfSeveralImagesIsNoStrength() throws IOException {
    DockerfileSurvey survey =
        new Surveys(folder)
            .file("Dockerfile", "FROM alpine:3.22 AS a\nUSER 1\nFROM alpine:3.22 AS b\n")
            .file("compose.yaml", "services:\n  a: {build: {context: ., target: a}}\n")
            .dockerfile();

    assertThat(kinds(survey.strengths())).doesNotContain(Kind.NON_ROOT_USER);
  }

  @Test
  void cachesThatStayAreNoStrength() throws IOException {
    String text = TWO_STAGES.replace("libpq5 && rm -rf /var/lib/apt/lists/*", "libpq5");

    assertThat(kinds(survey(text).strengths())).doesNotContain(Kind.CLEAN_LAYERS);
  }

  @Test
  void nothingInstalledIsNothingCleaned() throws IOException {
    assertThat(kinds(survey("FROM alpine:3.22\nCMD [\"a\"]\n").strengths()))
        .doesNotContain(Kind.CLEAN_LAYERS, Kind.MANIFESTS_FIRST, Kind.CACHE_MOUNTS);
  }

  @Test
  void aShellFormIsNoExecForm() throws IOException {
    assertThat(kinds(survey("FROM alpine:3.22\nCMD app\n").strengths()))
        .doesNotContain(Kind.EXEC_FORM);
  }

  @Test
  void aTagWithoutVersionIsNotPinned() throws IOException {
    assertThat(kinds(survey("FROM nginx:alpine3.22\n").strengths()))
        .contains(Kind.MINIMAL_BASE)
        .doesNotContain(Kind.PINNED_BASE);
  }

  @Test
  void aFileThatDockerRefusesHasNoStrengths() throws IOException {
    assertThat(survey("FROM alpine:3.22\nUSER app\nNONSENSE\n").strengths()).isEmpty();
  }

  @Test
  void sourcesBeforeTheInstallAreNamed() throws IOException {
    DockerfileSurvey survey = survey("FROM node:24-slim\nCOPY . .\nRUN npm ci\n");

    assertThat(survey.installs())
        .singleElement()
        .satisfies(
            layer -> {
              assertThat(layer.order()).isEqualTo(Order.AFTER_SOURCES);
              assertThat(layer.copy().orElseThrow().range()).hasToString("Dockerfile:2:6");
            });
    assertThat(kinds(survey.strengths())).doesNotContain(Kind.MANIFESTS_FIRST);
    assertThat(survey.changes().get(0).again()).hasSize(1);
  }

  @Test
  void aFolderThatMayHoldSourcesLeavesTheOrderOpen() throws IOException {
    DockerfileSurvey survey =
        survey("FROM node:24-slim\nCOPY tools ./tools\nRUN npm ci\nCOPY . .\n");

    assertThat(survey.installs().get(0).order()).isEqualTo(Order.UNKNOWN);
    assertThat(kinds(survey.strengths())).doesNotContain(Kind.MANIFESTS_FIRST);
  }

  @Test
  void aSecondRunOfTheSameToolIsNoLateInstall() throws IOException {
    DockerfileSurvey survey =
        survey(
            """
            FROM maven:3.9-eclipse-temurin-21
            COPY pom.xml .
            RUN mvn dependency:go-offline
            COPY src ./src
            RUN mvn package
            """);

    assertThat(survey.installs())
        .singleElement()
        .satisfies(layer -> assertThat(layer.order()).isEqualTo(Order.BEFORE_SOURCES));
    assertThat(survey.changes().get(0).again().stream().map(run -> run.startLine()))
        .containsExactly(5);
  }

  @Test
  void whatComesFromAChangedStageIsBuiltAgainAndNothingElse() throws IOException {
    DockerfileSurvey survey =
        survey(
            """
            FROM node:24-slim AS build
            COPY package.json ./
            RUN npm install
            COPY src ./src
            RUN npm run build
            FROM nginx:1.29-alpine
            RUN apk add --no-cache tzdata
            COPY --from=build /dist /srv
            RUN chmod -R a+r /srv
            """);

    assertThat(survey.changes().get(0).runs()).hasSize(4);
    assertThat(survey.changes().get(0).again().stream().map(run -> run.startLine()))
        .containsExactly(5, 9);
  }
}
