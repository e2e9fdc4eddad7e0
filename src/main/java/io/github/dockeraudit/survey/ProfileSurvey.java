package io.github.dockeraudit.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A way to start a deployment.
 *
 * @param name the profile; empty for starting without any
 * @param adds the services that only this profile starts, or without any all that always start; in
 *     the order of the file
 * @param count how many services it starts in all
 */
public record ProfileSurvey(String name, List<String> adds, int count) {

  public ProfileSurvey {
    adds = List.copyOf(adds);
  }

  /** Starting without any profile, then each profile by name; none if there are no profiles. */
  static List<ProfileSurvey> of(List<ServiceSurvey> services) {
    SortedSet<String> names = new TreeSet<>();
    services.forEach(service -> names.addAll(service.profiles()));
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> always = names(services.stream().filter(one -> one.profiles().isEmpty()).toList());
    List<ProfileSurvey> profiles = new ArrayList<>();
    profiles.add(new ProfileSurvey("", always, always.size()));
    for (String name : names) {
      List<String> adds =
          names(services.stream().filter(one -> one.profiles().contains(name)).toList());
      profiles.add(new ProfileSurvey(name, adds, always.size() + adds.size()));
    }
    return List.copyOf(profiles);
  }

  private static List<String> names(List<ServiceSurvey> services) {
    return services.stream().map(ServiceSurvey::name).toList();
  }
}
