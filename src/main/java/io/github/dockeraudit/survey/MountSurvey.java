package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Mount.Type;
import io.github.dockeraudit.facts.ServiceImage;
import java.util.List;

/**
 * What a service has mounted.
 *
 * @param service the service, by name
 * @param kind what is mounted
 * @param mount the mount
 * @param isData whether it holds the data of a service that is known to have some there
 */
public record MountSurvey(String service, Kind kind, Mount mount, boolean isData) {

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
  static List<MountSurvey> of(List<ServiceSurvey> services) {
    return services.stream()
        .flatMap(service -> service.service().volumes().stream().map(mount -> of(service, mount)))
        .toList();
  }

  private static MountSurvey of(ServiceSurvey service, Mount mount) {
    String target = mount.target().text();
    return new MountSurvey(service.name(), kind(mount), mount, isData(service, target));
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
