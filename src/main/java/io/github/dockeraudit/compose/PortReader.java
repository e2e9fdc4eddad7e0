package io.github.dockeraudit.compose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the items of {@code ports} in their short and long form. */
final class PortReader {

  private static final int HIGHEST_PORT = 65_535;

  private final Node item;
  private final Problems problems;

  private PortReader(Node item, Problems problems) {
    this.item = item;
    this.problems = problems;
  }

  /** The items that are ports. */
  static List<Port> read(Node ports) {
    return ports.asSequence().map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> readItem(item).stream())
        .toList();
  }

  static Optional<Port> readItem(Node item) {
    return readItem(item, new Problems());
  }

  /** Reads one item and reports why it is no port, if it is none. */
  static Optional<Port> readItem(Node item, Problems problems) {
    PortReader reader = new PortReader(item, problems);
    if (item instanceof Mapping) {
      return reader.readLong((Mapping) item);
    }
    return item.isNull() ? Optional.empty() : item.asScalar().flatMap(reader::readShort);
  }

  private Optional<Port> readLong(Mapping port) {
    Optional<Scalar> target = port.scalar("target");
    Optional<Scalar> published = port.scalar("published");
    Optional<Scalar> hostIp = port.scalar("host_ip");
    if (target.isEmpty()) {
      return refuse(port, "'target' is missing; add the port of the container");
    }
    if (hostIp.isPresent() && !IpAddress.isValid(hostIp.get().text())) {
      return refuse(
          hostIp.get(),
          "'%s' is no IP address; write one like 127.0.0.1".formatted(hostIp.get().text()));
    }
    return parseRange(target.get().text())
        .map(
            ports ->
                new Port(
                    port,
                    hostIp.map(Scalar::text),
                    hostIp.map(Scalar::isKnown).orElse(true)
                        && published
                            .map(value -> parseRange(value.text()).isPresent())
                            .orElse(true),
                    published.flatMap(value -> parseRange(value.text())),
                    ports,
                    port.scalar("protocol").map(Scalar::text).orElse("tcp"),
                    port.scalar("mode").map(Scalar::text).orElse("ingress")));
  }

  /** {@code [[IP:][HOST]:]CONTAINER[/PROTOCOL]}, where both ports may be ranges. */
  private Optional<Port> readShort(Scalar port) {
    String text = port.text();
    int lastColon = text.lastIndexOf(':');
    int hostColon = lastColon < 0 ? -1 : text.lastIndexOf(':', lastColon - 1);
    String ip = hostColon < 0 ? "" : unbracketed(text.substring(0, hostColon));
    String host = lastColon < 0 ? "" : text.substring(hostColon + 1, lastColon);
    List<String> container = List.of(text.substring(lastColon + 1).split("/", -1));
    String protocol =
        container.size() < 2 || container.get(1).isEmpty()
            ? "tcp"
            : container.get(1).toLowerCase(Locale.ROOT);
    Optional<PortRange> target = parseRange(container.get(0));
    Optional<PortRange> published = parseRange(host);
    if (!ip.isEmpty() && !IpAddress.isValid(ip)) {
      return refuse(port, "'%s' is no IP address; write IP:HOST:CONTAINER".formatted(ip));
    }
    if (container.get(0).isEmpty()) {
      return refuse(port, "The port of the container is missing; write HOST:CONTAINER");
    }
    if (target.isEmpty() || published.isEmpty() && !host.isEmpty()) {
      String wrong = target.isEmpty() ? container.get(0) : host;
      return refuse(port, "'%s' is no port; use numbers up to 65535".formatted(wrong));
    }
    if (published.isPresent()
        && published.get().size() != target.get().size()
        && target.get().size() > 1) {
      return refuse(port, "Both ranges of ports must have the same length; make them equal");
    }
    if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
      return refuse(port, "'%s' is no protocol; use tcp, udp or sctp".formatted(protocol));
    }
    return Optional.of(
        new Port(
            item,
            ip.isEmpty() ? Optional.empty() : Optional.of(ip),
            hostColon < 0 || !ip.isEmpty() || port.isKnown(),
            published,
            target.get(),
            protocol,
            "ingress"));
  }

  private Optional<Port> refuse(Node place, String message) {
    problems.report(place, message);
    return Optional.empty();
  }

  private static String unbracketed(String ip) {
    return ip.startsWith("[") && ip.endsWith("]") ? ip.substring(1, ip.length() - 1) : ip;
  }

  /** {@code 80} or {@code 8000-8010}; empty if it is neither. */
  static Optional<PortRange> parseRange(String text) {
    int dash = text.indexOf('-');
    int first = parsePort(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : parsePort(text.substring(dash + 1));
    return first < 0 || last < first ? Optional.empty() : Optional.of(new PortRange(first, last));
  }

  /** The port, or -1 if the text is none. */
  private static int parsePort(String text) {
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + c - '0';
      if (port > HIGHEST_PORT) {
        return -1;
      }
    }
    return text.isEmpty() ? -1 : port;
  }
}
