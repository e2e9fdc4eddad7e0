package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.DependencyInstall.Ecosystem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dependencies that are installed only after the sources have been copied, so that every change of
 * a source has them installed again.
 *
 * @param stage where the dependencies are installed
 * @param sources what a COPY or ADD names as its source, in that stage or in one that it builds on
 * @param run where the dependencies are installed
 * @param install the first install after the sources
 */
public record LateInstall(Stage stage, Word sources, Run run, DependencyInstall install) {

  /** Folders that hold sources in most projects that have them. */
  private static final Set<String> SOURCE_FOLDERS =
      Set.of("app", "backend", "cmd", "frontend", "internal", "server", "source", "sources", "src");

  /**
   * The first late install in each stage of a file that has one, in file order. The layers of the
   * stages that it builds on count as earlier ones. No install is late whose packages were
   * installed before the sources came, or that keeps its downloads in a cache mount.
   */
  public static List<LateInstall> in(Dockerfile file) {
    if (file.all(Run.class).allMatch(run -> installsIn(run).isEmpty())) {
      return List.of();
    }
    List<LateInstall> late = new ArrayList<>();
    List<Layers> ends = new ArrayList<>();
    for (Stage stage : file.stages()) {
      Layers layers = stage.parent().map(p -> new Layers(ends.get(p.index()))).orElse(new Layers());
      layers.addAll(stage).ifPresent(late::add);
      ends.add(layers);
    }
    return late;
  }

  /** What the layers up to some place of a stage hold. */
  private static final class Layers {

    private final Set<Ecosystem> installed;
    private Word sources;

    Layers() {
      this.installed = EnumSet.noneOf(Ecosystem.class);
    }

    Layers(Layers parent) {
      this.installed = EnumSet.copyOf(parent.installed);
      this.sources = parent.sources;
    }

    /** Gives the first late install. */
    Optional<LateInstall> addAll(Stage stage) {
      LateInstall first = null;
      for (Instruction instruction : stage.instructions()) {
        if (sources == null) {
          sources = sourcesIn(instruction).orElse(null);
        }
        for (DependencyInstall install : installsIn(instruction)) {
          boolean late = installed.add(install.ecosystem()) && sources != null;
          if (late && first == null && instruction instanceof Run run && !keepsDownloads(run)) {
            first = new LateInstall(stage, sources, run, install);
          }
        }
      }
      return Optional.ofNullable(first);
    }
  }

  /** What an instruction copies from the build context that changes all the time. */
  public static Optional<Word> sourcesIn(Instruction instruction) {
    return ContextCopy.of(instruction)
        .flatMap(
            copy ->
                copy.wholeContext()
                    .or(() -> copy.sources().stream().filter(LateInstall::isSources).findFirst()));
  }

  private static boolean isSources(Word source) {
    String path = source.text();
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return SOURCE_FOLDERS.contains(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
  }

  private static List<DependencyInstall> installsIn(Instruction instruction) {
    return instruction instanceof Run run
        ? DependencyInstall.all(run.command().script())
        : List.of();
  }

  private static boolean keepsDownloads(Run run) {
    return run.mounts().stream().anyMatch(mount -> mount.type().equals("cache"));
  }
}
