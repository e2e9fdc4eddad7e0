package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * One item of {@code ports}, short or long; the short form may stand for a range of ports.
 *
 * @param item the item as written
 * @param hostIp the address of the host that it listens on; empty means all of them, unless it is
 *     not known
 * @param isAddressKnown whether the address does not depend on a variable that nothing is known of
 * @param published the port or ports of the host; empty means that Docker chooses
 * @param target the port or ports of the container
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}; {@code tcp} by default
 * @param mode {@code ingress} or {@code host}; {@code ingress} by default
 */
public record Port(
    Node item,
    Optional<String> hostIp,
    boolean isAddressKnown,
    Optional<PortRange> published,
    PortRange target,
    String protocol,
    String mode)
    implements Located {

  /** Where the item stands. */
  @Override
  public SourceRange range() {
    return item.range();
  }

  /** Whether it is known to listen on every address of the host, be it of one IP version only. */
  public boolean isOnAllAddresses() {
    return isAddressKnown && hostIp.map(ip -> ip.equals("0.0.0.0") || ip.equals("::")).orElse(true);
  }

  /** Whether it listens on a loopback address of the host only. */
  public boolean isLocal() {
    return hostIp.filter(ip -> ip.startsWith("127.") || ip.equals("::1")).isPresent();
  }
}
