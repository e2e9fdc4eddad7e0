package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to install the dependencies of a project before its sources are copied.
 *
 * <p>The instructions that copy sources are taken from their place, where only the manifests are
 * copied then, and put after the install. A RUN that does more than the install is parted. Where
 * the install is a part of the build, as with Maven, it stays, and a command before the sources
 * fetches what it needs.
 */
public final class Reordering {

  private final boolean isSure;
  private final List<TextEdit> edits;

  private Reordering(boolean isSure, List<TextEdit> edits) {
    this.isSure = isSure;
    this.edits = List.copyOf(edits);
  }

  /** What came of trying: a way to do it, or a clause that says what stands against it. */
  public record Attempt(Optional<Reordering> reordering, String obstacle) {}

  /** Whether no case is known in which the build would fail after it. */
  public boolean isSure() {
    return isSure;
  }

  /** The changes, in the Dockerfile and in the ignore file. */
  public List<TextEdit> edits() {
    return edits;
  }

  /** Tries to have the install before the sources. */
  public static Attempt of(LateInstall late, Dockerfile file, Project project) {
    try {
      return new Attempt(Optional.of(draft(late, file, project)), "");
    } catch (ObstacleException obstacle) {
      return new Attempt(Optional.empty(), obstacle.getMessage());
    }
  }

  private static Reordering draft(LateInstall late, Dockerfile file, Project project)
      throws ObstacleException {
    BuildContext context = onlyContext(file, project);
    CopiedFiles files = new CopiedFiles(project, context, late.stage(), late.run());
    MovedSources moved = new MovedSources(late.stage(), late.run(), late.sources(), files);
    IgnoreLines ignored = new IgnoreLines(project, file, context);
    InstallFirst install = new InstallFirst(late, files, moved, ignored);
    moved.checkWayToInstall();
    List<TextEdit> edits = new ArrayList<>(new Rewriting(file, files, moved, install).edits());
    ignored.edit(file.source().lineEnding()).ifPresent(edits::add);
    return new Reordering(install.isSure(), edits);
  }

  private static BuildContext onlyContext(Dockerfile file, Project project)
      throws ObstacleException {
    List<BuildContext> contexts = project.contexts(file);
    if (contexts.size() > 1) {
      throw new ObstacleException("it is built in several folders");
    }
    if (contexts.isEmpty() || !project.tree().isListed(contexts.get(0).folder())) {
      throw new ObstacleException("the build context is not known");
    }
    return contexts.get(0);
  }
}
