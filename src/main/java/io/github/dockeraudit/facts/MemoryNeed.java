package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory a service cannot do without, as far as files and documentation say. */
final class MemoryNeed {

  /** A heap, and as a half of it what a runtime needs beside its heap. */
  private static final Pattern HEAP =
      Pattern.compile("-Xmx(\\d{1,9})([kKmMgG])|--max-old-space-size[= ](\\d{1,9})");

  /** What the documentation of an image asks for, by the end of its repository. */
  private static final Map<String, String> OF_IMAGES =
      Map.ofEntries(
          Map.entry("mssql/server", "2G"),
          Map.entry("gvenzl/oracle-xe", "3G"),
          Map.entry("gvenzl/oracle-free", "3G"),
          Map.entry("library/cassandra", "4G"),
          Map.entry("library/couchbase", "2G"),
          Map.entry("library/neo4j", "2G"),
          Map.entry("library/crate", "2G"),
          Map.entry("apache/kafka", "2G"),
          Map.entry("confluentinc/cp-kafka", "2G"),
          Map.entry("apachepulsar/pulsar", "4G"),
          Map.entry("sonatype/nexus3", "4G"),
          Map.entry("wildfly/wildfly", "1G"));

  private MemoryNeed() {}

  /** The bytes; 0 if nothing is said. */
  static long of(Service service) {
    return Stream.of(
            heaps(service), reserved(service), Stream.of(ofImage(service)), shared(service))
        .flatMap(need -> need)
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static Stream<Long> heaps(Service service) {
    Stream<Scalar> variables =
        service.environment().stream().flatMap(variable -> variable.value().stream());
    Stream<Scalar> commands =
        Stream.of(service.entrypoint(), service.command())
            .flatMap(Optional::stream)
            .flatMap(MemoryNeed::words);
    return Stream.concat(variables, commands)
        .map(Scalar::text)
        .map(HEAP::matcher)
        .filter(Matcher::find)
        .map(heap -> bytes(heap) / 2 * 3);
  }

  private static Stream<Scalar> words(CommandLine command) {
    return Stream.concat(command.string().stream(), command.words().stream());
  }

  private static long bytes(Matcher heap) {
    return heap.group(3) == null
        ? ResourceLimit.bytes(heap.group(1) + heap.group(2))
        : ResourceLimit.bytes(heap.group(3) + "M");
  }

  /** Docker refuses a limit below what is set aside. */
  private static Stream<Long> reserved(Service service) {
    return service.reservations().memory().stream()
        .flatMap(memory -> memory.bytes().stream().boxed());
  }

  /** Shared memory counts as memory of the container. */
  private static Stream<Long> shared(Service service) {
    return service.body().scalar("shm_size").stream()
        .flatMap(size -> size.bytes().stream().boxed())
        .map(size -> size * 2);
  }

  private static long ofImage(Service service) {
    return service
        .image()
        .flatMap(Scalar::value)
        .flatMap(ImageReference::parse)
        .flatMap(ServiceImages::find)
        .map(known -> known.repository().substring(known.repository().indexOf('/') + 1))
        .map(OF_IMAGES::get)
        .map(ResourceLimit::bytes)
        .orElse(0L);
  }
}
