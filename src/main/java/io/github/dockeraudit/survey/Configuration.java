package io.github.dockeraudit.survey;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.EnvFile;
import io.github.dockeraudit.compose.Interpolation;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.source.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a deployment is configured. Counts are of places in the files, each once however many
 * services share it.
 *
 * @param withDefault uses of variables that have a default
 * @param required uses of variables that must be set
 * @param withoutDefault uses of variables that are empty unless they are set
 * @param names the variables that are used, sorted
 * @param literal environment variables of services whose value is written in the file
 * @param interpolated environment variables of services whose value uses a variable
 * @param passedThrough environment variables of services that are taken over from the shell
 * @param envFiles the files that further variables are read from, sorted
 * @param servicesWithEnvFile how many services read one
 */
public record Configuration(
    int withDefault,
    int required,
    int withoutDefault,
    List<String> names,
    int literal,
    int interpolated,
    int passedThrough,
    List<String> envFiles,
    int servicesWithEnvFile) {

  public Configuration {
    names = List.copyOf(names);
    envFiles = List.copyOf(envFiles);
  }

  static Configuration of(Deployment deployment) {
    Uses uses = new Uses();
    uses.read(deployment.interpolations());
    List<Variable> variables =
        deployment.services().stream()
            .flatMap(service -> service.environment().stream())
            .filter(variable -> uses.seen.add(variable.range()))
            .toList();
    long passedThrough = variables.stream().filter(one -> one.value().isEmpty()).count();
    long interpolated = variables.stream().filter(Configuration::isInterpolated).count();
    List<Service> reading =
        deployment.services().stream().filter(one -> !one.envFiles().isEmpty()).toList();
    return new Configuration(
        uses.withDefault,
        uses.required,
        uses.withoutDefault,
        List.copyOf(uses.names),
        (int) (variables.size() - passedThrough - interpolated),
        (int) interpolated,
        (int) passedThrough,
        envFiles(reading.stream()),
        reading.size());
  }

  private static List<String> envFiles(Stream<Service> services) {
    return services
        .flatMap(service -> service.envFiles().stream())
        .map(EnvFile::path)
        .map(Scalar::raw)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isInterpolated(Variable variable) {
    return variable.value().filter(value -> !value.interpolations().isEmpty()).isPresent();
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return names.isEmpty() && literal + passedThrough == 0 && envFiles.isEmpty();
  }

  /** Counts uses of variables by their places. */
  private static final class Uses {

    private final Set<SourceRange> seen = new HashSet<>();
    private final SortedSet<String> names = new TreeSet<>();
    private int withDefault;
    private int required;
    private int withoutDefault;

    void read(List<Interpolation> uses) {
      for (Interpolation use : uses) {
        if (seen.add(use.range())) {
          names.add(use.name());
          withDefault += use.hasDefault() ? 1 : 0;
          required += use.isRequired() ? 1 : 0;
          withoutDefault += use.hasDefault() || use.isRequired() ? 0 : 1;
        }
        read(use.nested());
      }
    }
  }
}
