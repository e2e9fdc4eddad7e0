package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.project.Paths;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells whether {@code docker stack deploy} is to read a file, which knows less than compose: it
 * refuses the long form of {@code depends_on}, passes over the address of a published port, and did
 * not take a file without {@code version} before Docker 25.
 *
 * @see <a href="https://docs.docker.com/engine/swarm/stack-deploy/">Deploy a stack to a swarm</a>
 */
public final class Swarm {

  private Swarm() {}

  /** Whether the name of a file says so, or an attribute that nothing else heeds. */
  public static boolean reads(Deployment deployment) {
    return deployment.files().stream().anyMatch(file -> isNamed(file.source().path()))
        || deployment.services().stream()
            .flatMap(service -> service.deploy().stream())
            .anyMatch(
                deploy ->
                    Stream.of("endpoint_mode", "placement", "update_config").anyMatch(deploy::has));
  }

  private static boolean isNamed(String path) {
    String name = Paths.name(path).toLowerCase(Locale.ROOT);
    return Stream.of("docker-stack", "stack.", "swarm").anyMatch(name::startsWith)
        || Stream.of("-stack.", ".stack.", "-swarm.", ".swarm.").anyMatch(name::contains);
  }
}
