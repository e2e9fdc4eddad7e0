package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import java.util.List;
import java.util.Map;

/**
 * One Dockerfile.
 *
 * @param file the Dockerfile
 * @param isForDevelopment whether it is for developers alone
 * @param stages its stages, in file order
 * @param installs the layers that install dependencies, in file order
 * @param changes what a change of a source builds again, for each image that the file is for
 * @param strengths what is well done, the weightiest first
 * @param weaknesses what rules find in it, the gravest first
 */
public record DockerfileSurvey(
    Dockerfile file,
    boolean isForDevelopment,
    List<StageSurvey> stages,
    List<InstallLayer> installs,
    List<SourceChange> changes,
    List<Strength> strengths,
    List<Weakness> weaknesses) {

  public DockerfileSurvey {
    stages = List.copyOf(stages);
    installs = List.copyOf(installs);
    changes = List.copyOf(changes);
    strengths = List.copyOf(strengths);
    weaknesses = List.copyOf(weaknesses);
  }

  /**
   * @param byPath what was found, by the path of the file
   */
  static DockerfileSurvey of(Project project, Dockerfile file, Map<String, List<Finding>> byPath) {
    return new DockerfileSurvey(
        file,
        project.isForDevelopment(file),
        file.stages().stream().map(stage -> StageSurvey.of(project, file, stage)).toList(),
        InstallLayer.in(file),
        DockerfileStrengths.images(project, file).stream()
            .map(image -> SourceChange.of(file, image))
            .toList(),
        DockerfileStrengths.of(project, file),
        Weakness.of(byPath.getOrDefault(path(file), List.of()).stream()));
  }

  /** The path, relative to the project's folder. */
  public String path() {
    return path(file);
  }

  private static String path(Dockerfile file) {
    return file.source().path();
  }
}
