package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.ServiceProbe.Timing;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The health check of an image that is known, where its conditions hold. */
final class KnownProbe {

  /** The programs of images whose check works under every tag and configuration but for a port. */
  private static final Map<String, Set<String>> SURE =
      Map.ofEntries(
          Map.entry("postgres", Set.of("postgres")),
          Map.entry("postgis", Set.of("postgres")),
          Map.entry("pgvector", Set.of("postgres")),
          Map.entry("timescaledb", Set.of("postgres")),
          Map.entry("mysql", Set.of("mysqld")),
          Map.entry("percona", Set.of("mysqld")),
          Map.entry("mongo", Set.of("mongod")),
          Map.entry("redis", Set.of("redis-server")),
          Map.entry("valkey", Set.of("valkey-server")),
          Map.entry("memcached", Set.of("memcached")),
          Map.entry("rabbitmq", Set.of("rabbitmq-server")));

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash");

  private static final Set<String> PORT_FLAGS = Set.of("-p", "-P", "--port", "--tls-port");

  private final Service service;
  private final ServiceImage image;
  private final String name;
  private final String tag;
  private final List<SimpleCommand> commands;

  KnownProbe(Service service, ServiceImage image, ImageReference reference) {
    this.service = service;
    this.image = image;
    this.name = image.repository().substring(image.repository().lastIndexOf('/') + 1);
    this.tag = reference.tag().orElse("latest");
    this.commands = ContainerCommands.ofStart(service, Optional.empty()).toList();
  }

  ServiceProbe probe() {
    Optional<String> obstacle =
        Stream.of(programObstacle(), portObstacle(), imageObstacle())
            .flatMap(Optional::stream)
            .findFirst();
    if (obstacle.isPresent()) {
      return ServiceProbe.none(obstacle.get());
    }
    String test = image.healthCheckTest().orElseThrow();
    boolean isSure = SURE.containsKey(name) && !isConfigured();
    return isSure
        ? ServiceProbe.sure(test, Timing.QUICK)
        : ServiceProbe.risky(test, SURE.containsKey(name) ? Timing.QUICK : Timing.SLOW);
  }

  /** The image may be there for its client: a backup, a queue to declare. */
  private Optional<String> programObstacle() {
    boolean isOwn =
        service.entrypoint().isEmpty()
            && commands.stream()
                .flatMap(command -> command.program().stream())
                .allMatch(this::isOwnProgram);
    return isOwn ? Optional.empty() : Optional.of("it may run another program than its image does");
  }

  private boolean isOwnProgram(String program) {
    return SURE.containsKey(name)
        ? program.startsWith("-")
            || SURE.get(name).contains(program)
            || SHELLS.contains(program) && commands.size() > 1
        : !SHELLS.contains(program);
  }

  private Optional<String> portObstacle() {
    boolean setsPort =
        words().anyMatch(word -> PORT_FLAGS.contains(word) || word.startsWith("--port="))
            || name.equals("nginx") && publishesOtherPorts();
    return setsPort ? Optional.of("it may listen on another port than usual") : Optional.empty();
  }

  private Stream<String> words() {
    return commands.stream()
        .flatMap(command -> command.words().stream())
        .flatMap(word -> word.literal().stream());
  }

  private boolean publishesOtherPorts() {
    return !service.ports().isEmpty()
        && service.ports().stream()
            .noneMatch(port -> image.port().stream().anyMatch(port.target()::contains));
  }

  private boolean isConfigured() {
    return words().anyMatch(word -> word.endsWith(".conf") || word.startsWith("--config"));
  }

  private Optional<String> imageObstacle() {
    return switch (name) {
      case "memcached", "activemq-classic" ->
          unless(!tag.contains("alpine"), "its image has no bash");
      case "nginx" -> unless(!tag.contains("slim"), "its image has no curl");
      case "mongo" -> unless(major() < 1 || major() >= 5, "its version has no mongosh");
      case "influxdb" -> unless(major() != 1, "its version has another client");
      case "elasticsearch" ->
          unless(
              major() > 0 && major() < 8 || hasVariable("xpack.security.enabled", "false"),
              "it asks for a password");
      case "keycloak" ->
          unless(
              (major() < 1 || major() >= 25) && hasVariable("KC_HEALTH_ENABLED", "true"),
              "its health is not told without KC_HEALTH_ENABLED");
      case "traefik" ->
          unless(
              words().anyMatch(word -> word.startsWith("--ping"))
                  || hasVariable("TRAEFIK_PING", "true"),
              "it answers no ping without --ping");
      case "kafka", "cp-kafka" ->
          unless(listensLocally(), "no listener of it is on localhost:9092");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean holds, String obstacle) {
    return holds ? Optional.empty() : Optional.of(obstacle);
  }

  /** The first number of the tag; 0 if it has none. */
  private int major() {
    int end = 0;
    while (end < Math.min(4, tag.length()) && Character.isDigit(tag.charAt(end))) {
      end++;
    }
    return end == 0 ? 0 : Integer.parseInt(tag.substring(0, end));
  }

  private boolean hasVariable(String variable, String value) {
    return service
        .environment(variable)
        .flatMap(Variable::value)
        .filter(own -> own.is(value))
        .isPresent();
  }

  /** Where nothing is said of listeners, those of the image hold. */
  private boolean listensLocally() {
    Optional<String> listeners = text("KAFKA_LISTENERS");
    return listeners
        .map(
            all ->
                Stream.of("//:9092", "//0.0.0.0:9092", "//localhost:9092").anyMatch(all::contains))
        .orElseGet(
            () ->
                text("KAFKA_ADVERTISED_LISTENERS").map(all -> all.contains(":9092")).orElse(true));
  }

  private Optional<String> text(String variable) {
    return service.environment(variable).flatMap(Variable::value).map(Scalar::text);
  }
}
