package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.facts.StagePurpose;
import io.github.dockeraudit.project.Project;
import java.util.List;
import java.util.Optional;

/**
 * One stage of a Dockerfile.
 *
 * @param stage the stage
 * @param role what it is there for
 * @param builtBy the services that compose builds from it, each once, by name
 * @param user whom its containers run as
 * @param ports what its containers listen on, as written; empty if none or not known
 * @param health where the health check of its containers comes from
 * @param copies what it takes from other stages and images, in file order
 */
public record StageSurvey(
    Stage stage,
    StageRole role,
    List<String> builtBy,
    EffectiveUser user,
    List<String> ports,
    HealthOrigin health,
    List<Taken> copies) {

  /**
   * Files that a stage takes from another stage or image.
   *
   * @param from the name or number of the stage, or the image, as written
   * @param isStage whether it is a stage
   * @param paths what is taken, as written
   */
  public record Taken(String from, boolean isStage, List<String> paths) {
    public Taken {
      paths = List.copyOf(paths);
    }
  }

  public StageSurvey {
    builtBy = List.copyOf(builtBy);
    ports = List.copyOf(ports);
    copies = List.copyOf(copies);
  }

  static StageSurvey of(Project project, Dockerfile file, Stage stage) {
    List<String> builtBy =
        project.builds(file).stream()
            .filter(build -> build.isOf(stage))
            .map(build -> build.service().name())
            .distinct()
            .sorted()
            .toList();
    return new StageSurvey(
        stage,
        StageRole.of(project, file, stage),
        builtBy,
        EffectiveUser.of(stage),
        StagePurpose.ports(stage),
        HealthChecks.ofStage(stage),
        stage.all(Copy.class).flatMap(copy -> taken(file, copy).stream()).toList());
  }

  /** The name of the stage, or its number as Docker counts: {@code stage 0}. */
  public String title() {
    return title(stage);
  }

  static String title(Stage stage) {
    return stage.name().orElse("stage " + stage.index());
  }

  /** What the FROM names, as written. */
  public String base() {
    return stage.from().image().text();
  }

  private static Optional<Taken> taken(Dockerfile file, Copy copy) {
    return copy.from()
        .map(Word::text)
        .map(
            from ->
                new Taken(
                    from,
                    file.stage(from).isPresent(),
                    copy.sources().stream().map(Word::text).toList()));
  }
}
