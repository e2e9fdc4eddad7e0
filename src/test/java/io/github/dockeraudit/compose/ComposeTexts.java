package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory: files by their paths. */
final class ComposeTexts {

  private final Map<String, Source> files = new LinkedHashMap<>();
  private Environment environment = Environment.empty();

  /** One file named {@code compose.yaml}. */
  static Deployment load(String text) {
    return new ComposeTexts().file("compose.yaml", text).load();
  }

  /** The messages of the problems of one file, each behind its place. */
  static List<String> problems(String text) {
    return problems(load(text));
  }

  static List<String> problems(Deployment deployment) {
    return deployment.problems().stream()
        .map(problem -> problem.range() + " " + problem.message())
        .toList();
  }

  ComposeTexts file(String path, String text) {
    files.put(path, Source.of(path, text));
    return this;
  }

  ComposeTexts variable(String name, String value) {
    environment = environment.and(Environment.of(Map.of(name, value)));
    return this;
  }

  /** Loads the given files one over the other; the first file alone if none is given. */
  Deployment load(String... paths) {
    List<Source> sources = new ArrayList<>();
    for (String path : paths) {
      sources.add(files.get(path));
    }
    if (sources.isEmpty()) {
      sources.add(files.values().iterator().next());
    }
    return Deployment.load(sources, environment, path -> Optional.ofNullable(files.get(path)));
  }
}
