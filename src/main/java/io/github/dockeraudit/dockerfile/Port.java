package io.github.dockeraudit.dockerfile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Ports that an image says it listens on.
 *
 * @param first the lowest port, from 0 to 65535
 * @param last the highest port; equal to {@code first} for a single one
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record Port(int first, int last, String protocol) {

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Set<Integer> ADMINISTRATION = Set.of(22, 23, 3389, 5800, 5900);
  private static final int HIGHEST = 65_535;

  /**
   * The ports of one word of EXPOSE, such as {@code 8000-8010/udp}; an address and a host port
   * before them are left out. Empty if Docker rejects the word.
   */
  public static Optional<Port> parse(String text) {
    int colon = text.lastIndexOf(':');
    Optional<Port> port = container(text.substring(colon + 1));
    return colon < 0
        ? port
        : port.filter(container -> isHostPart(text.substring(0, colon), container));
  }

  private static Optional<Port> container(String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "" : text.substring(slash + 1).toLowerCase(Locale.ROOT);
    if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
      return Optional.empty();
    }
    return range(
        slash < 0 ? text : text.substring(0, slash), protocol.isEmpty() ? "tcp" : protocol);
  }

  /** A host port, and an address before a colon; either may be missing. */
  private static boolean isHostPart(String text, Port container) {
    int colon = text.lastIndexOf(':');
    String ports = text.substring(colon + 1);
    boolean portsFit =
        ports.isEmpty() || range(ports, "tcp").filter(host -> host.fits(container)).isPresent();
    return portsFit && (colon < 0 || isAddress(text.substring(0, colon)));
  }

  /** As many host ports as container ports, or any of some for a single one. */
  private boolean fits(Port container) {
    return container.first == container.last || last - first == container.last - container.first;
  }

  private static boolean isAddress(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String address = bracketed ? text.substring(1, text.length() - 1) : text;
    return address.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0);
  }

  private static Optional<Port> range(String text, String protocol) {
    int dash = text.indexOf('-');
    int first = number(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : number(text.substring(dash + 1));
    return first < 0 || last < first
        ? Optional.empty()
        : Optional.of(new Port(first, last, protocol));
  }

  /** A number from 0 to 65535; -1 for anything else. */
  private static int number(String text) {
    int number = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
      if (number < 0 || number > HIGHEST) {
        return -1;
      }
    }
    return number;
  }

  /** Whether people log in there: SSH, Telnet, RDP, VNC. */
  public boolean isForAdministration() {
    return ADMINISTRATION.stream().anyMatch(port -> first <= port && port <= last);
  }

  /** The ports and the protocol as EXPOSE has them: {@code 8080/tcp} or {@code 8000-8010/udp}. */
  @Override
  public String toString() {
    return (first == last ? "" + first : first + "-" + last) + '/' + protocol;
  }
}
