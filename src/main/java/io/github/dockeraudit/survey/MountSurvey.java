package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Mount.Type;
import io.github.dockeraudit.facts.ServiceImage;
import java.util.List;
import java.util.Optional;

/**
 * What a service has mounted.
 *
 * @param service the service, by name
 * @param kind what is mounted
 * @param mount the mount
 * @param isData whether it holds the data of a service that is known to have some there
 * @param onHost the name that the file gives its volume on the host; empty if compose makes one up
 */
public record MountSurvey(
    String service, Kind kind, Mount mount, boolean isData, Optional<String> onHost) {

  /** What is mounted. */
  public enum Kind {
    NAMED_VOLUME,
    ANONYMOUS_VOLUME,
    BIND,
    /** In memory, or by other means. */
    OTHER
  }

  public MountSurvey {
    requireNonNull(kind);
  }

  /** The mounts of a deployment, in the order of services and places. */
  static List<MountSurvey> of(Deployment deployment, List<ServiceSurvey> services) {
    return services.stream()
        .flatMap(
            service ->
                service.service().volumes().stream().map(mount -> of(deployment, service, mount)))
        .toList();
  }

  private static MountSurvey of(Deployment deployment, ServiceSurvey service, Mount mount) {
    String target = mount.target().text();
    Optional<String> onHost =
        deployment.volumes().stream()
            .filter(volume -> mount.type() == Type.VOLUME)
            .filter(volume -> mount.source().filter(own -> own.is(volume.name())).isPresent())
            .flatMap(volume -> volume.onHost().stream())
            .findFirst();
    return new MountSurvey(service.name(), kind(mount), mount, isData(service, target), onHost);
  }

  private static Kind kind(Mount mount) {
    if (mount.type() == Type.BIND) {
      return Kind.BIND;
    }
    if (mount.type() != Type.VOLUME) {
      return Kind.OTHER;
    }
    return mount.source().isPresent() ? Kind.NAMED_VOLUME : Kind.ANONYMOUS_VOLUME;
  }

  /** Whether the container cannot change it. */
  public boolean isReadOnly() {
    return mount.readOnly();
  }

  private static boolean isData(ServiceSurvey service, String target) {
    return service.kind().image().stream()
        .map(ServiceImage::dataFolders)
        .flatMap(List::stream)
        .anyMatch(folder -> target.equals(folder) || target.startsWith(folder + "/"));
  }
}
