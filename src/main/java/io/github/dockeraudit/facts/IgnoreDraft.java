package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.IgnoreFile;
import io.github.dockeraudit.project.IgnorePattern;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Coordinates;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ignore file that a build context lacks: it leaves out what no image needs, and nothing that a
 * Dockerfile built there takes by its name.
 */
public final class IgnoreDraft {

  private static final String NAME = ".dockerignore";

  /** What tools make beside their own files, and who makes it again in a build. */
  private enum Output {
    MAVEN("target", "pom.xml", "mvn mvnw mvnd"),
    CARGO("target", "Cargo.toml", "cargo"),
    SBT("target", "build.sbt", "sbt"),
    GRADLE("build", "build.gradle build.gradle.kts", "gradle gradlew"),
    NODE("node_modules", "package.json", "npm yarn pnpm bun"),
    PYTHON(".venv", "requirements.txt pyproject.toml setup.py Pipfile", "pip poetry uv pipenv pdm"),
    COMPOSER("vendor", "composer.json", "composer");

    private final String folder;
    private final Set<String> manifests;
    private final Set<String> makers;

    Output(String folder, String manifests, String makers) {
      this.folder = folder;
      this.manifests = Set.of(manifests.split(" "));
      this.makers = Set.of(makers.split(" "));
    }
  }

  private static final Set<String> GIT_PLUGINS =
      Set.of(
          "buildnumber-maven-plugin",
          "git-build-hook-maven-plugin",
          "git-code-format-maven-plugin",
          "git-commit-id-maven-plugin",
          "git-commit-id-plugin",
          "githook-maven-plugin");

  private final Project project;
  private final BuildContext context;
  private final List<String> files;
  private final List<ContextUse> uses;
  private final List<String> lines = new ArrayList<>();

  private IgnoreDraft(Project project, BuildContext context) {
    this.project = project;
    this.context = context;
    this.files = project.tree().filesBelow(context.folder()).stream().map(this::inContext).toList();
    this.uses = dockerfiles(project, context).map(ContextUse::new).toList();
  }

  /** The ignore file of a context that has none, at the place where Docker looks for it. */
  public static Source of(Project project, BuildContext context) {
    return new IgnoreDraft(project, context).draft();
  }

  /**
   * Adds an ignore file to each of the contexts: what is left out is not in the image any more,
   * just as is wanted.
   *
   * @param file a Dockerfile that is built in them, whose line ending they get
   */
  public static Remedy remedy(Project project, List<BuildContext> contexts, Dockerfile file) {
    String newline = file.source().lineEnding();
    return Remedy.intended(
        "Add a .dockerignore",
        contexts.stream()
            .map(context -> of(project, context))
            .map(
                draft ->
                    draft.withText("").range().insertBefore(draft.text().replace("\n", newline)))
            .toList());
  }

  private static Stream<Dockerfile> dockerfiles(Project project, BuildContext context) {
    Stream<Dockerfile> built =
        project.builds().stream().flatMap(build -> build.dockerfile().stream());
    return Stream.concat(project.dockerfiles().stream(), built)
        .distinct()
        .filter(file -> contexts(project, file).contains(context.folder()));
  }

  private static List<String> contexts(Project project, Dockerfile file) {
    return Stream.concat(
            project.contexts(file).stream(),
            project.builds(file).stream().map(ServiceBuild::context).flatMap(Optional::stream))
        .map(BuildContext::folder)
        .toList();
  }

  private String inContext(String path) {
    return context.folder().equals(".") ? path : path.substring(context.folder().length() + 1);
  }

  private String fromProject(String pathInContext) {
    return context.folder().equals(".") ? pathInContext : context.folder() + "/" + pathInContext;
  }

  private Source draft() {
    add("Version control", versionControl());
    add("Secrets", secrets());
    add("What builds and tools make", outputs());
    add("What only builds and starts images", dockerFiles());
    add("Editors and logs", List.of(".idea", ".vscode", "*.iml", "**/.DS_Store", "*.log"));
    letInWhatIsCopied();
    return Source.of(fromProject(NAME), text());
  }

  private void add(String heading, List<String> patterns) {
    if (!patterns.isEmpty()) {
      lines.add("# " + heading);
      lines.addAll(patterns);
    }
  }

  private String text() {
    return String.join("\n", lines) + "\n";
  }

  private List<String> versionControl() {
    List<String> patterns = new ArrayList<>();
    if (uses.stream().noneMatch(ContextUse::asksGit) && !buildAsksGit()) {
      patterns.add(".git");
    }
    Stream.of(".hg", ".svn", ".github", ".gitlab-ci.yml")
        .filter(this::isThere)
        .forEach(patterns::add);
    return patterns;
  }

