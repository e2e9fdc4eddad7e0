package io.github.dockeraudit.facts;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.source.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which services run side by side, by the profiles that switch them on and by what they depend on.
 *
 * <p>What a service starts with is the least that makes it run: one of its profiles, and the one
 * profile of each service that it cannot do without. Services that need different profiles are
 * taken for alternatives, though a user may switch on several.
 *
 * @see <a href="https://docs.docker.com/compose/how-tos/profiles/">Using profiles with Compose</a>
 */
public final class Profiles {

  private static final Fact<Deployment, Profiles> OF_DEPLOYMENT = Fact.of(Profiles::new);

  private final Deployment deployment;
  private final Map<String, Set<String>> own = new HashMap<>();
  private final Map<String, Set<Set<String>>> starts = new HashMap<>();
  private final boolean isPlain;

  private Profiles(Deployment deployment) {
    this.deployment = deployment;
    List<Service> services = deployment.services();
    this.isPlain = services.stream().allMatch(service -> service.profiles().isEmpty());
    if (!isPlain) {
      services.forEach(service -> own.put(service.name(), known(service)));
      services.forEach(service -> starts.put(service.name(), startsOf(service)));
    }
  }

  /** The profiles of a deployment. */
  public static Profiles of(Deployment deployment) {
    return OF_DEPLOYMENT.about(deployment);
  }

  /** One whose name is not known may be any: it is as if there were none of that name. */
  private static Set<String> known(Service service) {
    return service.profiles().stream()
        .map(profile -> profile.isKnown() ? profile.text() : "?" + profile.range())
        .collect(toSet());
  }

  /** Whether there is a least start of one of them with which the other one runs too. */
  public boolean allowTogether(Service one, Service other) {
    return isPlain
        || Stream.of(one, other).anyMatch(service -> service.profiles().isEmpty())
        || starts(one).anyMatch(active -> isOn(other.name(), active))
        || starts(other).anyMatch(active -> isOn(one.name(), active));
  }

  /**
   * What a service cannot do without and does not find with a profile that starts the service
   * itself.
   *
   * @param active profiles that are switched on in any case
   */
  public Stream<Dependency> unmet(Service service, Set<String> active) {
    if (isPlain) {
      return Stream.empty();
    }
    return service.dependsOn().stream()
        .filter(dependency -> isNeeded(dependency))
        .filter(dependency -> ways(service).anyMatch(way -> !isOn(dependency, way, active)));
  }

  private boolean isOn(Dependency dependency, Set<String> way, Set<String> active) {
    return isOn(dependency.service(), way) || isOn(dependency.service(), active);
  }

  private boolean isNeeded(Dependency dependency) {
    return !dependency.isOptional() && deployment.service(dependency.service()).isPresent();
  }

  /** The profiles by which a service is switched on, each by itself; none for one always on. */
  private static Stream<Set<String>> ways(Service service) {
    return service.profiles().isEmpty()
        ? Stream.of(Set.of())
        : service.profiles().stream().filter(Scalar::isKnown).map(p -> Set.of(p.text()));
  }

  private Stream<Set<String>> starts(Service service) {
    return starts.getOrDefault(service.name(), Set.of()).stream();
  }

  private Set<Set<String>> startsOf(Service service) {
    Set<Set<String>> found = new LinkedHashSet<>();
    ways(service).forEach(way -> found.add(completed(way, service)));
    return found;
  }

  /** Where several profiles would do, none is chosen. */
  private Set<String> completed(Set<String> way, Service service) {
    Set<String> active = new TreeSet<>(way);
    Set<String> seen = new HashSet<>();
    complete(service, active, seen);
    return active;
  }

  private void complete(Service service, Set<String> active, Set<String> seen) {
    if (!seen.add(service.name())) {
      return;
    }
    for (Dependency dependency : service.dependsOn()) {
      Set<String> profiles = own.get(dependency.service());
      if (profiles != null && !dependency.isOptional()) {
        if (profiles.size() == 1 && !isOn(dependency.service(), active)) {
          active.addAll(profiles);
        }
        complete(deployment.service(dependency.service()).orElseThrow(), active, seen);
      }
    }
  }

  private boolean isOn(String service, Set<String> active) {
    Set<String> profiles = own.getOrDefault(service, Set.of());
    return profiles.isEmpty() || profiles.stream().anyMatch(active::contains);
  }
}
