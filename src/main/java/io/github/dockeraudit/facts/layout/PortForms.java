package io.github.dockeraudit.facts.layout;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.PortRange;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a port in the other of the two forms that compose has for it. */
public final class PortForms {

  /** What the short form can say. */
  private static final Set<String> SAID = Set.of("target", "published", "protocol", "host_ip");

  private final Deployment deployment;
  private final Port port;

  public PortForms(Deployment deployment, Port port) {
    this.deployment = deployment;
    this.port = port;
  }

  /** A long one as a text; empty if it has a comment or options that a text has not. */
  public Optional<TextEdit> toShort() {
    return port.item()
        .asMapping()
        .filter(long_ -> long_.entries().stream().allMatch(e -> SAID.contains(e.name())))
        .filter(long_ -> isPlain() && !long_.range().text().contains("#"))
        .filter(unused -> port.hostIp().isEmpty() || port.published().isPresent())
        .map(long_ -> long_.range().replaceWith('"' + text() + '"'));
  }

  private boolean isPlain() {
    boolean isOneAddress = port.hostIp().filter(ip -> ip.contains(":")).isEmpty();
    return isOneAddress && !port.range().text().contains("$") && isWrittenHere();
  }

  private boolean isWrittenHere() {
    return port.item().site().equals(port.item().range());
  }

  private String text() {
    String ip = port.hostIp().map(address -> address + ":").orElse("");
    String host = port.published().map(published -> published + ":").orElse("");
    return ip + host + port.target() + protocol();
  }

  private String protocol() {
    return port.protocol().equals("tcp") ? "" : "/" + port.protocol();
  }

  /** A text on a line of its own as a mapping; empty for a range, which is several ports. */
  public Optional<TextEdit> toLong() {
    Optional<YamlPath> path = deployment.path(port.item().range());
    boolean isItem =
        path.flatMap(YamlPath::entry)
            .map(YamlEntry::value)
            .filter(list -> list instanceof YamlSequence sequence && !sequence.isFlow())
            .isPresent();
    boolean isOne =
        port.target().size() == 1 && port.published().map(PortRange::size).orElse(1) == 1;
    if (!isItem || !isOne || !isPlain()) {
      return Optional.empty();
    }
    SourceRange item = port.item().range();
    Source source = item.source();
    int column = item.start() - source.lineStart(item.from().line());
    String next = source.lineEnding() + " ".repeat(column);
    List<String> lines = new ArrayList<>();
    lines.add("target: " + port.target());
    port.published().ifPresent(published -> lines.add("published: \"" + published + '"'));
    port.hostIp().ifPresent(ip -> lines.add("host_ip: " + ip));
    if (!port.protocol().equals("tcp")) {
      lines.add("protocol: " + port.protocol());
    }
    return Optional.of(item.replaceWith(String.join(next, lines)));
  }
}
