package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import java.util.Optional;

/** What a stage is there for. */
public enum StageRole {
  /** Its image is meant to run outside of development. */
  SHIPPED,
  /** Its image is for developers. */
  DEVELOPMENT,
  /** Other stages begin with it. */
  BASE,
  /** Other stages take files from it. */
  BUILDER,
  /** No other stage needs it, compose builds it for no service, and a plain build leaves it out. */
  UNUSED;

  static StageRole of(Project project, Dockerfile file, Stage stage) {
    if (project.shippedStages(file).contains(stage)) {
      return SHIPPED;
    }
    boolean isBase =
        file.stages().stream().anyMatch(other -> Optional.of(stage).equals(other.parent()));
    boolean isNeeded =
        isBase || file.stages().stream().anyMatch(other -> other.dependencies().contains(stage));
    if (project.isForDevelopment(file, stage) && !isNeeded) {
      return DEVELOPMENT;
    }
    if (isNeeded) {
      return isBase ? BASE : BUILDER;
    }
    boolean isBuilt =
        stage.isLast() || project.builds(file).stream().anyMatch(build -> build.isOf(stage));
    return isBuilt ? DEVELOPMENT : UNUSED;
  }
}