  private boolean buildAsksGit() {
    return project.maven().stream()
        .flatMap(model -> model.plugins().stream())
        .anyMatch(plugin -> asksGit(plugin.coordinates()));
  }

  /** Whether a plugin of Maven reads the history. */
  public static boolean asksGit(Coordinates plugin) {
    return GIT_PLUGINS.contains(plugin.artifactId());
  }

  /** An environment file that a command names is meant to be in the image; so may certificates. */
  private List<String> secrets() {
    List<String> patterns = new ArrayList<>();
    if (uses.stream().noneMatch(use -> use.names(".env"))) {
      patterns.add("**/.env");
    }
    patterns.add("**/.env.local");
    patterns.add("**/.env.*.local");
    patterns.add("**/*.key");
    if (files.stream().noneMatch(file -> file.endsWith(".pem"))) {
      patterns.add("**/*.pem");
    }
    return patterns;
  }

  private List<String> outputs() {
    if (uses.stream().anyMatch(ContextUse::isUnknown)) {
      return List.of();
    }
    Set<String> patterns = new LinkedHashSet<>();
    for (Output output : Output.values()) {
      folders(output)
          .filter(folder -> isMadeAnew(folder, output))
          .map(IgnoreDraft::atItsDepth)
          .forEach(patterns::add);
    }
    if (files.stream().anyMatch(file -> file.endsWith(".py"))) {
      patterns.addAll(
          List.of(
              "**/__pycache__", "**/*.pyc", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".tox"));
    }
    return List.copyOf(patterns);
  }

  /** Where a tool puts what it makes: beside its own files. */
  private Stream<String> folders(Output output) {
    Set<String> folders = new TreeSet<>();
    for (String file : files) {
      String parent = file.substring(0, file.lastIndexOf('/') + 1);
      if (output.manifests.contains(file.substring(parent.length()))) {
        folders.add(parent + output.folder);
      }
    }
    if (output == Output.MAVEN && context.folder().equals(".")) {
      project
          .maven()
          .map(MavenModel::directories)
          .map(d -> d.build())
          .filter(d -> !d.startsWith(".."))
          .ifPresent(folders::add);
    }
    return folders.stream();
  }

  /** What a Dockerfile takes with a folder above it and does not make itself, it needs. */
  private boolean isMadeAnew(String folder, Output output) {
    return uses.stream().filter(use -> use.covers(folder)).allMatch(use -> use.runs(output.makers));
  }

  /** Not at every depth: sources may have a package called {@code target}. */
  private static String atItsDepth(String folder) {
    String[] names = folder.split("/");
    return "*/".repeat(names.length - 1) + names[names.length - 1];
  }

  private List<String> dockerFiles() {
    Set<String> patterns = new LinkedHashSet<>();
    patterns.add(NAME);
    for (String file : files) {
      if (file.indexOf('/') >= 0) {
        continue;
      }
      if (file.equals("Dockerfile") || file.startsWith("Dockerfile.")) {
        patterns.add("Dockerfile*");
      } else if (project
          .composeSources()
          .anyMatch(source -> source.path().equals(fromProject(file)))) {
        patterns.add(file);
      }
    }
    return List.copyOf(patterns);
  }

  private boolean isThere(String path) {
    Entry entry = context.find(path);
    return entry == Entry.FILE || entry == Entry.FOLDER;
  }

  private void letInWhatIsCopied() {
    Set<String> exceptions = new LinkedHashSet<>();
    for (String source : uses.stream().flatMap(use -> use.paths().stream()).distinct().toList()) {
      IgnoreFile draft = IgnoreFile.parse(Source.of(NAME, text()));
      Optional<IgnorePattern> line = keepingOut(draft, source);
      if (line.filter(pattern -> pattern.path().equals(source)).isPresent()) {
        lines.remove(line.get().toString());
      } else if (line.isPresent()) {
        exceptions.add("!" + source);
      }
    }
    add("Copied by name all the same", List.copyOf(exceptions));
  }

  /** The line that keeps out a source, or some file that it names. */
  private Optional<IgnorePattern> keepingOut(IgnoreFile draft, String source) {
    return context
        .with(draft)
        .ignoring(source)
        .or(
            () ->
                project.tree().matching(context.folder(), source).stream()
                    .filter(project.tree()::isFile)
                    .map(this::inContext)
                    .flatMap(path -> draft.decisive(path).stream())
                    .filter(line -> !line.isException())
                    .findFirst());
  }
}
