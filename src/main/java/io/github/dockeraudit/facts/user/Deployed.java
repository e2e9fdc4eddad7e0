package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What compose does with the containers of some images that concerns their user. */
final class Deployed {

  private static final int FIRST_FREE_PORT = 1_024;

  private static final List<String> OF_SYSTEM =
      List.of(
          "/boot",
          "/dev",
          "/lib/modules",
          "/proc",
          "/root",
          "/run",
          "/sys",
          "/var/lib/docker",
          "/var/log",
          "/var/run");

  private final List<Stage> images;
  private final List<Service> services;

  private Deployed(List<Stage> images, List<Service> services) {
    this.images = images;
    this.services = services;
  }

  /** Services with a user of their own are no concern. */
  static Deployed of(List<Stage> images, Project project) {
    return new Deployed(
        images,
        project.builds().stream()
            .filter(build -> build.stage().filter(images::contains).isPresent())
            .filter(build -> !build.isForDevelopment())
            .map(ServiceBuild::service)
            .filter(service -> service.user().isEmpty())
            .toList());
  }

  /** Why a service needs root. */
  Optional<String> obstacle() {
    return services.stream().flatMap(service -> obstacle(service).stream()).findFirst();
  }

  private Optional<String> obstacle(Service service) {
    if (service.privileged().filter(Scalar::isTrue).isPresent()) {
      return Optional.of("the service %s is privileged".formatted(service.name()));
    }
    if (!service.capAdd().isEmpty()) {
      return Optional.of(
          "the service %s gets capabilities, which only root has".formatted(service.name()));
    }
    if (writable(service).anyMatch(Deployed::isDockerSocket)) {
      return Optional.of(
          "the service %s uses the Docker socket, which is root's".formatted(service.name()));
    }
    Optional<Mount> system =
        service.volumes().stream().filter(mount -> isOfSystem(source(mount))).findFirst();
    if (system.isPresent()) {
      return Optional.of(
          "the service %s looks into %s of the host"
              .formatted(service.name(), source(system.get())));
    }
    boolean onHost = service.networkMode().filter(mode -> mode.is("host")).isPresent();
    return onHost
        ? lowPort(images)
            .map(port -> "on the network of the host only root opens port %s".formatted(port))
        : Optional.empty();
  }

  /** The lowest port that only root may open on a host. */
  static Optional<Integer> lowPort(List<Stage> images) {
    return images.stream()
        .flatMap(image -> image.finalState().exposedPorts().stream())
        .map(Port::first)
        .filter(port -> port > 0 && port < FIRST_FREE_PORT)
        .sorted()
        .findFirst();
  }

  /** The folders of named volumes, which come into being with the owner that the image has. */
  Stream<String> volumeFolders() {
    return mounts(Mount.Type.VOLUME).map(mount -> mount.target().text());
  }

  /** What may not belong to the user where a container runs already. */
  Stream<String> risks() {
    return Stream.concat(
        mounts(Mount.Type.BIND)
            .filter(Deployed::isFolder)
            .map(mount -> "it must be able to write to %s on the host".formatted(source(mount))),
        mounts(Mount.Type.VOLUME)
            .filter(mount -> mount.source().isPresent())
            .map(mount -> "what is in the volume %s is still root's".formatted(source(mount))));
  }

  private Stream<Mount> mounts(Mount.Type type) {
    return services.stream()
        .flatMap(Deployed::writable)
        .filter(mount -> mount.type() == type && mount.target().isKnown())
        .filter(mount -> mount.target().text().startsWith("/"));
  }

  private static Stream<Mount> writable(Service service) {
    return service.volumes().stream().filter(mount -> !mount.readOnly());
  }

  private static boolean isDockerSocket(Mount mount) {
    return mount.target().text().endsWith("/docker.sock") || source(mount).endsWith("/docker.sock");
  }

  /** Whether a folder of the host is one of its system, much of which only root may read. */
  private static boolean isOfSystem(String source) {
    return source.equals("/") || OF_SYSTEM.stream().anyMatch(system -> isIn(system, source));
  }

  private static boolean isIn(String system, String source) {
    return Folders.isWithin(Folders.withoutSlash(source), system);
  }

  /** A file is mounted to be read, as a rule. */
  private static boolean isFolder(Mount mount) {
    String source = source(mount);
    return source.substring(source.lastIndexOf('/') + 1).lastIndexOf('.') <= 0;
  }

  private static String source(Mount mount) {
    return mount.source().map(Scalar::text).orElse("");
  }
}
