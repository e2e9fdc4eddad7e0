package io.github.dockeraudit.generate;

import io.github.dockeraudit.facts.IgnoreDraft;
import io.github.dockeraudit.facts.service.ProductionOverride;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Drafts the files that a project lacks, each for the project as the earlier ones make it. */
public final class Generator {

  private final Texts texts;
  private final boolean force;

  /**
   * @param texts gives the files of the project that an audit does not read
   * @param force whether files that are there are drafted anew
   */
  public Generator(Texts texts, boolean force) {
    this.texts = texts;
    this.force = force;
  }

  /** Drafts these parts. */
  public Generated generate(Project original, Set<Part> parts) {
    Project project = original;
    List<Draft> drafts = new ArrayList<>();
    for (Part part : Part.values()) {
      if (parts.contains(part)) {
        List<Draft> ofPart = drafts(part, project);
        drafts.addAll(ofPart);
        project = with(ofPart, project);
      }
    }
    return new Generated(original, project, drafts);
  }

  private static Project with(List<Draft> drafts, Project project) {
    SortedMap<String, Source> changed = new TreeMap<>();
    for (Draft draft : drafts) {
      draft.change().ifPresent(change -> changed.put(change.path(), change.after()));
    }
    return changed.isEmpty() ? project : project.with(Map.copyOf(changed));
  }

  private List<Draft> drafts(Part part, Project project) {
    return switch (part) {
      case DOCKERFILE -> dockerfile(project);
      case DOCKERIGNORE -> ignoreFiles(project);
      case OVERRIDE -> overrides(project);
      case ENV -> List.of(environment(project));
      case MAKEFILE -> List.of(makefile(project));
    };
  }

  /** A module that is built with others has a context of which this project sees a part alone. */
  private List<Draft> dockerfile(Project project) {
    try {
      String text = MavenDockerfile.of(project, texts, force);
      List<Draft> drafts = new ArrayList<>();
      drafts.add(
          write(Source.of(MavenDockerfile.PATH, text), "builds and runs the module", project));
      project
          .maven()
          .flatMap(MavenModel::reactor)
          .map(ReactorIgnoreFile::of)
          .map(file -> write(file, "leaves out what no image needs", project))
          .ifPresent(drafts::add);
      return drafts;
    } catch (Obstacle obstacle) {
      return List.of(Draft.none(MavenDockerfile.PATH, obstacle.getMessage()));
    }
  }

  private List<Draft> ignoreFiles(Project project) {
    SortedMap<String, BuildContext> contexts = new TreeMap<>();
    project.dockerfiles().stream()
        .flatMap(file -> project.contexts(file).stream())
        .filter(context -> project.tree().isListed(context.folder()))
        .forEachOrdered(context -> contexts.putIfAbsent(context.folder(), context));
    if (contexts.isEmpty()) {
      return List.of(
          Draft.none(
              ".dockerignore",
              project.dockerfiles().isEmpty()
                  ? "there is no Dockerfile"
                  : "no Dockerfile is built in a folder that is known"));
    }
    return contexts.values().stream().map(context -> ignoreFile(project, context)).toList();
  }

  private Draft ignoreFile(Project project, BuildContext context) {
    Source draft = IgnoreDraft.of(project, context);
    boolean isOther =
        context.ignoreFile().filter(file -> !file.source().path().equals(draft.path())).isPresent();
    return isOther
        ? Draft.none(draft.path(), context.ignoreFile().get() + " is there")
        : write(draft, "leaves out what no image needs", project);
  }

  private List<Draft> overrides(Project project) {
    List<Draft> drafts =
        ProductionOverride.of(project).stream()
            .map(file -> write(file, "makes the deployment fit for a server", project))
            .toList();
    return drafts.isEmpty() ? List.of(Draft.none("override", noOverride(project))) : drafts;
  }

  private static String noOverride(Project project) {
    if (project.deployments().isEmpty()) {
      return "there is no compose file";
    }
    return project
        .composeSources()
        .map(Source::path)
        .filter(path -> path.substring(path.lastIndexOf('/') + 1).contains(".prod"))
        .findFirst()
        .map(path -> path + " is there; remove it to have another")
        .orElse(
            "no compose file that compose runs by itself has anything to change for production");
  }

  private Draft environment(Project project) {
    Optional<String> there = EnvExample.there(project);
    boolean isOurs = there.filter(path -> force && path.equals(EnvExample.PATH)).isPresent();
    if (there.isPresent() && !isOurs) {
      return Draft.none(EnvExample.PATH, there.get() + " is there");
    }
    return EnvExample.anew(project)
        .map(file -> write(file, "names the variables to set", project))
        .orElseGet(() -> Draft.none(EnvExample.PATH, "compose files use no variables"));
  }

  /** One that is there keeps what it has, and gets what it lacks. */
  private static Draft makefile(Project project) {
    try {
      Source file = ComposeMakefile.of(project);
      Optional<Source> before = project.source(file.path());
      return Draft.of(
          new FileChange(before, file),
          before.isPresent() ? "gets the targets that it lacks" : "starts what compose runs");
    } catch (Obstacle obstacle) {
      return Draft.none(ComposeMakefile.PATH, obstacle.getMessage());
    }
  }

  /** A file that is there is left alone, unless it is to be replaced. */
  private Draft write(Source file, String purpose, Project project) {
    String path = file.path();
    if (!project.owns(path)) {
      return Draft.none(path, "it belongs to another module");
    }
    if (project.tree().at(path) == Entry.MISSING) {
      return Draft.of(new FileChange(Optional.empty(), file), purpose);
    }
    Optional<Source> before = project.source(path).or(() -> texts.at(path));
    if (!force || before.isEmpty()) {
      return Draft.none(path, "it is there; -Ddocker-audit.force replaces it");
    }
    return before.get().text().equals(file.text())
        ? Draft.none(path, "it is there, just as it would be generated")
        : Draft.of(new FileChange(before, before.get().withText(file.text())), purpose);
  }
}
