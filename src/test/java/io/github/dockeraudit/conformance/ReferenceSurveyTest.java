package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.survey.Advice;
import io.github.dockeraudit.survey.DeploymentSurvey;
import io.github.dockeraudit.survey.DockerfileSurvey;
import io.github.dockeraudit.survey.InstallLayer;
import io.github.dockeraudit.survey.ProfileSurvey;
import io.github.dockeraudit.survey.ServiceSurvey;
import io.github.dockeraudit.survey.StageRole;
import io.github.dockeraudit.survey.StageSurvey;
import io.github.dockeraudit.survey.Survey;
import io.github.dockeraudit.survey.Task;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares what is told of a real project with what a person told of it. */
@Tag("conformance")
class ReferenceSurveyTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolveSibling("reference-audit");

  private static Survey survey;

  @BeforeAll
  static void surveys() {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(rule -> rule.enabled());
    survey =
        Survey.of(
            Auditor.mended(
                new Auditor(rules)
                    .audit(
                        Discovery.of(DATA.resolve("before"))
                            .today(LocalDate.of(2026, 9, 1))
                            .discover())));
  }

  @Test
  void nineServicesFiveOfThemCheckedByThemselvesAndOneByItsStage() {
    DeploymentSurvey deployment = survey.deployments().get(0);

    assertThat(deployment.services()).hasSize(9);
    assertThat(deployment.checked().stream().map(ServiceSurvey::name))
        .containsExactly("db", "redis", "mtproto", "frontend", "frontend-dev", "api");
    assertThat(deployment.profiles().stream().map(ProfileSurvey::name))
        .containsExactly("", "dev", "full", "mtproto");
    assertThat(deployment.order().waves().get(0)).containsExactly("db", "redis");
    assertThat(deployment.services()).noneMatch(ServiceSurvey::hasMemoryLimit);
  }

  @Test
  void noInstallFollowsTheSources() {
    assertThat(survey.dockerfiles().stream().flatMap(file -> file.installs().stream()))
        .hasSize(5)
        .extracting(InstallLayer::order)
        .containsOnly(InstallLayer.Order.BEFORE_SOURCES, InstallLayer.Order.NO_SOURCES);
  }

  @Test
  void stagesAreSixOneAndFourAndOneOfThemServesNothing() {
    assertThat(survey.dockerfiles().stream().map(file -> file.stages().size()))
        .containsExactly(6, 1, 4);
    assertThat(
            survey.dockerfiles().stream()
                .map(DockerfileSurvey::stages)
                .flatMap(List::stream)
                .filter(stage -> stage.role() == StageRole.UNUSED)
                .map(StageSurvey::title))
        .containsExactly("base");
  }

  @Test
  void commandsAreElevenAndFiveTasksAreMissing() {
    assertThat(survey.developers().commands()).containsEntry("Makefile", 11);
    assertThat(survey.developers().missing())
        .containsExactly(Task.BUILD, Task.SHELL, Task.CLEAN, Task.BACKUP, Task.RESTORE);
  }

  @Test
  void theScriptThatWaitsIsStartedByNothing() {
    assertThat(survey.scripts())
        .singleElement()
        .satisfies(
            script -> {
              assertThat(script.stopsOnError()).isTrue();
              assertThat(script.handsOver()).isTrue();
              assertThat(script.waits()).hasSize(2);
              assertThat(script.startsContainer()).isEqualTo(Answer.NO);
            });
  }

  @Test
  void noSecretIsWrittenIntoAFileButForDefaults() {
    assertThat(survey.deployments().get(0).secrets().hardCoded()).isZero();
    assertThat(survey.deployments().get(0).secrets().withWrittenDefault()).isEqualTo(6);
  }

  @Test
  void whatThePersonCalledCriticalIsCritical() {
    assertThat(
            survey.advice().stream()
                .filter(one -> one.priority() == Advice.Priority.CRITICAL)
                .flatMap(one -> one.rule().stream())
                .map(rule -> rule.name()))
        .contains("missing-user", "missing-limits", "published-data-port");
  }
}
