package io.github.dockeraudit.facts.reorder;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.IgnoreDraft;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.IgnoreFile;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps out of a build what an install makes, which the sources would overwrite otherwise. */
final class IgnoreLines {

  private final Project project;
  private final Dockerfile file;
  private final BuildContext context;

  /** By the path in the build context that each keeps out. */
  private final Map<String, String> patterns = new LinkedHashMap<>();

  IgnoreLines(Project project, Dockerfile file, BuildContext context) {
    this.project = project;
    this.file = file;
    this.context = context;
  }

  /**
   * Keeps a path out.
   *
   * @param path in the build context
   * @param pattern the line that does so; empty for the path itself
   */
  void keepOut(String path, String pattern) throws ObstacleException {
    if (context.ignoring(path).isPresent()) {
      return;
    }
    Optional<Dockerfile> user =
        project.dockerfiles().stream().filter(f -> needs(f, path)).findFirst();
    if (user.isPresent()) {
      throw new ObstacleException(
          "'%s' has to be ignored, which %s may need".formatted(path, user.get().source()));
    }
    patterns.put(path, pattern.isEmpty() ? path : pattern);
  }

  /** Whether a Dockerfile copies a path by name, or all around it without an install of its own. */
  private boolean needs(Dockerfile other, String path) {
    String name = Paths.name(path);
    boolean namesIt =
        other.instructions().stream()
            .flatMap(instruction -> ContextCopy.of(instruction).stream())
            .flatMap(copy -> copy.sources().stream())
            .anyMatch(source -> ("/" + source.text() + "/").contains("/" + name + "/"));
    return namesIt || other != file && sharesContext(other) && copiesAllWithoutInstall(other);
  }

  private boolean sharesContext(Dockerfile other) {
    return project.contexts(other).stream()
        .anyMatch(
            one ->
                Paths.isWithin(one.folder(), context.folder())
                    || Paths.isWithin(context.folder(), one.folder()));
  }

  private static boolean copiesAllWithoutInstall(Dockerfile other) {
    return other.instructions().stream().anyMatch(IgnoreLines::copiesAll)
        && other
            .all(Run.class)
            .noneMatch(run -> DependencyInstall.in(run.command().script()).findAny().isPresent());
  }

  private static boolean copiesAll(Instruction instruction) {
    return ContextCopy.of(instruction).flatMap(ContextCopy::wholeContext).isPresent();
  }

  /** Adds what is missing to the ignore file, or makes one; empty if nothing is missing. */
  Optional<TextEdit> edit(String lineEnding) {
    if (patterns.isEmpty()) {
      return Optional.empty();
    }
    Optional<IgnoreFile> present = context.ignoreFile();
    return Optional.of(
        present.map(file -> addTo(file, lineEnding)).orElseGet(() -> make(lineEnding)));
  }

  private TextEdit addTo(IgnoreFile present, String lineEnding) {
    Source source = present.source();
    String ending = source.text().indexOf('\n') < 0 ? lineEnding : source.lineEnding();
    boolean isOpen = !source.text().isEmpty() && !source.text().endsWith("\n");
    return source.range().insertAfter((isOpen ? ending : "") + lines(patterns.values(), ending));
  }

  /** Where the whole context is copied, one that leaves out all that no image needs. */
  private TextEdit make(String lineEnding) {
    String path = Paths.child(context.folder(), ".dockerignore");
    boolean copiesAll = file.instructions().stream().anyMatch(IgnoreLines::copiesAll);
    Source draft = copiesAll ? IgnoreDraft.of(project, context) : Source.of(path, "");
    IgnoreFile drafted = IgnoreFile.parse(draft);
    List<String> missing =
        patterns.entrySet().stream()
            .filter(entry -> drafted.excludingAllBelow(entry.getKey()).isEmpty())
            .map(Map.Entry::getValue)
            .toList();
    boolean isApart = !draft.text().isEmpty() && !missing.isEmpty();
    String text =
        draft.text().replace("\n", lineEnding)
            + (isApart ? "# What an install in the image makes" + lineEnding : "")
            + lines(missing, lineEnding);
    return Source.of(path, "").range().insertAfter(text);
  }

  private static String lines(Collection<String> patterns, String ending) {
    return patterns.stream().distinct().map(pattern -> pattern + ending).collect(joining());
  }
}
