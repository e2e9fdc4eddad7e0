package io.github.dockeraudit.survey;

import static io.github.dockeraudit.survey.Surveys.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dockeraudit.survey.HostPort.Reach;
import io.github.dockeraudit.survey.Strength.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentSurveyTest {

  private static final String SHOP =
      """
      services:
        db:
          image: postgres:17
          environment:
            POSTGRES_PASSWORD: ${DB_PASSWORD:?}
            POSTGRES_DB: shop
          volumes:
            - data:/var/lib/postgresql/data
          ports: ["127.0.0.1:5432:5432"]
          healthcheck: {test: ["CMD", "pg_isready"], interval: 10s}
        web:
          image: example.com/shop/web:1.0
          environment:
            LOG_LEVEL: ${LOG_LEVEL:-info}
            TOKEN_FILE: /run/secrets/token
          env_file: [.env]
          depends_on: {db: {condition: service_healthy}}
          ports: ["8080:8080", "9000-9001:9000-9001"]
          volumes: ["./conf:/conf:ro", "/cache"]
        tool:
          image: example.com/shop/tool:1.0
          profiles: [tools]
          networks: [back]
      volumes:
        data:
      networks:
        back:
      """;

  @TempDir Path folder;

  private DeploymentSurvey survey(String text) throws IOException {
    return new Surveys(folder).file("compose.yaml", text).deployment();
  }

  @Test
  void servicesAreToldWithWhatTheyNeed() throws IOException {
    DeploymentSurvey survey = survey(SHOP);

    assertThat(survey.services().stream().map(one -> one.name() + ": " + one.kind().label()))
        .containsExactly("db: database", "web: service", "tool: service");
    assertThat(survey.services().get(1).dependsOn())
        .containsExactly(new ServiceSurvey.Edge("db", "service_healthy", false));
    assertThat(survey.order().waves()).containsExactly(List.of("db", "tool"), List.of("web"));
    assertThat(survey.profiles())
        .containsExactly(
            new ProfileSurvey("", List.of("db", "web"), 2),
            new ProfileSurvey("tools", List.of("tool"), 3));
    assertThat(survey.checked().stream().map(ServiceSurvey::name)).containsExactly("db");
  }

  @Test
  void configurationIsCountedByPlaces() throws IOException {
    Configuration configuration = survey(SHOP).configuration();

    assertThat(configuration.names()).containsExactly("DB_PASSWORD", "LOG_LEVEL");
    assertThat(configuration.required()).as("required").isEqualTo(1);
    assertThat(configuration.withDefault()).as("with default").isEqualTo(1);
    assertThat(configuration.literal()).as("literal").isEqualTo(2);
    assertThat(configuration.interpolated()).as("interpolated").isEqualTo(2);
    assertThat(configuration.envFiles()).containsExactly(".env");
  }

  @Test
  void anAnchorThatServicesShareCountsOnce() throws IOException {
    DeploymentSurvey survey =
        survey(
            """
            x-env: &env
              MODE: ${MODE}
            services:
              a: {image: alpine, environment: *env}
              b: {image: alpine, environment: *env}
            """);

    assertThat(survey.configuration().withoutDefault()).isEqualTo(1);
    assertThat(survey.configuration().interpolated()).isEqualTo(1);
  }

  @Test
  void secretsAreCountedAndNeverTold() throws IOException {
    DeploymentSurvey survey =
        survey(
            """
            services:
              a:
                image: alpine
                environment:
                  API_TOKEN: ${API_TOKEN}
                  DB_PASSWORD: ${DB_PASSWORD:-hunter2hunter2}
                  ROOT_PASSWORD: correct-horse-battery
                  SMTP_PASSWORD:
                  KEY_PASSWORD_FILE: /run/secrets/key
            """);

    assertThat(survey.secrets()).isEqualTo(new SecretCount(4, 1, 1));
    assertThat(survey.secrets().toString()).doesNotContain("hunter2", "horse");
    assertThat(kinds(survey.strengths())).doesNotContain(Kind.SECRETS_OUTSIDE);
  }

  @Test
  void mountsKnowWhatIsData() throws IOException {
    assertThat(survey(SHOP).mounts())
        .extracting(
            MountSurvey::service, MountSurvey::kind, MountSurvey::isReadOnly, MountSurvey::isData)
        .containsExactly(
            tuple("db", MountSurvey.Kind.NAMED_VOLUME, false, true),
            tuple("web", MountSurvey.Kind.BIND, true, false),
            tuple("web", MountSurvey.Kind.ANONYMOUS_VOLUME, false, false));
  }

  @Test
  void portsAreInTheOrderOfTheHost() throws IOException {
    assertThat(survey(SHOP).ports())
        .extracting(HostPort::service, HostPort::reach)
        .containsExactly(
            tuple("db", Reach.LOCAL), tuple("web", Reach.PUBLIC), tuple("web", Reach.PUBLIC));
  }

  @Test
  void whoIsOnANetworkIsTold() throws IOException {
    assertThat(survey(SHOP).networks())
        .containsExactly(
            new NetworkSurvey("back", true, Optional.empty(), List.of("tool")),
            new NetworkSurvey("default", false, Optional.empty(), List.of("db", "web")));
  }

  @Test
  void whatHoldsIsTold() throws IOException {
    assertThat(survey(SHOP).strengths().stream().map(Strength::text))
        .containsExactly(
            "No secret in the file: all 2 places take theirs from outside",
            "Ordered start: the one dependency waits until the other service is ready",
            "Not open to the network: db",
            "Optional services are behind profiles: tools",
            "The data of db is in a named volume",
            "1 of 1 files and folders of the host are mounted read-only");
  }

  @Test
  void aDependencyThatIsOnlyStartedIsNoOrderedStart() throws IOException {
    String text = SHOP.replace("{db: {condition: service_healthy}}", "[db]");

    assertThat(kinds(survey(text).strengths())).doesNotContain(Kind.ORDERED_START);
  }

  @Test
  void anOpenDataPortOrAnAnonymousVolumeIsNoStrength() throws IOException {
    String text = SHOP.replace("127.0.0.1:", "").replace("data:/var/lib", "/var/lib");

    assertThat(kinds(survey(text).strengths()))
        .doesNotContain(Kind.CLOSED_DATA_PORTS, Kind.NAMED_DATA);
  }

  @Test
  void aSingleReadOnlyMountAmongManyIsNoHabit() throws IOException {
    String text = SHOP.replace("\"/cache\"", "./a:/a, ./b:/b");

    assertThat(kinds(survey(text).strengths())).doesNotContain(Kind.READ_ONLY_MOUNTS);
  }

  @Test
  void aCircleHasNoStartOrder() throws IOException {
    DeploymentSurvey survey =
        survey(
            """
            services:
              a: {image: alpine, depends_on: [b]}
              b: {image: alpine, depends_on: [a]}
              c: {image: alpine}
            """);

    assertThat(survey.order().blocked()).containsExactly("a", "b");
    assertThat(survey.strengths()).as("compose refuses it").isEmpty();
  }
}
