package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.survey.HostPort.Reach;
import io.github.dockeraudit.survey.Practice.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts how far the practices of security are followed. What is not known is not counted. */
final class Practices {

  private static final String SECRET_IN_VARIABLE = "secret-in-variable";

  private final Audit audit;
  private final Project project;
  private final List<DeploymentSurvey> deployments;
  private final List<ImageUse> images;

  /** What databases run, which is their makers' business. */
  private final Set<ImageReference> databases;

  /** The files with a secret in a variable; what a comment accepts is there all the same. */
  private final Set<String> withSecretInVariable;

  private final boolean looksForSecretsInVariables;

  private final Map<Kind, Map<String, Boolean>> counted = new EnumMap<>(Kind.class);

  private Practices(Audit audit, List<DeploymentSurvey> deployments, List<ImageUse> images) {
    this.audit = audit;
    this.project = audit.project();
    this.deployments = deployments;
    this.images = images;
    this.databases =
        deployments.stream()
            .flatMap(one -> one.databases().stream())
            .flatMap(service -> ImageUse.image(service.service()).stream())
            .collect(toSet());
    this.looksForSecretsInVariables = !audit.rules().called(SECRET_IN_VARIABLE).isEmpty();
    this.withSecretInVariable =
        Stream.concat(
                audit.findings().stream(), audit.suppressed().stream().map(one -> one.finding()))
            .filter(finding -> finding.rule().name().equals(SECRET_IN_VARIABLE))
            .map(finding -> finding.range().source().path())
            .collect(toSet());
  }

  /** The practices that can be followed somewhere in the project, in their order. */
  static List<Practice> of(Audit audit, List<DeploymentSurvey> deployments, List<ImageUse> images) {
    Practices practices = new Practices(audit, deployments, images);
    practices.project.dockerfiles().forEach(practices::countDockerfile);
    practices.images.forEach(practices::countImage);
    practices.countContexts();
    practices.deployments.forEach(practices::countDeployment);
    return practices.counted.entrySet().stream().map(Practices::practice).toList();
  }

  private static Practice practice(Map.Entry<Kind, Map<String, Boolean>> entry) {
    List<String> lacking =
        entry.getValue().entrySet().stream()
            .filter(place -> !place.getValue())
            .map(Map.Entry::getKey)
            .toList();
    int all = entry.getValue().size();
    return new Practice(entry.getKey(), all - lacking.size(), all, lacking);
  }

  /** A place that several deployments share counts once, and only if it holds in each. */
  private void count(Kind kind, String place, boolean holds) {
    counted
        .computeIfAbsent(kind, key -> new LinkedHashMap<>())
        .merge(place, holds, Boolean::logicalAnd);
  }

  private void countDockerfile(Dockerfile file) {
    String path = file.source().path();
    List<Stage> made = DockerfileStrengths.images(project, file);
    if (made.isEmpty()) {
      return;
    }
    List<Answer> root = made.stream().map(stage -> EffectiveUser.of(stage).isRoot()).toList();
    if (root.contains(Answer.YES) || !root.contains(Answer.UNKNOWN)) {
      count(Kind.NON_ROOT_USERS, path, !root.contains(Answer.YES));
    }
    if (looksForSecretsInVariables) {
      count(Kind.NO_SECRETS_IN_IMAGES, path, !withSecretInVariable.contains(path));
    }
    if (!project.shippedStages(file).isEmpty() && !InstallLayer.in(file).isEmpty()) {
      count(Kind.MULTI_STAGE, path, !DockerfileStrengths.Handover.in(file, made).isEmpty());
    }
  }

  private void countImage(ImageUse use) {
    if (use.isShipped() && use.isMinimal() != Answer.UNKNOWN && !databases.contains(use.image())) {
      count(Kind.MINIMAL_BASE, use.title(), use.isMinimal() == Answer.YES);
    }
    count(Kind.PINNED_IMAGES, use.title(), use.pin().isVersioned());
    if (!use.releases().isEmpty()) {
      boolean isSupported = EndOfLife.ended(use.image(), project.today()).isEmpty();
      count(Kind.SUPPORTED_IMAGES, use.title(), isSupported);
    }
  }

  private void countContexts() {
    project.dockerfiles().stream()
        .flatMap(file -> project.contexts(file).stream())
        .filter(context -> project.tree().isListed(context.folder()))
        .sorted(Comparator.comparing(BuildContext::folder))
        .forEachOrdered(
            context -> count(Kind.IGNORE_FILE, context.folder(), context.ignoreFile().isPresent()));
  }

  private void countDeployment(DeploymentSurvey survey) {
    countSecrets(survey);
    for (ServiceSurvey service : survey.services()) {
      countService(survey, service);
      countMounts(survey.deployment(), service);
    }
    countDependencies(survey);
  }

  private void countSecrets(DeploymentSurvey survey) {
    SecretPlaces places = SecretPlaces.in(survey.deployment());
    places.outside().forEach(range -> count(Kind.SECRETS_OUTSIDE, range.toString(), true));
    places.hardCoded().forEach(range -> count(Kind.SECRETS_OUTSIDE, range.toString(), false));
    places
        .outside()
        .forEach(
            range ->
                count(Kind.NO_GUESSABLE_DEFAULTS, range.toString(), !places.hasDefault(range)));
  }

  private void countService(DeploymentSurvey survey, ServiceSurvey service) {
    String place = service.service().range().source() + " " + service.name();
    count(Kind.LIMITS, place, service.hasMemoryLimit() && service.hasCpuLimit());
    if (service.kind().isSensitive()) {
      boolean isOpen =
          survey.ports().stream()
              .anyMatch(
                  port -> port.service().equals(service.name()) && port.reach() == Reach.PUBLIC);
      count(Kind.CLOSED_DATA_PORTS, place, !isOpen);
    }
    boolean isPrivileged = service.service().privileged().filter(Scalar::isTrue).isPresent();
    count(Kind.NOT_PRIVILEGED, place, !isPrivileged && !hasSocket(service));
    if (!service.isJob() && service.health().origin().kind() != HealthOrigin.Kind.UNKNOWN) {
      count(Kind.HEALTH_CHECKS, place, service.health().isChecked());
    }
  }

  private static boolean hasSocket(ServiceSurvey service) {
    return service.service().volumes().stream()
        .flatMap(mount -> mount.source().stream())
        .anyMatch(source -> source.text().endsWith("/docker.sock"));
  }

  /** Only what the project itself has can be told to be no data. */
  private void countMounts(Deployment deployment, ServiceSurvey service) {
    if (service.isForDevelopment()) {
      return;
    }
    for (Mount mount : service.service().volumes()) {
      boolean isBind = mount.type() == Mount.Type.BIND;
      boolean isOfProject =
          mount
              .source()
              .flatMap(deployment::resolve)
              .filter(path -> project.tree().at(path) == Entry.FILE)
              .isPresent();
      if (isBind && (isOfProject || mount.readOnly())) {
        count(Kind.READ_ONLY_MOUNTS, mount.range().toString(), mount.readOnly());
      }
    }
  }

  private void countDependencies(DeploymentSurvey survey) {
    for (ServiceSurvey service : survey.services()) {
      for (ServiceSurvey.Edge edge : service.dependsOn()) {
        survey.services().stream()
            .filter(other -> other.name().equals(edge.on()) && other.health().isChecked())
            .forEach(
                other ->
                    count(
                        Kind.HEALTHY_DEPENDENCIES,
                        "%s %s -> %s"
                            .formatted(
                                service.service().range().source(), service.name(), edge.on()),
                        !edge.condition().equals(ServiceSurvey.STARTED)));
      }
    }
  }
}
