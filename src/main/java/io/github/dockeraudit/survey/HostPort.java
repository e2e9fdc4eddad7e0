package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.PortRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A port of the host that leads into a container.
 *
 * @param service the service, by name
 * @param kind what the service is
 * @param address the address of the host as written; empty for all of them
 * @param published the ports of the host; empty if Docker chooses one
 * @param target the ports of the container
 * @param protocol {@code tcp}, {@code udp} or such
 * @param reach who can get at it
 */
public record HostPort(
    String service,
    ServiceType kind,
    Optional<String> address,
    Optional<PortRange> published,
    PortRange target,
    String protocol,
    Reach reach) {

  /** Who can get at a port. */
  public enum Reach {
    /** Whoever can reach the host. */
    PUBLIC,
    /** The host itself alone. */
    LOCAL,
    /** Who can reach one address of the host, or nobody knows. */
    OTHER
  }

  private static final Comparator<HostPort> BY_PORT =
      Comparator.comparingInt((HostPort port) -> port.published.map(PortRange::first).orElse(0))
          .thenComparing(HostPort::service)
          .thenComparingInt(port -> port.target.first());

  public HostPort {
    requireNonNull(reach);
  }

  /** The ports of a deployment, in the order of the host's. */
  static List<HostPort> of(List<ServiceSurvey> services) {
    return services.stream()
        .flatMap(service -> service.service().ports().stream().map(port -> of(service, port)))
        .sorted(BY_PORT)
        .toList();
  }

  private static HostPort of(ServiceSurvey service, Port port) {
    return new HostPort(
        service.name(),
        service.kind(),
        port.hostIp(),
        port.published(),
        port.target(),
        port.protocol(),
        reach(port));
  }

  private static Reach reach(Port port) {
    if (port.isOnAllAddresses()) {
      return Reach.PUBLIC;
    }
    return port.isLocal() ? Reach.LOCAL : Reach.OTHER;
  }
}
