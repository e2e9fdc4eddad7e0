package io.github.dockeraudit.facts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The secrets of a project that stand nowhere in plain view, to be known again in a text that is
 * written from its files. A password {@code postgres} beside an image of that name is none.
 */
final class HiddenTexts {

  /** Shorter ones are found in words that have nothing to do with them. */
  private static final int SHORTEST = 6;

  private static final Fact<Project, Set<String>> OF_PROJECT = Fact.of(HiddenTexts::find);

  private HiddenTexts() {}

  /** Where they stand in a text, in no order. */
  static List<SourceRange> in(Source text, Project project) {
    List<SourceRange> places = new ArrayList<>();
    for (String hidden : OF_PROJECT.about(project)) {
      places.addAll(places(hidden, text));
    }
    return places;
  }

  private static Set<String> find(Project project) {
    Map<Source, List<SourceRange>> secrets =
        SecretValues.in(project).stream().collect(groupingBy(SourceRange::source));
    List<Source> files = project.files();
    return secrets.values().stream()
        .flatMap(List::stream)
        .map(SourceRange::text)
        .filter(text -> text.length() >= SHORTEST)
        .distinct()
        .filter(text -> files.stream().noneMatch(f -> isPlain(text, f, secrets)))
        .collect(toSet());
  }

  private static boolean isPlain(
      String text, Source file, Map<Source, List<SourceRange>> secretsByFile) {
    List<SourceRange> secrets = secretsByFile.getOrDefault(file, List.of());
    return places(text, file).stream()
        .anyMatch(place -> secrets.stream().noneMatch(secret -> secret.contains(place)));
  }

  private static List<SourceRange> places(String text, Source source) {
    List<SourceRange> places = new ArrayList<>();
    for (int at = source.text().indexOf(text);
        at >= 0;
        at = source.text().indexOf(text, at + text.length())) {
      places.add(source.range(at, at + text.length()));
    }
    return places;
  }
}
