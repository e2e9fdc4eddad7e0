package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.Jobs;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImages;
import io.github.dockeraudit.facts.ServiceViews;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A service of one deployment of a project.
 *
 * @param project the project
 * @param deployment the deployment
 * @param service the service, which has an image or a build
 */
public record DeployedService(Project project, Deployment deployment, Service service) {

  /** The services of a project that are run, deployment by deployment. */
  public static Stream<DeployedService> in(Project project) {
    return project.deployments().stream().flatMap(deployment -> in(project, deployment));
  }

  /** The services of a deployment that are run. */
  public static Stream<DeployedService> in(Project project, Deployment deployment) {
    return deployment.services().stream()
        .map(service -> new DeployedService(project, deployment, service))
        .filter(each -> isRun(each.service));
  }

  /** What has neither is only a part of a service, or is provided by something else. */
  private static boolean isRun(Service service) {
    return service.image().isPresent() || service.build().isPresent();
  }

  /** Whether a service, by all that is known, runs until it is stopped and without a person. */
  public boolean runsOn() {
    boolean isInteractive =
        Stream.of("stdin_open", "tty")
            .flatMap(name -> service.body().scalar(name).stream())
            .anyMatch(Scalar::isTrue);
    return !isInteractive && !Jobs.isJob(deployment, service) && !Jobs.isIdle(service);
  }

  /** Whether only developers run it: by its profiles, its compose file or what it is built from. */
  public boolean isForDevelopment() {
    return project.isForDevelopment(deployment)
        || project.isForDevelopment(service)
        || project.build(deployment, service).filter(ServiceBuild::isForDevelopment).isPresent();
  }

  /** What is known of the image that it runs as it is; empty if it is built. */
  public Optional<ServiceImage> knownImage() {
    return service
        .image()
        .filter(image -> service.build().isEmpty())
        .flatMap(Scalar::value)
        .flatMap(ImageReference::parse)
        .flatMap(ServiceImages::find);
  }

  /** What is known of the image that its own is built on; empty if it is not built. */
  Optional<ServiceImage> baseImage() {
    return project
        .build(deployment, service)
        .flatMap(ServiceBuild::stage)
        .flatMap(stage -> stage.root().image())
        .flatMap(ServiceImages::find);
  }

  /** Whether it takes what it is from another service of its file, which is run itself. */
  public boolean isExtended() {
    return service
        .extended()
        .filter(extended -> extended.file().isEmpty())
        .flatMap(extended -> extended.service())
        .flatMap(name -> deployment.service(name.text()))
        .filter(DeployedService::isRun)
        .isPresent();
  }

  /**
   * Where to speak of all services of its file: the key above them, which stays the same when
   * another service is put first.
   */
  public Located section() {
    return deployment
        .path(service.range())
        .flatMap(YamlPath::up)
        .flatMap(YamlPath::entry)
        .<Located>map(YamlEntry::key)
        .orElse(service);
  }

  /**
   * Whether it has something in some deployment that reads it from the same place, or in one for
   * production that stands beside this one.
   */
  public boolean hasAnywhere(Predicate<Service> what) {
    return ServiceViews.withProduction(project, deployment, service).anyMatch(what);
  }

  /**
   * Whether production has it: where files for production are beside the base file, what they come
   * to, and else what is there.
   */
  public boolean hasInProduction(Predicate<Service> what) {
    List<Deployment> production = project.productionOf(deployment);
    return production.isEmpty()
        ? what.test(service)
        : production.stream().flatMap(one -> one.service(service.name()).stream()).anyMatch(what);
  }

  /** The service in every deployment that reads it from the same place. */
  public Stream<Service> views() {
    return ServiceViews.of(project, service);
  }

  /** The edit that gives it further attributes where it is written; empty if others share it. */
  public Optional<TextEdit> add(NewEntry... entries) {
    return deployment
        .path(service.range())
        .filter(path -> Stream.of(entries).noneMatch(e -> service.body().has(e.key())))
        .flatMap(path -> path.add(List.of(entries)));
  }

  /** Why {@link #add} gives nothing. */
  public static Remedy shared() {
    return Remedy.none("it shares its attributes with others through an anchor");
  }
}
