package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.Jobs;
import io.github.dockeraudit.facts.LimitedService;
import io.github.dockeraudit.facts.ResourceLimit;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImages;
import io.github.dockeraudit.facts.ServiceKind;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An override that makes of a compose file for one's own machine one for a server: no open port of
 * a database, no sources of the host in a container, a restart after a crash, limits, and logs that
 * do not fill the disk.
 *
 * <p>Lists of an override are added to those of the base file: {@code ports: []} removes nothing.
 * What is to go takes {@code !reset} or {@code !override}.
 */
public final class ProductionOverride {

  private static final Fact<Project, List<Source>> OF_PROJECT = Fact.of(ProductionOverride::write);

  private final Project project;
  private final Deployment deployment;
  private final List<String> lines = new ArrayList<>();

  private ProductionOverride(Project project, Deployment deployment) {
    this.project = project;
    this.deployment = deployment;
  }

  /**
   * An override for each base file that has none for production beside it, in the order of paths;
   * none for a base file in which it would change nothing.
   */
  public static List<Source> of(Project project) {
    return OF_PROJECT.about(project);
  }

  private static List<Source> write(Project project) {
    Map<String, Source> overrides = new TreeMap<>();
    for (Deployment deployment : project.deployments()) {
      String base = deployment.baseFile().source().path();
      String name = base.substring(base.lastIndexOf('/') + 1);
      String path = productionPath(base);
      if (ComposeFile.BASE_NAMES.contains(name)
          && deployment.problems().stream().noneMatch(Problem::isCertain)
          && project.tree().at(path) == Entry.MISSING) {
        new ProductionOverride(project, deployment)
            .text(name, path.substring(path.lastIndexOf('/') + 1))
            .ifPresent(text -> overrides.putIfAbsent(path, Source.of(path, text)));
      }
    }
    Project after = project.with(overrides);
    overrides.keySet().removeIf(path -> isRefused(after, path));
    return List.copyOf(overrides.values());
  }

  /** A base file may need another override to be whole; one for production would need it too. */
  private static boolean isRefused(Project project, String path) {
    return project.deployments().stream()
        .filter(
            deployment ->
                deployment.files().stream().anyMatch(file -> file.source().path().equals(path)))
        .anyMatch(deployment -> deployment.problems().stream().anyMatch(Problem::isCertain));
  }

  /** {@code compose.prod.yaml} for {@code compose.yaml}. */
  private static String productionPath(String base) {
    int dot = base.lastIndexOf('.');
    return base.substring(0, dot) + ".prod" + base.substring(dot);
  }

  private Optional<String> text(String base, String name) {
    deployment.services().stream()
        .filter(service -> isOfBase(service.range().source()))
        .filter(service -> !isForDevelopment(service))
        .forEachOrdered(this::write);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String header =
        """
        # What differs on a server. Needs Docker Compose 2.24.4 or newer:
        #
        #   docker compose -f %s -f %s up -d

        services:
        """
            .formatted(base, name);
    return Optional.of(header + String.join("\n", lines) + "\n");
  }

  /** What stands in an override for development is not there on a server. */
  private static boolean isOfBase(Source source) {
    String path = source.path();
    return !ComposeFile.OVERRIDE_NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  private boolean isForDevelopment(Service service) {
    return project.build(deployment, service).filter(ServiceBuild::isForDevelopment).isPresent();
  }

  private void write(Service service) {
    List<String> body = new ArrayList<>();
    body.addAll(ports(service));
    body.addAll(volumes(service));
    if (service.image().isPresent() || service.build().isPresent()) {
      body.addAll(restart(service));
      body.addAll(limits(service));
      body.addAll(logging(service));
    }
    if (!body.isEmpty()) {
      lines.add("  %s:".formatted(service.range().text()));
      body.forEach(line -> lines.add("    " + line));
    }
  }

  private static List<String> ports(Service service) {
    boolean isData =
        service
            .image()
            .flatMap(Scalar::value)
            .flatMap(ImageReference::parse)
            .flatMap(ServiceImages::find)
            .filter(ServiceImage::isSensitive)
            .isPresent();
    return isData && !service.ports().isEmpty() ? List.of("ports: !reset []") : List.of();
  }

  private List<String> volumes(Service service) {
    List<Mount> mounts = service.volumes();
    List<Mount> kept =
        mounts.stream()
            .filter(mount -> !SourceMount.is(project, deployment, service, mount))
            .toList();
    boolean isWritten =
        kept.stream().allMatch(mount -> mount.item().asScalar().isPresent() && isOfBaseFile(mount));
    if (kept.size() == mounts.size() || !isWritten) {
      return List.of();
    }
    return kept.isEmpty()
        ? List.of("volumes: !reset []")
        : Stream.concat(
                Stream.of("volumes: !override"),
                kept.stream().map(mount -> "  - " + mount.range().text()))
            .toList();
  }

  private boolean isOfBaseFile(Mount mount) {
    return mount.range().source() == deployment.baseFile().source();
  }

  private List<String> restart(Service service) {
    return service.restart().isPresent() || Jobs.isJob(deployment, service)
        ? List.of()
        : List.of("restart: unless-stopped");
  }

  private List<String> limits(Service service) {
    boolean hasAny =
        LimitedService.limitsMemory(service)
            || LimitedService.limitsCpus(service)
            || !service.limits().isEmpty();
    ResourceLimit limit = ServiceKind.of(project, deployment, service).limit();
    return hasAny
        ? List.of()
        : List.of(
            "deploy:",
            "  resources:",
            "    limits:",
            "      memory: " + limit.memory(),
            "      cpus: \"%s\"".formatted(limit.cpus()));
  }

  private static List<String> logging(Service service) {
    return service.logging().isPresent()
        ? List.of()
        : List.of(
            "logging:",
            "  driver: json-file",
            "  options:",
            "    max-size: 10m",
            "    max-file: \"3\"");
  }
}
