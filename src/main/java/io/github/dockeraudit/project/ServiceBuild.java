package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import java.util.Optional;

/**
 * How compose builds the image of a service.
 *
 * @param deployment the deployment
 * @param service the service, which has a {@code build}
 * @param context what the build sees; empty if it is not a folder of the project, or depends on an
 *     unknown variable
 * @param dockerfilePath the path of the Dockerfile, whether it exists or not; empty if it is
 *     written in the compose file, lies outside of the project or depends on an unknown variable
 * @param dockerfile the Dockerfile; empty if it is not known, cannot be read or does not exist
 * @param stage the stage that is built: the target, or the last one; empty if it is not known or
 *     does not exist
 */
public record ServiceBuild(
    Deployment deployment,
    Service service,
    Optional<BuildContext> context,
    Optional<String> dockerfilePath,
    Optional<Dockerfile> dockerfile,
    Optional<Stage> stage) {

  public ServiceBuild {
    requireNonNull(deployment);
    requireNonNull(service);
    requireNonNull(context);
    requireNonNull(dockerfilePath);
    requireNonNull(dockerfile);
    requireNonNull(stage);
  }

  /** Whether it makes the image of that stage. */
  public boolean isOf(Stage other) {
    return stage.filter(other::equals).isPresent();
  }

  /**
   * Whether only developers run it: all its profiles say so, or the file that chooses the stage
   * does.
   */
  public boolean isForDevelopment() {
    return Purpose.isDevelopment(this);
  }
}
