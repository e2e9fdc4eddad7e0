package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A {@code pip install -r requirements.txt} for shipped images alone, where the project has a file
 * for production too.
 *
 * @param file the word that names the requirements
 * @param production the name of the file for production, in the same folder
 * @param edits what installs that one, and copies it
 */
public record PythonDevelopment(Word file, String production, List<TextEdit> edits)
    implements Located {

  private static final String USUAL = "requirements.txt";

  private static final List<String> FOR_PRODUCTION =
      List.of(
          "requirements.prod.txt",
          "requirements-prod.txt",
          "requirements_prod.txt",
          "requirements.production.txt",
          "requirements-production.txt");

  public PythonDevelopment {
    edits = List.copyOf(edits);
  }

  @Override
  public SourceRange range() {
    return file.range();
  }

  /** Risky: nobody may ever have started the program with what that file names. */
  public Remedy remedy() {
    return Remedy.risky("Install " + production, edits);
  }

  /** Those in the builds of shipped images, in the order of files and places. */
  public static Stream<PythonDevelopment> in(Project project) {
    return project.dockerfiles().stream()
        .filter(file -> file.source().text().contains(USUAL))
        .flatMap(file -> in(file, project));
  }

  private static Stream<PythonDevelopment> in(Dockerfile file, Project project) {
    Set<Stage> shipped = shippedWithInputs(file, project);
    Set<Stage> shared = new HashSet<>();
    file.stages().stream()
        .filter(stage -> !shipped.contains(stage))
        .forEach(stage -> shared.addAll(stage.dependencies()));
    return shipped.stream()
        .filter(stage -> !shared.contains(stage))
        .flatMap(
            stage ->
                stage
                    .all(Run.class)
                    .flatMap(run -> run.command().script().commands().stream())
                    .flatMap(command -> of(command.unwrapped(), stage, file, project).stream()));
  }

  /** A stage that is copied from brings its packages along. */
  private static Set<Stage> shippedWithInputs(Dockerfile file, Project project) {
    Set<Stage> found = new LinkedHashSet<>();
    Deque<Stage> waiting = new ArrayDeque<>(project.shippedStages(file));
    while (!waiting.isEmpty()) {
      Stage stage = waiting.remove();
      if (found.add(stage)) {
        waiting.addAll(stage.dependencies());
      }
    }
    return found;
  }

  private static Optional<PythonDevelopment> of(
      SimpleCommand command, Stage stage, Dockerfile file, Project project) {
    boolean isPip =
        PackageCommand.of(command).filter(c -> c.manager() == PackageManager.PIP).isPresent();
    Optional<Word> named = isPip ? command.flagValue("-r", "--requirement") : Optional.empty();
    return named
        .filter(word -> word.literal().filter(PythonDevelopment::isUsual).isPresent())
        .flatMap(word -> inProduction(word, stage, file, project));
  }

  private static boolean isUsual(String path) {
    return Paths.name(path).equals(USUAL);
  }

  /** Only one COPY that names the file tells where in the build context it lies. */
  private static Optional<PythonDevelopment> inProduction(
      Word named, Stage stage, Dockerfile file, Project project) {
    List<io.github.dockeraudit.dockerfile.Word> copied =
        stage.ancestors().stream()
            .flatMap(each -> each.instructions().stream())
            .flatMap(instruction -> ContextCopy.of(instruction).stream())
            .flatMap(copy -> copy.sources().stream())
            .filter(source -> source.literal().filter(PythonDevelopment::isUsual).isPresent())
            .toList();
    List<BuildContext> contexts = project.contexts(file);
    if (copied.size() != 1 || contexts.isEmpty()) {
      return Optional.empty();
    }
    String usual = Paths.clean(copied.get(0).literal().orElseThrow());
    return FOR_PRODUCTION.stream()
        .filter(name -> isThere(usual, name, contexts, project))
        .findFirst()
        .map(name -> new PythonDevelopment(named, name, edits(copied.get(0), named, name)));
  }

  private static boolean isThere(
      String usual, String name, List<BuildContext> contexts, Project project) {
    String path = Paths.clean(Paths.parent(usual) + "/" + name);
    return contexts.stream()
        .allMatch(
            context ->
                context.holds(path)
                    || isMissing(context, usual)
                        && isMissing(context, path)
                        && areCopiedTogether(usual, path, project));
  }

  /** Not in the checkout, and free to get into the build once something has made it. */
  private static boolean isMissing(BuildContext context, String path) {
    return context.find(path) == Entry.MISSING && context.ignoring(path).isEmpty();
  }

  /** Whether an image of the project needs both: then whatever makes the one makes the other. */
  private static boolean areCopiedTogether(String usual, String other, Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> file.instructions().stream())
        .flatMap(instruction -> ContextCopy.of(instruction).stream())
        .map(
            copy ->
                copy.sources().stream()
                    .flatMap(source -> source.literal().stream())
                    .map(Paths::clean)
                    .toList())
        .anyMatch(sources -> sources.containsAll(List.of(usual, other)));
  }

  private static List<TextEdit> edits(
      io.github.dockeraudit.dockerfile.Word copied, Word named, String name) {
    return List.of(
        nameIn(copied.mapped()).replaceWith(name), nameIn(named.range()).replaceWith(name));
  }

  private static SourceRange nameIn(MappedText path) {
    int start = path.text().lastIndexOf(USUAL);
    return path.range(start, start + USUAL.length());
  }

  private static SourceRange nameIn(SourceRange word) {
    int start = word.start() + word.text().lastIndexOf(USUAL);
    return word.source().range(start, start + USUAL.length());
  }
}
