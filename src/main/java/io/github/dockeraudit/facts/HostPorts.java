package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.PortRange;
import io.github.dockeraudit.compose.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which service takes which port of the host. */
public final class HostPorts {

  /**
   * Ports of the host that one service takes.
   *
   * @param service the service
   * @param port what it publishes; always with fixed ports of the host
   */
  public record Claim(Service service, Port port) {

    private PortRange ports() {
      return port.published().orElseThrow();
    }

    private boolean conflictsWith(Claim other, Profiles profiles) {
      return port.protocol().equals(other.port.protocol())
          && ports().overlaps(other.ports())
          && addressesOverlap(port.hostIp(), other.port.hostIp())
          && profiles.allowTogether(service, other.service);
    }
  }

  /**
   * Two services of which only one can have a port.
   *
   * @param later the claim that stands later
   * @param earlier the first claim before it that takes the same port
   */
  public record Conflict(Claim later, Claim earlier) {

    /** The lowest port that both take. */
    public int port() {
      return Math.max(later.ports().first(), earlier.ports().first());
    }

    /** Whether one service takes the port twice. */
    public boolean isWithinOneService() {
      return later.service().name().equals(earlier.service().name());
    }
  }

  /**
   * With no more earlier claims is one compared, so that thousands of them do not take for ever.
   */
  private static final int MOST_COMPARED = 500;

  private final Map<Integer, List<Claim>> singlePorts = new HashMap<>();
  private final List<Claim> ranges = new ArrayList<>();
  private final Profiles profiles;

  private HostPorts(Profiles profiles) {
    this.profiles = profiles;
  }

  /** The claims that cannot be met, in the order of the services. */
  public static List<Conflict> conflicts(Deployment deployment) {
    HostPorts taken = new HostPorts(Profiles.of(deployment));
    List<Conflict> conflicts = new ArrayList<>();
    for (Claim claim : claims(deployment)) {
      taken.conflictWith(claim).ifPresent(conflicts::add);
      taken.add(claim);
    }
    return conflicts;
  }

  /** Containers in the network of the host publish nothing, whatever their ports say. */
  private static List<Claim> claims(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> service.networkMode().filter(mode -> mode.is("host")).isEmpty())
        .flatMap(
            service ->
                service.ports().stream()
                    .filter(HostPorts::isFixed)
                    .map(port -> new Claim(service, port)))
        .toList();
  }

  /** Of a range for one port of the container, Docker takes one that is free. */
  private static boolean isFixed(Port port) {
    return port.published().filter(host -> host.size() == port.target().size()).isPresent();
  }

  private void add(Claim claim) {
    if (claim.ports().size() == 1) {
      singlePorts.computeIfAbsent(claim.ports().first(), port -> new ArrayList<>(1)).add(claim);
    } else {
      ranges.add(claim);
    }
  }

  private Optional<Conflict> conflictWith(Claim claim) {
    return Stream.concat(sameSinglePorts(claim), ranges.stream())
        .limit(MOST_COMPARED)
        .filter(earlier -> claim.conflictsWith(earlier, profiles))
        .findFirst()
        .map(earlier -> new Conflict(claim, earlier));
  }

  private Stream<Claim> sameSinglePorts(Claim claim) {
    PortRange ports = claim.ports();
    return ports.size() == 1
        ? singlePorts.getOrDefault(ports.first(), List.of()).stream()
        : singlePorts.values().stream().flatMap(List::stream);
  }

  private static boolean addressesOverlap(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || overlap(one.get(), other.get());
  }

  /** The wild card of one family of addresses does not cover the other. */
  private static boolean overlap(String one, String other) {
    boolean sameFamily = isIpv6(one) == isIpv6(other);
    return one.equals(other) || sameFamily && (isWildcard(one) || isWildcard(other));
  }

  private static boolean isIpv6(String address) {
    return address.indexOf(':') >= 0;
  }

  private static boolean isWildcard(String address) {
    return address.equals("0.0.0.0") || address.equals("::");
  }
}
