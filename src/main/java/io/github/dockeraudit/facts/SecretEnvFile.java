package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.IgnoreFile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code .env} that holds secrets: it is there, or a pattern says what it is to hold.
 *
 * @param path where it is, or is to be
 * @param range the first secret in it, or in the pattern
 */
public record SecretEnvFile(String path, SourceRange range) implements Located {

  private static final String NAME = ".env";

  /** Those beside compose files and in the folder of the project. */
  public static Stream<SecretEnvFile> in(Project project) {
    if (project.envFiles().isEmpty()) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(""),
            project.deployments().stream()
                .map(deployment -> folder(deployment.baseFile().source().path())))
        .distinct()
        .flatMap(folder -> in(folder, project).stream());
  }

  private static Optional<SecretEnvFile> in(String folder, Project project) {
    List<DotEnv> files =
        project.envFiles().stream()
            .filter(file -> folder(file.source().path()).equals(folder))
            .toList();
    Optional<DotEnv> own =
        files.stream().filter(file -> file.source().path().equals(folder + NAME)).findFirst();
    return own.or(() -> files.stream().filter(SecretEnvFile::isPattern).findFirst())
        .flatMap(file -> firstSecret(file, own.isPresent()))
        .map(secret -> new SecretEnvFile(folder + NAME, secret.range()));
  }

  private static boolean isPattern(DotEnv file) {
    String path = file.source().path();
    return file.isExample() && path.substring(folder(path).length()).startsWith(NAME);
  }

  private static Optional<DotEnv.Variable> firstSecret(DotEnv file, boolean isReal) {
    return file.variables().stream()
        .filter(variable -> Secrets.isSecret(variable.name()))
        .filter(variable -> !isReal || !variable.isBlank())
        .findFirst();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /**
   * The file that tells Git what to ignore, if it says nothing that could mean this one. Empty if
   * there is none, so that nobody knows whether there is a repository.
   */
  public Optional<Source> silentGitignore(Project project) {
    List<Source> all =
        Stream.of("", folder(path))
            .distinct()
            .flatMap(folder -> project.text(folder + ".gitignore").stream())
            .toList();
    boolean isNamed = all.stream().flatMap(file -> file.text().lines()).anyMatch(this::mayMean);
    return all.stream().filter(file -> file.path().equals(".gitignore") && !isNamed).findFirst();
  }

  private boolean mayMean(String line) {
    String pattern = line.strip();
    boolean isFolderAbove =
        !folder(path).isEmpty() && pattern.replace("/", "").equals(folder(path).split("/")[0]);
    return !pattern.startsWith("#")
        && (pattern.contains("env")
            || isFolderAbove
            || pattern.equals("*")
            || pattern.equals(".*")
            || pattern.equals("/*"));
  }

  /** Adds it to a file of ignored paths. */
  public static Remedy ignored(Source file, String line) {
    String text = file.text();
    String before = text.isEmpty() || text.endsWith("\n") ? "" : file.lineEnding();
    return Remedy.intended(
        "Ignore " + line,
        List.of(
            file.range(text.length(), text.length())
                .insertAfter(before + line + file.lineEnding())));
  }

  /** The ignore file of a build that sees this file and lets it in; empty if it has none. */
  public Optional<IgnoreFile> lettingIn(BuildContext context) {
    boolean isInside = context.folder().equals(".") || path.startsWith(context.folder() + "/");
    return context.ignoreFile().filter(ignore -> isInside && !ignore.excludes(inContext(context)));
  }

  /** The path as the ignore file of a build has it. */
  public String inContext(BuildContext context) {
    return context.folder().equals(".") ? path : path.substring(context.folder().length() + 1);
  }
}
