package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.compose.Attachment;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Resource;
import io.github.dockeraudit.compose.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network and who can reach whom through it.
 *
 * @param name the name in the file; {@code default} for the one that compose makes by itself
 * @param isDeclared whether the file says something about it
 * @param onHost the name that the file gives it on the host; empty if compose makes one up
 * @param services the services on it, in the order of the file
 */
public record NetworkSurvey(
    String name, boolean isDeclared, Optional<String> onHost, List<String> services) {

  private static final String DEFAULT = "default";

  public NetworkSurvey {
    services = List.copyOf(services);
  }

  /** The networks with services on them, by name. */
  static List<NetworkSurvey> of(Deployment deployment) {
    SortedMap<String, List<String>> members = new TreeMap<>();
    for (Service service : deployment.services()) {
      for (String network : networks(service)) {
        members.computeIfAbsent(network, name -> new ArrayList<>()).add(service.name());
      }
    }
    Map<String, Resource> declared =
        deployment.networks().stream().collect(toMap(Resource::name, network -> network));
    return members.entrySet().stream()
        .map(
            entry ->
                new NetworkSurvey(
                    entry.getKey(),
                    declared.containsKey(entry.getKey()),
                    Optional.ofNullable(declared.get(entry.getKey())).flatMap(Resource::onHost),
                    entry.getValue()))
        .toList();
  }

  private static List<String> networks(Service service) {
    if (service.networkMode().isPresent()) {
      return List.of();
    }
    List<String> named = service.networks().stream().map(Attachment::network).toList();
    return named.isEmpty() ? List.of(DEFAULT) : named;
  }
}
