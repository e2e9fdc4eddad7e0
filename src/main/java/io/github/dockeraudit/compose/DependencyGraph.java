package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which services wait for which: by {@code depends_on}, and by all else that needs another one to
 * run.
 */
final class DependencyGraph {

  private static final String SERVICE = "service:";

  private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
  private final Problems problems;

  DependencyGraph(List<Service> services, Problems problems) {
    this.problems = problems;
    services.forEach(service -> edges.put(service.name(), edgesOf(service)));
  }

  /** That a service needs another one, said at a place. */
  private record Edge(String to, Located place) {}

  private static SourceRange rangeOf(Located place) {
    return place instanceof Node value ? value.site() : place.range();
  }

  private static List<Edge> edgesOf(Service service) {
    List<Edge> found = new ArrayList<>();
    for (Dependency dependency : service.dependsOn()) {
      found.add(new Edge(dependency.service(), dependency));
    }
    for (Scalar link : service.links()) {
      found.add(edge(link, link.text()));
    }
    for (String attribute : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
      service
          .body()
          .scalar(attribute)
          .filter(value -> value.text().startsWith(SERVICE))
          .ifPresent(value -> found.add(new Edge(value.text().substring(SERVICE.length()), value)));
    }
    service
        .body()
        .sequence("volumes_from")
        .ifPresent(
            list ->
                list.scalars()
                    .filter(from -> !from.text().startsWith("container:"))
                    .forEachOrdered(from -> found.add(edge(from, from.text()))));
    return found;
  }

  /** The name stands before the first colon. */
  private static Edge edge(Scalar value, String text) {
    int colon = text.indexOf(':');
    return new Edge(colon < 0 ? text : text.substring(0, colon), value);
  }

  /** Reports services that are not there, and services that wait for themselves in the end. */
  void check() {
    edges.forEach((from, own) -> own.forEach(edge -> checkTarget(from, edge)));
    Set<String> done = new HashSet<>();
    edges.keySet().forEach(start -> checkCycles(start, done));
  }

  private void checkTarget(String from, Edge edge) {
    if (edges.containsKey(edge.to)) {
      return;
    }
    String message = "There is no service '%s'; declare it or correct the name".formatted(edge.to);
    problems.reportMissing(edge.place, "services", edge.to, message, nearest(from, edge));
  }

  /** The service that was meant; none that would wait for itself or is waited for already. */
  private Optional<Problem.Correction> nearest(String from, Edge edge) {
    List<String> others =
        edges.keySet().stream()
            .limit(Corrections.MOST_NAMES)
            .filter(name -> edges.get(from).stream().noneMatch(own -> own.to.equals(name)))
            .toList();
    return Corrections.rename(rangeOf(edge.place), edge.to, others)
        .filter(correction -> !reaches(correction.edits().get(0).replacement(), from));
  }

  private boolean reaches(String start, String end) {
    Deque<String> open = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      if (name.equals(end)) {
        return true;
      }
      if (seen.add(name)) {
        edges.getOrDefault(name, List.of()).forEach(edge -> open.push(edge.to));
      }
    }
    return false;
  }

  /** Walks without recursion: a chain of services may be as long as the file. */
  private void checkCycles(String start, Set<String> done) {
    if (!done.add(start)) {
      return;
    }
    Deque<Iterator<Edge>> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    Map<String, Boolean> onPath = new HashMap<>();
    open.push(edges.get(start).iterator());
    names.push(start);
    onPath.put(start, true);
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        onPath.remove(names.pop());
        continue;
      }
      Edge edge = open.peek().next();
      if (onPath.containsKey(edge.to)) {
        problems.report(
            rangeOf(edge.place),
            "Service '%s' waits for itself in the end; break the circle".formatted(edge.to));
      } else if (edges.containsKey(edge.to) && done.add(edge.to)) {
        open.push(edges.get(edge.to).iterator());
        names.push(edge.to);
        onPath.put(edge.to, true);
      }
    }
  }
}
