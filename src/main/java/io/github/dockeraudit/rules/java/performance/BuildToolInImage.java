package io.github.dockeraudit.rules.java.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.StartedJava;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class BuildToolInImage implements ProjectRule {

  private static final String[] TOOLS = {"mvn", "mvnw", "gradle", "gradlew"};

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA4201", "build-tool-in-image")
        .summary("The image that runs the application has built it, too")
        .why(
            """
            The sources, the compiler, the build tool and all that it has downloaded go out with the application: some
            hundred megabytes that each host has to fetch, and that somebody who breaks in has at hand. A first stage
            builds, a second one begins with a runtime and copies the jar.
            """)
        .bad(
            """
            FROM maven:3.9-eclipse-temurin-21
            COPY . /app
            WORKDIR /app
            RUN mvn -B -ntp package
            CMD ["java", "-jar", "target/shop.jar"]
            """)
        .good(
            """
            FROM maven:3.9-eclipse-temurin-21 AS build
            COPY . /app
            WORKDIR /app
            RUN mvn -B -ntp package
            FROM eclipse-temurin:21-jre
            COPY --from=build /app/target/shop.jar /shop.jar
            CMD ["java", "-jar", "/shop.jar"]
            """)
        .references("https://docs.docker.com/build/building/multi-stage/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(file -> check(file, project));
  }

  private Stream<Finding> check(Dockerfile file, Project project) {
    return file.commands(TOOLS).findAny().isEmpty()
        ? Stream.empty()
        : project.shippedStages(file).stream()
            .filter(StartedJava::is)
            .flatMap(stage -> builds(stage).limit(1));
  }

  private Stream<Finding> builds(Stage stage) {
    return stage.ancestors().stream()
        .flatMap(own -> own.all(Run.class))
        .flatMap(run -> run.command().script().commands().stream())
        .map(SimpleCommand::unwrapped)
        .filter(command -> command.is(TOOLS) && StartedJava.packages(command))
        .map(
            command ->
                finding(
                        command.name().orElseThrow(),
                        "The image that is run builds with '%s'; build in a stage of its own",
                        command.program().orElseThrow())
                    .notFixedBecause(
                        "the goal docker-audit:generate writes a Dockerfile with stages"));
  }
}
