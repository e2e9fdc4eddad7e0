package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * The health check of a service.
 *
 * @param origin where it comes from
 * @param command where its command is written; empty if that is not in the project
 * @param interval the time between two checks as written; empty if it is not given
 */
public record ServiceHealth(
    HealthOrigin origin, Optional<SourceRange> command, Optional<String> interval) {

  public ServiceHealth {
    requireNonNull(origin);
    requireNonNull(command);
    requireNonNull(interval);
  }

  static ServiceHealth of(Service service, Optional<ServiceBuild> build, HealthOrigin origin) {
    Optional<String> interval =
        service.healthcheck().flatMap(HealthCheck::interval).map(Scalar::text);
    if (origin.kind() == Kind.COMPOSE) {
      Optional<SourceRange> test =
          service.healthcheck().flatMap(HealthCheck::test).map(CommandLine::range);
      return new ServiceHealth(origin, test, interval);
    }
    Optional<SourceRange> probe =
        build
            .filter(unused -> origin.kind() == Kind.STAGE)
            .flatMap(ServiceBuild::stage)
            .flatMap(stage -> stage.finalState().healthcheck())
            .flatMap(Healthcheck::command)
            .map(Command::range);
    return new ServiceHealth(origin, probe, interval);
  }

  /** Whether there is a check for certain. */
  public boolean isChecked() {
    return origin.isChecked();
  }
}
