package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.survey.Advice;
import io.github.dockeraudit.survey.Configuration;
import io.github.dockeraudit.survey.DeploymentSurvey;
import io.github.dockeraudit.survey.DockerfileSurvey;
import io.github.dockeraudit.survey.InstallLayer;
import io.github.dockeraudit.survey.MountSurvey;
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

  /** The person counted 12 uses of variables with a default: there are 34, of 17 variables. */
  @Test
  void settingsComeFromVariablesAndOneFile() {
    Configuration configuration = survey.deployments().get(0).configuration();

    assertThat(configuration.withDefault()).isEqualTo(34);
    assertThat(configuration.names()).hasSize(17);
    assertThat(configuration.withoutDefault()).isEqualTo(2);
    assertThat(configuration.envFiles()).containsExactly(".env");
    assertThat(configuration.servicesWithEnvFile())
        .as("five services, and not all, as the person has it")
        .isEqualTo(5);
  }

  @Test
  void dataIsInNamedVolumesAndOneNetworkHoldsAll() {
    DeploymentSurvey deployment = survey.deployments().get(0);

    assertThat(deployment.mounts())
        .filteredOn(mount -> mount.kind() == MountSurvey.Kind.NAMED_VOLUME)
        .allMatch(MountSurvey::isData)
        .extracting(mount -> mount.service() + " " + mount.onHost().orElseThrow())
        .containsExactly("db analyticbot_pgdata", "redis analyticbot_redisdata");
    assertThat(deployment.mounts().stream().filter(MountSurvey::isReadOnly)).hasSize(5);
    assertThat(deployment.networks())
        .singleElement()
        .satisfies(
            network -> {
              assertThat(network.onHost()).contains("analyticbot_network");
              assertThat(network.services()).hasSize(9);
            });
  }

  @Test
  void portsAreThoseOfThePerson() {
    assertThat(survey.deployments().get(0).ports())
        .extracting(port -> port.published().orElseThrow() + " " + port.service())
        .containsExactly("3000 frontend", "5173 frontend-dev", "5433 db", "6380 redis", "8000 api");
  }

  @Test
  void dependenciesAreThoseOfThePersonAndTwoOfThemWaitForNoHealth() {
    DeploymentSurvey deployment = survey.deployments().get(0);

    assertThat(deployment.services())
        .extracting(
            service ->
                service.name() + service.dependsOn().stream().map(ServiceSurvey.Edge::on).toList())
        .containsExactly(
            "db[]",
            "redis[]",
            "mtproto[db, redis]",
            "frontend[api]",
            "frontend-dev[api]",
            "api[db, redis]",
            "bot[db, redis]",
            "worker[db, redis]",
            "beat[db, redis]");
    assertThat(
            deployment.services().stream()
                .flatMap(service -> service.dependsOn().stream())
                .filter(edge -> edge.shortCondition().equals("started")))
        .hasSize(2);
    assertThat(deployment.order().waves()).hasSize(3);
    assertThat(deployment.order().blocked()).isEmpty();
  }

  @Test
  void eachProfileStartsWhatThePersonSays() {
    assertThat(survey.deployments().get(0).profiles())
        .extracting(profile -> profile.name() + profile.adds() + " " + profile.count())
        .containsExactly(
            "[db, redis, frontend, api, bot] 5",
            "dev[frontend-dev] 6",
            "full[worker, beat] 7",
            "mtproto[mtproto] 6");
  }

  @Test
  void aNewDeveloperCopiesTheVariablesAndStarts() {
    assertThat(survey.developers().steps())
        .extracting(step -> step.toString())
        .anyMatch(step -> step.contains(".env.example"))
        .anyMatch(step -> step.contains("make up"));
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
