package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncludeTest {

  @Test
  void theShortFormBringsServicesWithTheirOwnFolder() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "include: [sub/compose.yaml]\nservices: {web: {image: web}}\n")
            .file(
                "sub/compose.yaml",
                "services: {db: {build: ./db, volumes: ['data:/d']}}\nvolumes: {data: }\n")
            .load();

    assertThat(deployment.problems()).isEmpty();
    assertThat(deployment.services()).extracting(Service::name).containsExactly("web", "db");
    assertThat(deployment.volumes()).extracting(Resource::name).containsExactly("data");
    Scalar context =
        deployment.service("db").orElseThrow().build().orElseThrow().context().orElseThrow();
    assertThat(deployment.resolve(context)).contains("sub/db");
  }

  @Test
  void theLongFormMergesSeveralFilesAndSetsFolderAndVariables() {
    Deployment deployment =
        new ComposeTexts()
            .file(
                "compose.yaml",
                """
                include:
                  - path: [sub/a.yaml, sub/b.yaml]
                    project_directory: other
                    env_file: vars.env
                """)
            .file("sub/a.yaml", "services: {db: {image: 'db:$TAG', build: .}}\n")
            .file("sub/b.yaml", "services: {db: {user: app}}\n")
            .file("vars.env", "TAG=9\n")
            .load();

    assertThat(deployment.problems()).isEmpty();
    Service db = deployment.service("db").orElseThrow();
    assertThat(db.image().orElseThrow().text()).isEqualTo("db:9");
    assertThat(db.user()).isPresent();
    assertThat(deployment.resolve(db.build().orElseThrow().context().orElseThrow()))
        .contains("other");
  }

  @Test
  void anIncludedFileReadsTheVariablesBesideIt() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "include: [sub/compose.yaml]\n")
            .file("sub/compose.yaml", "services: {db: {image: 'db:$TAG', user: $WHO}}\n")
            .file("sub/.env", "TAG=9\nWHO=sub\n")
            .variable("WHO", "root")
            .load();

    Service db = deployment.service("db").orElseThrow();
    assertThat(db.image().orElseThrow().text()).isEqualTo("db:9");
    assertThat(db.user().orElseThrow().text()).isEqualTo("root");
  }

  @Test
  void whatIsInBothMergesOverTheIncluded() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "include: [sub.yaml]\nservices: {db: {user: app}}\n")
            .file("sub.yaml", "services: {db: {image: db, user: root}}\n")
            .load();

    Service db = deployment.service("db").orElseThrow();
    assertThat(deployment.problems()).isEmpty();
    assertThat(db.image()).isPresent();
    assertThat(db.user().orElseThrow().text()).isEqualTo("app");
  }

  @Test
  void aFileIncludedTwiceIsThereOnce() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "include: [a.yaml, b.yaml]\n")
            .file("a.yaml", "include: [shared.yaml]\n")
            .file("b.yaml", "include: [shared.yaml]\n")
            .file("shared.yaml", "services: {db: {image: db, ports: ['80:80']}}\n")
            .load();

    assertThat(deployment.problems()).isEmpty();
    assertThat(deployment.service("db").orElseThrow().ports()).hasSize(1);
  }

  @Test
  void aCircleIsAProblemAndEnds() {
    Deployment deployment =
        new ComposeTexts()
            .file("a.yaml", "include: [b.yaml]\nservices: {a: {image: a}}\n")
            .file("b.yaml", "include:\n  - a.yaml\nservices: {b: {image: b}}\n")
            .load();

    assertThat(ComposeTexts.problems(deployment))
        .containsExactly("b.yaml:2:5 'a.yaml' includes itself in the end; break the circle");
    assertThat(deployment.services()).extracting(Service::name).containsExactly("a", "b");
  }

  @Test
  void whatCannotBeReadIsAProblem() {
    Deployment deployment =
        ComposeTexts.load(
            """
            include:
              - missing.yaml
              - ../outside.yaml
              - /etc/compose.yaml
              - https://example.com/compose.yaml
              - {path: compose.yaml, env_file: missing.env}
            services: {web: {image: web}}
            """);

    assertThat(ComposeTexts.problems(deployment))
        .containsExactly(
            "compose.yaml:2:5 There is no file 'missing.yaml'; correct the path",
            "compose.yaml:3:5 '../outside.yaml' leads out of the project; keep the file inside it",
            "compose.yaml:4:5 '/etc/compose.yaml' leads out of the project; keep the file inside it",
            "compose.yaml:6:12 'compose.yaml' includes itself in the end; break the circle");
  }

  @Test
  void aLongChainIsAProblemAndNoOverflow() {
    ComposeTexts project = new ComposeTexts();
    for (int i = 0; i < 100; i++) {
      project.file("c%d.yaml".formatted(i), "include: [c%d.yaml]\n".formatted(i + 1));
    }
    project.file("c100.yaml", "services: {web: {image: web}}\n");

    assertThat(project.load().problems())
        .extracting(Problem::message)
        .contains("More than 20 files include each other; flatten");
  }

  @Test
  void whatIsWrongInAnIncludedFileIsSaidThere() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "include: [sub.yaml]\n")
            .file("sub.yaml", "services:\n  db: {image: 5}\n")
            .load();

    assertThat(ComposeTexts.problems(deployment))
        .containsExactly("sub.yaml:2:15 'image' must be a string, not '5'; put it in quotes");
  }
}
