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
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets of a project that stand nowhere in plain view, to be known again in a text that is
 * written from its files. A password {@code postgres} beside an image of that name is none.
 */
final class HiddenTexts {

  /** Shorter ones are found in words that have nothing to do with them. */
  private static final int SHORTEST = 6;

  private static final Fact<Project, HiddenTexts> OF_PROJECT = Fact.of(HiddenTexts::new);

  private final List<Source> files;
  private final Map<Source, List<SourceRange>> secrets;
  private final Set<String> texts;

  /** Those that were looked for in all files: few of them stand in a text that is written. */
  private final Map<String, Boolean> isPlain = new ConcurrentHashMap<>();

  private HiddenTexts(Project project) {
    this.files = project.files();
    this.secrets = SecretValues.in(project).stream().collect(groupingBy(SourceRange::source));
    this.texts =
        secrets.values().stream()
            .flatMap(List::stream)
            .map(SourceRange::text)
            .filter(text -> text.length() >= SHORTEST)
            .collect(toSet());
  }

  /** Where they stand in a text, in no order. */
  static List<SourceRange> in(Source text, Project project) {
    HiddenTexts ofProject = OF_PROJECT.about(project);
    List<SourceRange> places = new ArrayList<>();
    for (String hidden : ofProject.texts) {
      List<SourceRange> ofHidden = places(hidden, text);
      if (!ofHidden.isEmpty() && !ofProject.isPlain(hidden)) {
        places.addAll(ofHidden);
      }
    }
    return places;
  }

  private boolean isPlain(String text) {
    return isPlain.computeIfAbsent(text, this::standsInPlainView);
  }

  private boolean standsInPlainView(String text) {
    for (Source file : files) {
      for (SourceRange place : places(text, file)) {
        if (secrets.getOrDefault(file, List.of()).stream().noneMatch(s -> s.contains(place))) {
          return true;
        }
      }
    }
    return false;
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
