package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Mount.Type;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.facts.ServiceImage;
import java.util.List;

/**
 * What a service has mounted.
 *
 * @param service the service, by name
 * @param kind what is mounted
 * @param source the volume or the path on the host, as written; empty for an anonymous volume
 * @param target the path in the container, as written
 * @param isReadOnly whether the container cannot change it
 * @param isData whether it holds the data of a service that is known to have some there
 */
public record MountSurvey(
    String service, Kind kind, String source, String target, boolean isReadOnly, boolean isData) {

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
    return new MountSurvey(
        service.name(),
        kind(mount),
        mount.source().map(Scalar::raw).orElse(""),
        mount.target().raw(),
        mount.readOnly(),
        isData(service, target));
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

  private static boolean isData(ServiceSurvey service, String target) {
    return service.kind().image().stream()
        .map(ServiceImage::dataFolders)
        .flatMap(List::stream)
        .anyMatch(folder -> target.equals(folder) || target.startsWith(folder + "/"));
  }
}
