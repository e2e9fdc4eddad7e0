package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import java.util.Arrays;
import java.util.Optional;

/** Nodes of one cluster, none of which may be healthy before the others are there. */
public final class ClusterNodes {

  private ClusterNodes() {}

  /**
   * Whether a service and one that it depends on run the same image, and the other is told of it
   * all the same: {@code discovery.seed_hosts: es02} for {@code es01}. If the one waited until the
   * other is healthy, both might wait for ever.
   *
   * @see <a href=
   *     "https://www.elastic.co/docs/deploy-manage/deploy/self-managed/important-settings-configuration">
   *     Elasticsearch: a cluster forms of the master nodes that its first ones name</a>
   */
  public static boolean mayNeedEachOther(Deployment deployment, Service service, String other) {
    return deployment
        .service(other)
        .filter(node -> image(node).isPresent() && image(node).equals(image(service)))
        .filter(node -> names(node, service.name()))
        .isPresent();
  }

  private static Optional<String> image(Service service) {
    return service.image().map(Scalar::text);
  }

  private static boolean names(Service node, String name) {
    return node.environment().stream()
        .map(Variable::value)
        .flatMap(Optional::stream)
        .flatMap(value -> Arrays.stream(value.text().split("[^\\w.-]+")))
        .anyMatch(name::equals);
  }
}
