package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.facts.StagePurpose;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class BuiltInShippedStage implements ProjectRule {

  /** What makes a program that runs without the tools that made it, by the tool. */
  private static final Map<String, Set<String>> BUILDS =
      Map.of(
          "go", Set.of("build"),
          "cargo", Set.of("build"),
          "mvn", Set.of("package", "install", "verify"),
          "mvnw", Set.of("package", "install", "verify"),
          "gradle", Set.of("build", "assemble", "bootJar", "shadowJar"),
          "gradlew", Set.of("build", "assemble", "bootJar", "shadowJar"),
          "dotnet", Set.of("publish"));

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1220", "built-in-shipped-stage")
        .offByDefault()
        .summary("A program is built in the stage that is shipped")
        .why(
            """
            Compiler, sources and downloaded dependencies stay in the image with the program that they were for: it is
            several times as large as it has to be, and has that many more vulnerabilities. A build in a stage of its
            own leaves them behind; only what it makes is copied over.

            Speaks of services whose Dockerfile has a single stage.
            """)
        .bad(
            """
            FROM golang:1.25
            COPY . /src
            RUN cd /src && go build -o /usr/local/bin/app ./cmd
            CMD ["/usr/local/bin/app"]
            """)
        .good(
            """
            FROM golang:1.25 AS build
            COPY . /src
            RUN cd /src && go build -o /usr/local/bin/app ./cmd

            FROM debian:13-slim
            COPY --from=build /usr/local/bin/app /usr/local/bin/app
            CMD ["/usr/local/bin/app"]
            """)
        .aliases("tally:prefer-multi-stage-build")
        .references("https://docs.docker.com/build/building/multi-stage/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .filter(file -> file.stages().size() == 1 && !project.isForDevelopment(file))
        .flatMap(file -> check(file, file.stages().get(0)).stream());
  }

  private Optional<Finding> check(Dockerfile file, Stage stage) {
    return file.commands(BUILDS.keySet().toArray(String[]::new))
        .filter(call -> !call.run().isTrigger() && isBuild(call))
        .filter(call -> StagePurpose.runsProgram(stage) && !StagePurpose.isForBuilding(stage))
        .filter(call -> startsSomethingElse(stage))
        .findFirst()
        .map(
            call ->
                finding(
                    call.name(),
                    "%s and all that it needs is shipped; build in a stage of its own",
                    call.command().program().orElseThrow()));
  }

  private static boolean isBuild(RunCommand call) {
    Set<String> goals = BUILDS.get(call.command().program().orElseThrow());
    return call.command().operands().stream()
        .flatMap(word -> word.literal().stream())
        .anyMatch(goals::contains);
  }

  /** Not where the tool itself is what runs the program. */
  private static boolean startsSomethingElse(Stage stage) {
    State state = stage.finalState();
    return Stream.concat(
            state.cmd().map(cmd -> cmd.command()).stream(),
            state.entrypoint().map(entry -> entry.command()).stream())
        .flatMap(command -> command.script().commands().stream())
        .map(command -> command.unwrapped().program().orElse(""))
        .noneMatch(BUILDS::containsKey);
  }
}
