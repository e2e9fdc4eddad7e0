package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the items of {@code ports} in their short and long form. */
final class PortReader {

  private static final int HIGHEST_PORT = 65_535;

  private PortReader() {}

  static List<Port> read(Node ports) {
    List<Port> read = new ArrayList<>();
    for (Node item : ports.asSequence().map(Sequence::items).orElse(List.of())) {
      if (item instanceof Mapping) {
        readLong((Mapping) item).ifPresent(read::add);
      } else if (item instanceof Scalar) {
        readShort((Scalar) item).ifPresent(read::add);
      }
    }
    return read;
  }

  private static Optional<Port> readLong(Mapping item) {
    return item.scalar("target")
        .flatMap(target -> parseRange(target.text()))
        .map(
            target ->
                new Port(
                    item.range(),
                    item.scalar("host_ip").map(Scalar::text),
                    item.scalar("published").flatMap(published -> parseRange(published.text())),
                    target,
                    item.scalar("protocol").map(Scalar::text).orElse("tcp"),
                    item.scalar("mode").map(Scalar::text).orElse("ingress")));
  }

  /** {@code [[IP:][HOST]:]CONTAINER[/PROTOCOL]}, where both ports may be ranges. */
  private static Optional<Port> readShort(Scalar item) {
    String text = item.text();
    int lastColon = text.lastIndexOf(':');
    int hostColon = lastColon < 0 ? -1 : text.lastIndexOf(':', lastColon - 1);
    String host = lastColon < 0 ? "" : text.substring(hostColon + 1, lastColon);
    String container = text.substring(lastColon + 1);
    int slash = container.indexOf('/');
    String protocol =
        slash < 0 || slash + 1 == container.length() ? "tcp" : container.substring(slash + 1);
    Optional<PortRange> target = parseRange(slash < 0 ? container : container.substring(0, slash));
    Optional<PortRange> published = parseRange(host);
    if (!host.isEmpty() && published.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> ip =
        hostColon <= 0 ? Optional.empty() : Optional.of(unbracketed(text.substring(0, hostColon)));
    return target.map(
        ports ->
            new Port(
                item.range(), ip, published, ports, protocol.toLowerCase(Locale.ROOT), "ingress"));
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
