package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;

/**
 * What an engineer would tell of a project.
 *
 * @param audit what was found
 * @param score the marks
 * @param dockerfiles its Dockerfiles, by path
 * @param baseImages what Dockerfiles are built on, by name
 * @param serviceImages what compose runs as it is, by name
 * @param deployments what compose runs together
 * @param developers what is offered to developers
 * @param scripts its shell scripts, by path
 * @param practices how far practices of security are followed
 * @param sizes what base images weigh
 * @param strengths what is well done, the weightiest first
 * @param advice what to do next, the most pressing first
 * @param milestones the way to there
 */
public record Survey(
    Audit audit,
    Scorecard score,
    List<DockerfileSurvey> dockerfiles,
    List<ImageUse> baseImages,
    List<ImageUse> serviceImages,
    List<DeploymentSurvey> deployments,
    DeveloperSurvey developers,
    List<ScriptSurvey> scripts,
    List<Practice> practices,
    List<SizeEstimate> sizes,
    List<Strength> strengths,
    List<Advice> advice,
    List<Milestone> milestones) {

  public Survey {
    requireNonNull(audit);
    requireNonNull(score);
    dockerfiles = List.copyOf(dockerfiles);
    baseImages = List.copyOf(baseImages);
    serviceImages = List.copyOf(serviceImages);
    deployments = List.copyOf(deployments);
    requireNonNull(developers);
    scripts = List.copyOf(scripts);
    practices = List.copyOf(practices);
    sizes = List.copyOf(sizes);
    strengths = List.copyOf(strengths);
    advice = List.copyOf(advice);
    milestones = List.copyOf(milestones);
  }

  /** The survey of what was audited; does no more than look at it. */
  public static Survey of(Audit audit) {
    Project project = audit.project();
    ForkJoinTask<Way> way = ForkJoinTask.adapt(() -> Way.of(audit)).fork();
    Map<String, List<Finding>> byPath =
        audit.findings().stream().collect(groupingBy(one -> one.range().source().path()));
    List<DockerfileSurvey> dockerfiles =
        project.dockerfiles().parallelStream()
            .map(file -> DockerfileSurvey.of(project, file, byPath))
            .toList();
    List<DeploymentSurvey> deployments =
        project.deployments().parallelStream()
            .map(one -> DeploymentSurvey.of(project, one, byPath))
            .toList();
    List<ImageUse> baseImages = ImageUse.ofDockerfiles(project);
    List<ImageUse> serviceImages = ImageUse.ofServices(project);
    List<ImageUse> images = new ArrayList<>(baseImages);
    images.addAll(serviceImages);
    DeveloperSurvey developers = DeveloperSurvey.of(project, deployments);
    List<ScriptSurvey> scripts = ScriptSurvey.of(project);
    List<Practice> practices = Practices.of(audit, deployments, images);
    List<SizeEstimate> sizes = SizeEstimate.of(project);
    List<Strength> strengths = ProjectStrengths.of(project, dockerfiles, deployments);
    Way ahead = way.join();
    return new Survey(
        audit,
        ahead.score,
        dockerfiles,
        baseImages,
        serviceImages,
        deployments,
        developers,
        scripts,
        practices,
        sizes,
        strengths,
        ahead.advice,
        ahead.milestones);
  }

  /** Where the project stands and where it could go; worked out beside what it is made of. */
  private record Way(Scorecard score, List<Advice> advice, List<Milestone> milestones) {

    static Way of(Audit audit) {
      Scorecard score = Scorecard.of(audit);
      List<Advice> advice = Advisor.of(audit, score);
      return new Way(score, advice, Milestone.of(score, advice));
    }
  }
}
