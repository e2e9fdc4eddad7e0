package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Attachment;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Grant;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Resource;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.LeftoverVolume;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A network, volume, secret or config that is declared and that no service uses, in any deployment
 * that reads the declaration.
 *
 * @param deployment a deployment that declares it
 * @param resource the declaration
 * @param all those of its kind that the deployment leaves unused
 */
public record Leftover(Deployment deployment, Resource resource, List<Resource> all) {

  /** What may be left over. */
  public enum Kind {
    NETWORK("networks", Deployment::networks, Kind::networks),
    VOLUME("volumes", Deployment::volumes, Kind::volumes),
    SECRET("secrets", Deployment::secrets, Kind::secrets),
    CONFIG("configs", Deployment::configs, service -> sources(service.configs()));

    /** The attribute by which services use it. */
    private final String attribute;

    private final Function<Deployment, List<Resource>> declared;
    private final Function<Service, Stream<String>> used;

    Kind(
        String attribute,
        Function<Deployment, List<Resource>> declared,
        Function<Service, Stream<String>> used) {
      this.attribute = attribute;
      this.declared = declared;
      this.used = used;
    }

    /** A service that names none is in the default one. */
    private static Stream<String> networks(Service service) {
      return service.networks().isEmpty()
          ? Stream.of("default")
          : service.networks().stream().map(Attachment::network);
    }

    private static Stream<String> volumes(Service service) {
      return service.volumes().stream().flatMap(mount -> mount.source().stream()).map(Scalar::text);
    }

    private static Stream<String> secrets(Service service) {
      return Stream.concat(
          sources(service.secrets()),
          service.build().stream().flatMap(build -> sources(build.secrets())));
    }

    private static Stream<String> sources(List<Grant> grants) {
      return grants.stream().flatMap(grant -> grant.source().stream()).map(Scalar::text);
    }
  }

  /** All of a kind; none of a deployment in which a variable may hold any name. */
  public static Stream<Leftover> in(Project project, Kind kind) {
    return project.deployments().stream()
        .filter(
            deployment -> !kind.declared.apply(deployment).isEmpty() && isKnown(deployment, kind))
        .flatMap(deployment -> in(project, deployment, kind));
  }

  private static boolean isKnown(Deployment deployment, Kind kind) {
    return deployment.problems().stream().noneMatch(Problem::isCertain)
        && deployment.services().stream()
            .flatMap(service -> service.attribute(kind.attribute).stream())
            .flatMap(attribute -> attribute.asSequence().stream())
            .flatMap(list -> list.items().stream())
            .flatMap(item -> item.asScalar().or(() -> source(item)).stream())
            .allMatch(Scalar::isKnown);
  }

  private static Optional<Scalar> source(Node item) {
    return item.asMapping().flatMap(options -> options.scalar("source"));
  }

  private static Stream<Leftover> in(Project project, Deployment deployment, Kind kind) {
    List<Resource> unused =
        kind.declared.apply(deployment).stream()
            .filter(each -> !each.name().equals("default"))
            .filter(each -> project.deployments().stream().noneMatch(d -> uses(d, each, kind)))
            .toList();
    return unused.stream().map(resource -> new Leftover(deployment, resource, unused));
  }

  /**
   * Each file by itself too: an override may put others in the place of what the base uses. Files
   * of one folder may be used together, though nothing says so.
   */
  private static boolean uses(Deployment deployment, Resource resource, Kind kind) {
    String folder = folderOf(resource.range().source());
    return deployment.files().stream().anyMatch(file -> folderOf(file.source()).equals(folder))
        && (isUsed(deployment, resource, kind)
            || deployment.files().size() > 1
                && deployment.filesAlone().anyMatch(alone -> isUsed(alone, resource, kind)));
  }

  private static String folderOf(Source file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  private static boolean isUsed(Deployment deployment, Resource resource, Kind kind) {
    return deployment.services().stream()
        .flatMap(kind.used)
        .anyMatch(name -> name.equals(resource.name()));
  }

  /** Takes the declaration away. */
  public Remedy remedy() {
    return LeftoverVolume.remedy(deployment, resource, all);
  }
}
