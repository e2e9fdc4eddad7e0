package io.github.dockeraudit.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.survey.Advice.Effort;
import io.github.dockeraudit.survey.Advice.Priority;
import io.github.dockeraudit.survey.Practice.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {

  @TempDir Path folder;

  private Survey survey() throws IOException {
    return new Surveys(folder)
        .file(
            "Dockerfile", "FROM python:3.13\nCOPY . .\nCMD [\"python\", \"main.py\"]\nEXPOSE 80\n")
        .file("main.py", "print(1)\n")
        .file(
            "compose.yaml",
            """
            services:
              web: {build: ., depends_on: [db]}
              db:
                image: postgres:17
                ports: ["5432:5432"]
                healthcheck: {test: ["CMD", "pg_isready"]}
                environment: {POSTGRES_PASSWORD: "${DB_PASSWORD:-changeme}"}
            """)
        .survey();
  }

  private static Optional<Practice> practice(Survey survey, Kind kind) {
    return survey.practices().stream().filter(one -> one.kind() == kind).findFirst();
  }

  @Test
  void practicesAreCountedWhereTheyCanBeFollowed() throws IOException {
    Survey survey = survey();

    assertThat(practice(survey, Kind.NON_ROOT_USERS).orElseThrow().lacking())
        .containsExactly("Dockerfile");
    assertThat(practice(survey, Kind.LIMITS).orElseThrow().percent()).isZero();
    assertThat(practice(survey, Kind.CLOSED_DATA_PORTS).orElseThrow().lacking())
        .containsExactly("compose.yaml db");
    assertThat(practice(survey, Kind.NO_GUESSABLE_DEFAULTS).orElseThrow().holds()).isZero();
    assertThat(practice(survey, Kind.HEALTHY_DEPENDENCIES).orElseThrow().of()).isEqualTo(1);
    assertThat(practice(survey, Kind.MULTI_STAGE)).as("nothing is built").isEmpty();
    assertThat(practice(survey, Kind.READ_ONLY_MOUNTS)).as("nothing is mounted").isEmpty();
  }

  @Test
  void adviceBringsTheChangeAndTheGain() throws IOException {
    Survey survey = survey();
    Advice port = advice(survey, "published-data-port");

    assertThat(port.priority()).isEqualTo(Priority.CRITICAL);
    assertThat(port.effort()).isEqualTo(Effort.NONE);
    assertThat(port.gain()).isPositive();
    assertThat(port.changes()).extracting(FileChange::path).containsExactly("compose.yaml");
    assertThat(port.changes().get(0).after().text())
        .contains("127.0.0.1:5432:5432")
        .as("only this rule is mended")
        .contains("${DB_PASSWORD:-changeme}");
  }

  private static Advice advice(Survey survey, String rule) {
    return survey.advice().stream()
        .filter(one -> one.rule().filter(info -> info.name().equals(rule)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void milestonesNeverLowerTheMark() throws IOException {
    Survey survey = survey();
    int last = survey.score().overall();
    for (Milestone milestone : survey.milestones()) {
      assertThat(milestone.after().overall()).isGreaterThanOrEqualTo(last);
      last = milestone.after().overall();
    }
    assertThat(last).as("nothing is left").isEqualTo(100);
  }

  @Test
  void theSameInputGivesTheSameSurvey() throws IOException {
    Survey one = survey();
    Survey other = survey();

    assertThat(other.strengths()).isEqualTo(one.strengths());
    assertThat(other.practices()).isEqualTo(one.practices());
    assertThat(other.advice().stream().map(Advice::title))
        .containsExactlyElementsOf(one.advice().stream().map(Advice::title).toList());
  }

  @Test
  void whatHoldsInFewDockerfilesIsNoStrengthOfTheProject() throws IOException {
    String root = "FROM alpine:3.22\nCMD [\"a\"]\n";
    Survey survey =
        new Surveys(folder)
            .file("a/Dockerfile", root)
            .file("b/Dockerfile", root)
            .file("c/Dockerfile", root.replace("CMD", "USER 1\nCMD"))
            .survey();

    assertThat(Surveys.kinds(survey.dockerfiles().get(2).strengths()))
        .contains(Strength.Kind.NON_ROOT_USER);
    assertThat(Surveys.kinds(survey.strengths()))
        .contains(Strength.Kind.MINIMAL_BASE)
        .doesNotContain(Strength.Kind.NON_ROOT_USER);
  }

  @Test
  void anEmptyProjectHasNothingToTell() {
    Survey survey = new Surveys(folder).survey();

    assertThat(survey.strengths()).isEmpty();
    assertThat(survey.advice()).isEmpty();
    assertThat(survey.practices()).isEmpty();
    assertThat(survey.developers().missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, LATEST",
    "nginx:latest, LATEST",
    "nginx:alpine, VARIANT",
    "nginx:alpine3.22, VARIANT",
    "nginx:1.29-alpine, VERSION",
    "eclipse-temurin:21-jre, VERSION",
    "debian:trixie-slim, VARIANT",
    "nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, DIGEST"
  })
  void aTagPinsAsFarAsItHasAVersion(String image, Pin pin) {
    assertThat(Pin.of(ImageReference.parse(image).orElseThrow())).isEqualTo(pin);
  }

  @ParameterizedTest
  @CsvSource({
    "python:3.13, python:3.13-slim",
    "python:3.13-bookworm, python:3.13-slim",
    "nginx:alpine, nginx:alpine-slim",
    "postgres:17, postgres:17-alpine",
    "debian:trixie, debian:trixie-slim",
    "python:3.13-slim, ''",
    "example.com/a:1, ''"
  })
  void aSmallerVariantIsOneOfTheSameVersion(String image, String smaller) {
    assertThat(
            SmallerImage.of(ImageReference.parse(image).orElseThrow())
                .map(DockerfileStrengths::familiar)
                .orElse(""))
        .isEqualTo(smaller);
  }

  private record Overflowing() implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return RuleInfo.warning("DA1499", "test").summary("Test").fixedAlways();
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return Stream.of(
          finding(file.source()::range, "Test")
              .mendedBy(
                  () -> {
                    throw new StackOverflowError("of a rule");
                  }));
    }
  }

  @Test
  void whatBreaksDownBesideTheSurveyIsToldAsIfItHadNotBeenBesideIt() {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM a:1\n"));
    Audit audit =
        new Auditor(Ruleset.of(List.of(new Overflowing()))).audit(Project.of(file, Surveys.TODAY));
    assertThatThrownBy(() -> Survey.of(audit)).isInstanceOf(StackOverflowError.class);
  }
}
