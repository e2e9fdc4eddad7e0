package io.github.dockeraudit.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which order compose starts services.
 *
 * @param waves services that start together, each wave after the one before; names sorted
 * @param blocked the services that wait for each other in a circle, or for one that does; sorted
 */
public record StartOrder(List<List<String>> waves, List<String> blocked) {

  public StartOrder {
    waves = List.copyOf(waves);
    blocked = List.copyOf(blocked);
  }

  static StartOrder of(List<ServiceSurvey> services) {
    Map<String, Set<String>> waiting = new LinkedHashMap<>();
    Set<String> known = new TreeSet<>(services.stream().map(ServiceSurvey::name).toList());
    for (ServiceSurvey service : services) {
      Set<String> first =
          new TreeSet<>(service.dependsOn().stream().map(ServiceSurvey.Edge::on).toList());
      first.retainAll(known);
      waiting.put(service.name(), first);
    }
    List<List<String>> waves = new ArrayList<>();
    for (List<String> wave = ready(waiting); !wave.isEmpty(); wave = ready(waiting)) {
      waves.add(wave);
      Set<String> started = Set.copyOf(wave);
      waiting.keySet().removeAll(started);
      waiting.values().forEach(first -> first.removeAll(started));
    }
    return new StartOrder(waves, waiting.keySet().stream().sorted().toList());
  }

  private static List<String> ready(Map<String, Set<String>> waiting) {
    return waiting.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
