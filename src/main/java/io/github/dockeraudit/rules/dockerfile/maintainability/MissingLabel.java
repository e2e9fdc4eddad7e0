package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingLabel(List<String> required, boolean strict) implements ProjectRule {

  /** The source of the image has to be known. */
  public MissingLabel() {
    this(List.of("org.opencontainers.image.source"), false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1320", "missing-label")
        .offByDefault()
        .summary("An image lacks a label that the team wants")
        .why(
            """
            Labels say of an image whose it is, and from which source and commit it was built, wherever the image turns
            up. Name those that every image must have with `required`. By default it is the one that registries link an
            image to its repository by.

            A label of a stage that the image builds on counts, and one that compose gives to the build. Off by default,
            as many have their labels set by what runs the build.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL org.opencontainers.image.source="https://git.example.com/team/app"
            COPY app.jar /app/
            """)
        .list("required", "org.opencontainers.image.source", "Labels that every image must have")
        .flag(
            "strict", "Whether stages count too that are not shipped, unless others copy from them")
        .aliases("hadolint:DL3049")
        .references(
            "https://github.com/opencontainers/image-spec/blob/main/annotations.md",
            "https://docs.docker.com/reference/dockerfile/#label");
  }

  @Override
  public Rule with(Options options) {
    return new MissingLabel(options.list("required", required), options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(file -> check(file, project));
  }

  private Stream<Finding> check(Dockerfile file, Project project) {
    Collection<Stage> stages = strict ? file.stages() : project.shippedStages(file);
    return stages.stream()
        .flatMap(
            stage ->
                required.stream()
                    .filter(label -> !hasLabel(stage, label))
                    .filter(label -> !strict || !isDoneElsewhere(stage, label, file))
                    .filter(label -> !isGivenByCompose(label, stage, project.builds(file)))
                    .map(
                        label ->
                            finding(stage.from().image(), "Label '%s' is missing; set it", label)));
  }

  private static boolean hasLabel(Stage stage, String name) {
    return stage.ancestors().stream()
        .flatMap(ancestor -> ancestor.all(Label.class))
        .flatMap(label -> label.assignments().stream())
        .anyMatch(label -> label.name().text().equals(name));
  }

  /** Whether another stage takes files from this one, or builds on it and has the label. */
  private static boolean isDoneElsewhere(Stage stage, String name, Dockerfile file) {
    return file.stages().stream()
        .filter(other -> other != stage)
        .anyMatch(
            other ->
                other.ancestors().contains(stage) && hasLabel(other, name)
                    || copiesFrom(stage, other, file));
  }

  private static boolean copiesFrom(Stage source, Stage stage, Dockerfile file) {
    return stage
        .all(Copy.class)
        .flatMap(copy -> copy.from().flatMap(from -> file.stage(from.text())).stream())
        .anyMatch(source::equals);
  }

  private static boolean isGivenByCompose(String name, Stage stage, List<ServiceBuild> builds) {
    List<ServiceBuild> ofStage = builds.stream().filter(build -> build.isOf(stage)).toList();
    return !ofStage.isEmpty()
        && ofStage.stream()
            .allMatch(
                build ->
                    build.service().build().stream()
                        .flatMap(b -> b.labels().stream())
                        .map(Variable::name)
                        .anyMatch(name::equals));
  }
}
