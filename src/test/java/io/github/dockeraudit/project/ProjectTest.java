package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void useTree() {
    tree = new Tree(folder);
  }

  private static List<String> shipped(Project project, String path) {
    return project.shippedStages(project.dockerfile(path).orElseThrow()).stream()
        .map(stage -> stage.name().orElseGet(() -> String.valueOf(stage.index())))
        .toList();
  }

  private static List<String> contexts(Project project, String path) {
    return project.contexts(project.dockerfile(path).orElseThrow()).stream()
        .map(BuildContext::folder)
        .toList();
  }

  @Test
  void aBuildKnowsDockerfileContextAndStage() throws IOException {
    tree.file("docker/Dockerfile", "FROM a AS build", "FROM b AS run", "FROM c AS other")
        .file(
            "compose.yaml",
            "services:",
            "  web:",
            "    build: {context: ., dockerfile: docker/Dockerfile, target: run}",
            "  db: {image: postgres:17}");
    Project project = tree.project();
    ServiceBuild build = project.builds().get(0);
    assertThat(build.service().name()).isEqualTo("web");
    assertThat(build.context().map(BuildContext::folder)).contains(".");
    assertThat(build.dockerfilePath()).contains("docker/Dockerfile");
    assertThat(build.stage().flatMap(stage -> stage.name())).contains("run");
    assertThat(project.builds(project.dockerfiles().get(0))).containsExactly(build);
    Deployment deployment = project.deployments().get(0);
    assertThat(project.build(deployment, build.service())).contains(build);
    assertThat(project.build(deployment, deployment.service("db").orElseThrow())).isEmpty();
  }

  @Test
  void aBuildWithoutATargetMakesTheLastStage() throws IOException {
    tree.file("api/Dockerfile", "FROM a AS build", "FROM b")
        .file("compose.yaml", "services:", "  api:", "    build: ./api/");
    assertThat(tree.project().builds().get(0).stage().map(stage -> stage.index())).contains(1);
  }

  @Test
  void aTargetThatDoesNotExistIsNoStage() throws IOException {
    tree.dockerfiles("Dockerfile")
        .file("compose.yaml", "services:", "  api:", "    build: {context: ., target: gone}");
    ServiceBuild build = tree.project().builds().get(0);
    assertThat(build.dockerfile()).isPresent();
    assertThat(build.stage()).isEmpty();
  }

  @Test
  void aDockerfileThatDoesNotExistHasAPath() throws IOException {
    tree.file("compose.yaml", "services:", "  api:", "    build: api");
    ServiceBuild build = tree.project().builds().get(0);
    assertThat(build.dockerfilePath()).contains("api/Dockerfile");
    assertThat(build.dockerfile()).isEmpty();
    assertThat(tree.project().problems()).isEmpty();
  }

  @Test
  void aDockerfileInLowerCaseIsFoundAsBuildKitFindsIt() throws IOException {
    tree.dockerfiles("api/dockerfile")
        .file("compose.yaml", "services:", "  api:", "    build: api");
    assertThat(tree.project().builds().get(0).dockerfilePath()).contains("api/dockerfile");
  }

  @Test
  void aDockerfileWrittenInTheComposeFileHasNoPath() throws IOException {
    tree.dockerfiles("Dockerfile")
        .file(
            "compose.yaml",
            "services:",
            "  api:",
            "    build:",
            "      context: .",
            "      dockerfile_inline: FROM alpine");
    ServiceBuild build = tree.project().builds().get(0);
    assertThat(build.dockerfilePath()).isEmpty();
    assertThat(build.context()).isPresent();
  }

  @Test
  void pathsInAnOverrideAreRelativeToTheBaseFile() throws IOException {
    tree.dockerfiles("api/Dockerfile")
        .composeFiles("compose.yaml")
        .file("docker/dev.yml", "services:", "  web: {restart: always}", "  api: {build: api}");
    assertThat(tree.project().builds().get(0).dockerfilePath()).contains("api/Dockerfile");
  }

  @Test
  void whatComposeBuildsOutsideOfDevelopmentIsShipped() throws IOException {
    tree.file(
            "Dockerfile",
            "FROM a AS base",
            "FROM base AS development",
            "FROM base AS api",
            "FROM base AS worker")
        .file(
            "compose.yaml",
            "services:",
            "  api: {build: {context: ., target: api}}",
            "  worker: {build: {context: ., target: worker}}",
            "  dev: {profiles: [dev], build: {context: ., target: development}}");
    assertThat(shipped(tree.project(), "Dockerfile")).containsExactly("api", "worker");
  }

  @Test
  void theLastStageIsShippedIfComposeDoesNotBuildIt() throws IOException {
    tree.file("Dockerfile", "FROM a AS build", "FROM b AS run");
    assertThat(shipped(tree.project(), "Dockerfile")).containsExactly("run");
  }

  @Test
  void aStageThatOnlyAProfileForDevelopmentBuildsIsNotShipped() throws IOException {
    tree.file("Dockerfile", "FROM a AS run", "FROM a AS vite")
        .file(
            "compose.yaml",
            "services:",
            "  web: {build: {context: ., target: run}}",
            "  ui: {profiles: [development], build: {context: ., target: vite}}");
    assertThat(shipped(tree.project(), "Dockerfile")).containsExactly("run");
  }

  @Test
  void whatTheLastStageBuildsOnIsShippedIfThatOneIsForDevelopment() throws IOException {
    tree.file("a/Dockerfile", "FROM a AS runtime", "FROM runtime AS runtime-dev")
        .file("b/Dockerfile", "FROM a AS production", "FROM a AS test")
        .file("c/Dockerfile", "FROM a AS dev");
    Project project = tree.project();
    assertThat(shipped(project, "a/Dockerfile")).containsExactly("runtime");
    assertThat(shipped(project, "b/Dockerfile")).containsExactly("production");
    assertThat(shipped(project, "c/Dockerfile")).containsExactly("dev");
  }

  @Test
  void aDockerfileForDevelopmentShipsNothing() throws IOException {
    tree.dockerfiles(
        "Dockerfile.dev", ".devcontainer/Dockerfile", "test/x/Dockerfile", "Dockerfile");
    Project project = tree.project();
    assertThat(shipped(project, "Dockerfile.dev")).isEmpty();
    assertThat(shipped(project, ".devcontainer/Dockerfile")).isEmpty();
    assertThat(shipped(project, "test/x/Dockerfile")).isEmpty();
    assertThat(shipped(project, "Dockerfile")).containsExactly("0");
    assertThat(project.isForDevelopment(project.dockerfile("Dockerfile.dev").orElseThrow()))
        .isTrue();
  }

  @Test
  void theContextIsWhatComposeSays() throws IOException {
    tree.file("docker/Dockerfile", "FROM a", "COPY gone /")
        .file(
            "compose.yaml",
            "services:",
            "  a: {build: {context: ., dockerfile: docker/Dockerfile}}",
            "  b: {build: {context: docker}}",
            "  c: {build: {context: ., dockerfile: docker/Dockerfile}}");
    assertThat(contexts(tree.project(), "docker/Dockerfile")).containsExactly(".", "docker");
  }

  @Test
  void theContextIsTheNextFolderThatHasWhatIsCopied() throws IOException {
    tree.file("docker/Dockerfile", "FROM a", "COPY package*.json src /app/")
        .file("web/Dockerfile", "FROM a", "COPY package.json /app/")
        .file("api/docker/Dockerfile", "FROM a", "COPY api.txt /app/")
        .empty("package.json", "package-lock.json", "src/a.js", "web/package.json", "api/api.txt");
    Project project = tree.project();
    assertThat(contexts(project, "docker/Dockerfile")).containsExactly(".");
    assertThat(contexts(project, "web/Dockerfile")).containsExactly("web");
    assertThat(contexts(project, "api/docker/Dockerfile")).containsExactly("api");
  }

  @Test
  void theContextOfAQuarkusDockerfileIsItsModule() throws IOException {
    tree.empty("pom.xml", "api/pom.xml")
        .file("api/src/main/docker/Dockerfile.jvm", "FROM a", "COPY target/quarkus-app/lib/ /lib/");
    assertThat(contexts(tree.project(), "api/src/main/docker/Dockerfile.jvm"))
        .containsExactly("api");
  }

  @Test
  void theContextIsUnknownIfNoFolderHasWhatIsCopied() throws IOException {
    tree.empty("pom.xml").file("src/main/docker/Dockerfile", "FROM a", "COPY maven /app/");
    assertThat(contexts(tree.project(), "src/main/docker/Dockerfile")).isEmpty();
  }

  @Test
  void allIsCopiedFromAFolderWithMoreThanDockerfiles() throws IOException {
    tree.empty("pom.xml", "infra/docker/nginx.conf", "web/index.js")
        .file("infra/docker/Dockerfile", "FROM a", "COPY . .")
        .file("web/Dockerfile", "FROM a", "COPY . .");
    Project project = tree.project();
    assertThat(contexts(project, "infra/docker/Dockerfile")).containsExactly(".");
    assertThat(contexts(project, "web/Dockerfile")).containsExactly("web");
  }

  @Test
  void aDockerfileThatCopiesNothingIsBuiltInItsOwnFolder() throws IOException {
    tree.empty("pom.xml").dockerfiles("infra/Dockerfile");
    assertThat(contexts(tree.project(), "infra/Dockerfile")).containsExactly("infra");
  }

  @Test
  void theIgnoreFileBesideTheDockerfileWins() throws IOException {
    tree.file("Dockerfile.api", "FROM a", "COPY . .")
        .dockerfiles("Dockerfile.web", "Containerfile")
        .file(".dockerignore", "*")
        .file("Dockerfile.api.dockerignore", "target")
        .file(".containerignore", "x");
    Project project = tree.project();
    assertThat(ignoreFile(project, "Dockerfile.api")).isEqualTo("Dockerfile.api.dockerignore");
    assertThat(ignoreFile(project, "Dockerfile.web")).isEqualTo(".dockerignore");
    assertThat(ignoreFile(project, "Containerfile")).isEqualTo(".containerignore");
  }

  private static String ignoreFile(Project project, String path) {
    return project.contexts(project.dockerfile(path).orElseThrow()).stream()
        .flatMap(context -> context.ignoreFile().stream())
        .map(IgnoreFile::toString)
        .findFirst()
        .orElse("");
  }

  @Test
  void aLoneDockerfileIsAProjectOfItsOwn() {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM a\nCOPY x /\n"));
    Project project = Project.of(file, Tree.TODAY);
    assertThat(project.dockerfiles()).containsExactly(file);
    assertThat(project.files()).containsExactly(file.source());
    assertThat(project.today()).isEqualTo(Tree.TODAY);
    assertThat(project.contexts(file).stream().map(context -> context.find("x")))
        .containsOnly(FileTree.Entry.UNKNOWN);
  }

  @Test
  void aLoneDeploymentIsAProjectOfItsOwn() {
    Source source = Source.of("compose.yaml", "services:\n  a:\n    build: x\n");
    Project project = Project.of(Deployment.load(source), Tree.TODAY);
    assertThat(project.composeSources()).containsExactly(source);
    assertThat(project.builds())
        .singleElement()
        .satisfies(b -> assertThat(b.dockerfile()).isEmpty());
  }

  @Test
  void aLoneDeploymentKeepsItsVariablesAndFilesWhenOneChanges() {
    Source base = Source.of("compose.yaml", "services:\n  a:\n    image: a:${TAG:?}\n");
    Source override = Source.of("override.yaml", "services:\n  a:\n    restart: always\n");
    Environment variables = Environment.of(Map.of("TAG", "1"));
    Deployment deployment = Deployment.load(List.of(base, override), variables, ComposeFiles.NONE);
    Source changed = base.withText(base.text() + "    init: true\n");

    Project project = Project.of(deployment, Tree.TODAY).with(Map.of(changed.path(), changed));

    assertThat(project.composeSources()).containsExactly(changed, override);
    assertThat(project.deployments())
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.problems()).isEmpty();
              assertThat(d.service("a").orElseThrow().restart()).isPresent();
            });
  }

  @Test
  void whoReadsAFileIsKnownByTheFile() throws IOException {
    tree.composeFiles("compose.yaml", "other/compose.yaml")
        .file("compose.prod.yaml", "services:", "  web:", "    restart: always");
    Project project = tree.project();
    List<Deployment> all = project.deployments();
    Source base = project.source("compose.yaml").orElseThrow();

    assertThat(project.deployments(base))
        .hasSize(2)
        .isEqualTo(all.stream().filter(each -> reads(each, base)).toList());
    assertThat(project.deployments(Source.of("compose.yaml", base.text()))).isEmpty();
  }

  private static boolean reads(Deployment deployment, Source file) {
    return deployment.files().stream().anyMatch(each -> each.source() == file);
  }
}
