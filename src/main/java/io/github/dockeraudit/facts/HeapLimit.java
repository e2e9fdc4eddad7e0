package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A heap that is at least as large as all the memory that its container may use.
 *
 * @param option the option that sets the heap
 * @param service the service
 */
public record HeapLimit(JvmOption option, Service service) implements Located {

  private static final String FLAG = "-Xmx";

  @Override
  public SourceRange range() {
    return option.range();
  }

  /** The limit as it is written. */
  public String limit() {
    return service.limits().memory().orElseThrow().text();
  }

  /** All of a project. */
  public static Stream<HeapLimit> in(Project project) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                deployment.services().stream()
                    .filter(service -> service.limits().memory().isPresent())
                    .flatMap(
                        service ->
                            of(
                                service,
                                project.build(deployment, service).flatMap(ServiceBuild::stage))
                                .stream()));
  }

  private static Optional<HeapLimit> of(Service service, Optional<Stage> image) {
    OptionalLong limit = service.limits().memory().orElseThrow().bytes();
    List<JvmOption> options = new ArrayList<>(JvmOption.of(service, image));
    if (options.stream().noneMatch(one -> one.text().startsWith(FLAG))) {
      image.map(JvmOption::of).ifPresent(options::addAll);
    }
    return options.stream()
        .filter(one -> one.text().startsWith(FLAG))
        .filter(one -> limit.orElse(0) > 0 && bytes(one.text()) >= limit.getAsLong())
        .findFirst()
        .map(one -> new HeapLimit(one, service));
  }

  /** 0 if it is not of the form {@code -Xmx512m}. */
  private static long bytes(String option) {
    String size = option.substring(FLAG.length()).toLowerCase(Locale.ROOT);
    if (size.matches("\\d{1,9}[kmg]")) {
      return ResourceLimit.bytes(size);
    }
    return size.matches("\\d{1,12}") ? Long.parseLong(size) : 0;
  }
}
