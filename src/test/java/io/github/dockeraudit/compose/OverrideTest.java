package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an override file does to a base file. */
class OverrideTest {

  private static Deployment merged(String base, String override) {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "services:\n  web:\n    image: web\n" + base.indent(4))
            .file("compose.override.yaml", "services:\n  web:\n" + override.indent(4))
            .load("compose.yaml", "compose.override.yaml");
    assertThat(ComposeTexts.problems(deployment)).isEmpty();
    return deployment;
  }

  private static Service web(String base, String override) {
    return merged(base, override).service("web").orElseThrow();
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  /** {@code NAME=value}, or the name alone where the environment gives the value. */
  private static List<String> pairs(List<Variable> variables) {
    return variables.stream()
        .map(variable -> variable.name() + variable.value().map(value -> "=" + value).orElse(""))
        .toList();
  }

  @Test
  void scalarsAreReplacedAndKnowTheirFile() {
    Service web = web("restart: always\nuser: app", "restart: 'no'");

    Scalar restart = web.restart().orElseThrow();
    assertThat(restart.text()).isEqualTo("no");
    assertThat(restart.range().source().path()).isEqualTo("compose.override.yaml");
    assertThat(web.user().orElseThrow().range().source().path()).isEqualTo("compose.yaml");
    assertThat(web.range()).hasToString("compose.yaml:2:3");
  }

  @Test
  void listsGrow() {
    assertThat(texts(web("cap_drop: [A, B]", "cap_drop: [B, C]").capDrop()))
        .containsExactly("A", "B", "C");
    assertThat(texts(web("tmpfs: /a", "tmpfs: [/b, /a]").tmpfs())).containsExactly("/a", "/b");
    assertThat(web("env_file: a.env", "env_file: [{path: b.env, required: false}]").envFiles())
        .extracting(file -> file.path().text())
        .containsExactly("a.env", "b.env");
  }

  @Test
  void commandsAreReplacedAsAWhole() {
    Service web =
        web(
            "command: [a, b]\nentrypoint: x y\nhealthcheck: {test: [CMD, a, b], retries: 3}",
            "command: [c]\nentrypoint: z\nhealthcheck: {test: [CMD, c], interval: 5s}");

    assertThat(texts(web.command().orElseThrow().words())).containsExactly("c");
    assertThat(web.entrypoint().orElseThrow().string().orElseThrow().text()).isEqualTo("z");
    HealthCheck check = web.healthcheck().orElseThrow();
    assertThat(texts(check.test().orElseThrow().words())).containsExactly("CMD", "c");
    assertThat(check.retries()).isPresent();
    assertThat(check.interval()).isPresent();
  }

  @Test
  void aNullCommandTakesTheCommandAway() {
    assertThat(web("command: [a]", "command: null").command()).isEmpty();
  }

  @Test
  void variablesMergeByNameInBothForms() {
    Service maps = web("environment: {A: 1, B: 1}", "environment: {B: 2, C: 2}");
    Service lists = web("environment: [A=1, B=1]", "environment: [B=2, C]");
    Service mixed = web("environment: [A=1, B=1]", "environment: {B: 2, C: }");

    assertThat(pairs(maps.environment())).containsExactly("A=1", "B=2", "C=2");
    assertThat(pairs(lists.environment())).containsExactly("A=1", "B=2", "C");
    assertThat(pairs(mixed.environment())).containsExactly("A=1", "B=2", "C");
    assertThat(mixed.environment("B").orElseThrow().value().orElseThrow().range())
        .hasToString("compose.override.yaml:3:22");
  }

  @Test
  void aPortOfTheSameKeyReplacesTheEarlier() {
    Service web =
        web(
            "ports: ['8080:80', '9090:90']",
            "ports:\n  - {target: 80, published: 8080, mode: host}\n  - '8080:81'");

    assertThat(web.ports())
        .extracting(port -> port.published().orElseThrow() + ":" + port.target() + port.mode())
        .containsExactly("8080:80host", "9090:90ingress", "8080:81ingress");
  }

  @Test
  void aMountOfTheSameTargetReplacesTheEarlier() {
    Service web = web("volumes: ['./a:/x', './b:/y']", "volumes: ['./c:/x:ro']");

    assertThat(web.volumes())
        .extracting(mount -> mount.source().orElseThrow().text())
        .containsExactly("./c", "./b");
  }

  @Test
  void bothFormsOfABuildMerge() {
    Build build = web("build: ./app", "build: {target: dev, args: {A: 1}}").build().orElseThrow();

    assertThat(build.context().orElseThrow().text()).isEqualTo("./app");
    assertThat(build.target().orElseThrow().text()).isEqualTo("dev");
    assertThat(pairs(build.args())).containsExactly("A=1");
  }

  @Test
  void bothFormsOfDependenciesMerge() {
    Deployment deployment =
        new ComposeTexts()
            .file(
                "compose.yaml",
                """
                services:
                  web: {image: web, depends_on: [db, cache]}
                  db: {image: db}
                  cache: {image: cache}
                  mail: {image: mail}
                """)
            .file(
                "compose.override.yaml",
                """
                services:
                  web:
                    depends_on:
                      db: {condition: service_healthy, required: false}
                      mail: {condition: service_started}
                """)
            .load("compose.yaml", "compose.override.yaml");

    List<Dependency> dependencies = deployment.service("web").orElseThrow().dependsOn();
    assertThat(dependencies).extracting(Dependency::service).containsExactly("db", "cache", "mail");
    assertThat(dependencies).extracting(Dependency::isShort).containsExactly(false, true, false);
    assertThat(dependencies.get(0).condition().orElseThrow().text()).isEqualTo("service_healthy");
    assertThat(dependencies.get(0).isOptional()).isTrue();
    assertThat(dependencies.get(1).condition().orElseThrow().text()).isEqualTo("service_started");
  }

  @Test
  void bothFormsOfNetworksMerge() {
    Service web =
        new ComposeTexts()
            .file(
                "a.yaml",
                "services: {web: {image: web, networks: [one]}}\nnetworks: {one: , two: }\n")
            .file("b.yaml", "services: {web: {networks: {two: {aliases: [w]}}}}\n")
            .load("a.yaml", "b.yaml")
            .service("web")
            .orElseThrow();

    assertThat(web.networks()).extracting(Attachment::network).containsExactly("one", "two");
    assertThat(web.networks().get(1).options().orElseThrow().has("aliases")).isTrue();
  }

  @Test
  void loggingOptionsMergeForTheSameDriverOnly() {
    String base = "logging: {driver: json-file, options: {max-size: 1m}}";

    assertThat(web(base, "logging: {options: {max-file: '3'}}").logging().orElseThrow())
        .hasToString(
            "[Entry[key=driver, value=json-file], Entry[key=options, "
                + "value=[Entry[key=max-size, value=1m], Entry[key=max-file, value=3]]]]");
    assertThat(web(base, "logging: {driver: local}").logging().orElseThrow().has("options"))
        .isFalse();
  }

  @Test
  void resetTakesAwayAndOverrideReplaces() {
    Service web =
        web(
            "ports: ['80:80']\nuser: app\nenvironment: {A: 1, B: 1}\ncap_add: [X]",
            "ports: !reset []\nuser: !reset null\nenvironment: !override {C: 1}\n"
                + "cap_add: !override [Y]");

    assertThat(web.ports()).isEmpty();
    assertThat(web.user()).isEmpty();
    assertThat(pairs(web.environment())).containsExactly("C=1");
    assertThat(texts(web.capAdd())).containsExactly("Y");
  }

  @Test
  void resetReachesIntoAMappingAndWorksOnAWholeService() {
    Deployment deployment =
        new ComposeTexts()
            .file(
                "a.yaml",
                "services:\n  web: {image: web, environment: {A: 1, B: 1}}\n  db: {image: db}\n")
            .file(
                "b.yaml", "services:\n  web: {environment: {A: !reset null}}\n  db: !reset null\n")
            .load("a.yaml", "b.yaml");

    assertThat(deployment.services()).extracting(Service::name).containsExactly("web");
    assertThat(pairs(deployment.services().get(0).environment())).containsExactly("B=1");
  }

  @Test
  void aResetWithoutAnythingToResetIsNothing() {
    Deployment deployment = ComposeTexts.load("services: {web: {image: web, ports: !reset []}}");

    assertThat(deployment.problems()).isEmpty();
    assertThat(deployment.service("web").orElseThrow().body().has("ports")).isFalse();
  }

  @Test
  void severalDocumentsMergeLikeSeveralFiles() {
    Deployment deployment =
        ComposeTexts.load("services: {web: {image: a}}\n---\nservices: {web: {image: b}}\n");

    assertThat(deployment.service("web").orElseThrow().image().orElseThrow().text()).isEqualTo("b");
  }

  @Test
  void newServicesAndSectionsAreAdded() {
    Deployment deployment =
        new ComposeTexts()
            .file("a.yaml", "services: {web: {image: web}}\n")
            .file("b.yaml", "services: {db: {image: db, volumes: ['d:/d']}}\nvolumes: {d: }\n")
            .load("a.yaml", "b.yaml");

    assertThat(deployment.problems()).isEmpty();
    assertThat(deployment.services()).extracting(Service::name).containsExactly("web", "db");
    assertThat(deployment.volumes()).extracting(Resource::name).containsExactly("d");
    assertThat(deployment.files())
        .extracting(file -> file.source().path())
        .containsExactly("a.yaml", "b.yaml");
  }

  @Test
  void whatCannotBeMergedIsAProblemInTheOverride() {
    Deployment deployment =
        new ComposeTexts()
            .file("a.yaml", "services: {web: {image: web, ports: ['80:80']}}\n")
            .file("b.yaml", "services:\n  web:\n    ports: '81:81'\n")
            .load("a.yaml", "b.yaml");

    assertThat(ComposeTexts.problems(deployment))
        .contains("b.yaml:3:12 This overrides a list (a.yaml:1:37); write one too");
  }
}
