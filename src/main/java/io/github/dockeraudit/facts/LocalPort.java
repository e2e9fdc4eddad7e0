package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Interpolation;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Binds a published port to the host itself, so that no other machine reaches it. */
public final class LocalPort {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String LOOPBACK_6 = "[::1]";

  private LocalPort() {}

  /**
   * The edits that bind a port to the loopback address.
   *
   * @param port one that listens on all addresses
   */
  public static Remedy of(Deployment deployment, Port port) {
    if (isReachedThroughHost(deployment, port)) {
      return Remedy.none("a service of the project reaches it through the address of the host");
    }
    if (Swarm.reads(deployment)) {
      return Remedy.none("a swarm passes over the address");
    }
    Optional<TextEdit> edit =
        port.item()
            .asScalar()
            .map(item -> shortForm(item, port))
            .orElseGet(() -> longForm(deployment, port.item()));
    return edit.map(bind -> Remedy.intended("Bind the port to the loopback address", List.of(bind)))
        .orElseGet(() -> Remedy.none("its address is not written in the file"));
  }

  /** The gateway that stands for the host in a container does not reach its loopback address. */
  private static boolean isReachedThroughHost(Deployment deployment, Port port) {
    return port.published().isPresent()
        && deployment.services().stream()
            .flatMap(service -> service.environment().stream())
            .flatMap(variable -> variable.value().stream())
            .map(Scalar::text)
            .anyMatch(
                value ->
                    value.contains("host.docker.internal")
                        && value.contains(String.valueOf(port.published().get().first())));
  }

  private static Optional<TextEdit> shortForm(Scalar item, Port port) {
    if (port.hostIp().isPresent()) {
      String local = port.hostIp().get().equals("::") ? LOOPBACK_6 : LOOPBACK;
      return addressIn(item, port.hostIp().get()).map(address -> address.replaceWith(local));
    }
    String before = LOOPBACK + (item.text().contains(":") ? ":" : "::");
    SourceRange start = valueRange(item);
    return item.text().startsWith(":") ? Optional.empty() : Optional.of(start.insertBefore(before));
  }

  /** Where the address stands: at the beginning, or as the default of a variable there. */
  private static Optional<SourceRange> addressIn(Scalar item, String address) {
    SourceRange value = valueRange(item);
    for (String written : List.of(address, "[" + address + "]")) {
      if (value.text().startsWith(written + ":")) {
        return Optional.of(value.source().range(value.start(), value.start() + written.length()));
      }
    }
    return item.interpolations().stream()
        .findFirst()
        .filter(use -> use.range().start() == value.start() && use.hasDefault())
        .map(Interpolation::argumentRange)
        .filter(argument -> argument.text().equals(address));
  }

  private static SourceRange valueRange(Scalar item) {
    SourceRange range = item.range();
    int quote = range.text().startsWith("\"") || range.text().startsWith("'") ? 1 : 0;
    return range.source().range(range.start() + quote, range.end() - quote);
  }

  private static Optional<TextEdit> longForm(Deployment deployment, Node item) {
    Optional<Scalar> address = item.asMapping().flatMap(options -> options.scalar("host_ip"));
    if (address.isPresent()) {
      String local = address.get().is("::") ? "::1" : LOOPBACK;
      return deployment
          .path(address.get().range())
          .map(YamlPath::node)
          .filter(YamlScalar.class::isInstance)
          .filter(scalar -> address.get().interpolations().isEmpty())
          .map(scalar -> ((YamlScalar) scalar).replaceWith(local));
    }
    return deployment
        .path(item.range())
        .flatMap(path -> path.add(List.of(NewEntry.of("host_ip", LOOPBACK))));
  }
}
