package io.github.dockeraudit.facts;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import java.util.Set;

/** Which services run side by side, by the profiles that switch them on. */
public final class Profiles {

  private Profiles() {}

  /**
   * Whether one and the same profile, or none at all, starts both services. Two that have only
   * different profiles are taken for alternatives, though a user may switch on several profiles.
   */
  public static boolean allowTogether(Service one, Service other) {
    Set<String> profiles = known(one);
    return isAlwaysOn(one)
        || isAlwaysOn(other)
        || known(other).stream().anyMatch(profiles::contains);
  }

  private static boolean isAlwaysOn(Service service) {
    return service.profiles().isEmpty();
  }

  private static Set<String> known(Service service) {
    return service.profiles().stream().filter(Scalar::isKnown).map(Scalar::text).collect(toSet());
  }
}
