package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Attachment;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Profiles;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A proxy that shares a network with a database, though it only passes requests on to others.
 *
 * @param proxy a service that is open to the host
 * @param store a service that keeps data
 */
public record FlatNetwork(Service proxy, Service store) implements Located {

  private static final Set<Kind> DATA = Set.of(Kind.DATABASE, Kind.CACHE, Kind.BROKER, Kind.SEARCH);

  @Override
  public SourceRange range() {
    return proxy.range();
  }

  /** One for each proxy of a project, with the first database that it reaches. */
  public static Stream<FlatNetwork> in(Project project) {
    return project.deployments().stream()
        .filter(deployment -> deployment.services().size() > 2)
        .flatMap(deployment -> in(project, deployment));
  }

  private static Stream<FlatNetwork> in(Project project, Deployment deployment) {
    List<DeployedService> stores =
        DeployedService.in(project, deployment).filter(FlatNetwork::keepsData).toList();
    return stores.isEmpty()
        ? Stream.empty()
        : DeployedService.in(project, deployment)
            .filter(FlatNetwork::isOpenProxy)
            .flatMap(each -> reached(each.service(), stores, deployment));
  }

  private static Stream<FlatNetwork> reached(
      Service proxy, List<DeployedService> stores, Deployment deployment) {
    return stores.stream()
        .map(DeployedService::service)
        .filter(store -> Profiles.of(deployment).allowTogether(proxy, store))
        .filter(store -> sharesNetwork(proxy, store) && !speaksOf(proxy, store))
        .limit(1)
        .map(store -> new FlatNetwork(proxy, store));
  }

  private static boolean keepsData(DeployedService each) {
    return each.knownImage()
        .filter(image -> image.isSensitive() && DATA.contains(image.kind()))
        .isPresent();
  }

  private static boolean isOpenProxy(DeployedService each) {
    return !each.service().ports().isEmpty()
        && !each.isForDevelopment()
        && each.knownImage()
            .or(() -> each.baseImage())
            .filter(image -> image.kind() == Kind.PROXY)
            .isPresent();
  }

  private static boolean sharesNetwork(Service one, Service other) {
    boolean isPlain = one.networkMode().isEmpty() && other.networkMode().isEmpty();
    return isPlain && !Collections.disjoint(networks(one), networks(other));
  }

  private static Set<String> networks(Service service) {
    List<Attachment> own = service.networks();
    return own.isEmpty()
        ? Set.of("default")
        : own.stream().map(Attachment::network).collect(Collectors.toSet());
  }

  /** Whether anything that the proxy is given names the database. */
  private static boolean speaksOf(Service proxy, Service store) {
    return proxy.dependsOn().stream().anyMatch(needed -> needed.service().equals(store.name()))
        || Stream.of("command", "entrypoint", "environment", "labels", "links")
            .flatMap(name -> proxy.attribute(name).stream())
            .map(Node::range)
            .anyMatch(range -> range.text().contains(store.name()));
  }
}
