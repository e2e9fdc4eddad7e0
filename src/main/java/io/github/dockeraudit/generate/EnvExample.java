package io.github.dockeraudit.generate;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.compose.Interpolation;
import io.github.dockeraudit.facts.Secrets;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A pattern for {@code .env}: all variables that the compose files of a project use. */
public final class EnvExample {

  /** The file, beside the compose files of the project's folder. */
  static final String PATH = ".env.example";

  /** What every shell sets by itself, or compose. */
  private static final Set<String> GIVEN =
      Set.of(
          "COMPOSE_PROJECT_NAME", "GID", "HOME", "HOSTNAME", "PATH", "PWD", "SHELL", "UID", "USER");

  private final Map<String, Interpolation> uses = new LinkedHashMap<>();

  private EnvExample() {}

  /** The file; empty if the project has one, or its compose files use no variables. */
  public static Optional<Source> of(Project project) {
    return there(project).isPresent() ? Optional.empty() : anew(project);
  }

  /** The path of a pattern that the project has. */
  static Optional<String> there(Project project) {
    return project.envFiles().stream()
        .filter(DotEnv::isExample)
        .map(file -> file.source().path())
        .findFirst();
  }

  /**
   * The file, whether the project has one or not; empty if its compose files use no variables.
   * Compose fills in each file before it merges them, so that what a later one replaces counts too.
   */
  static Optional<Source> anew(Project project) {
    EnvExample example = new EnvExample();
    project.deployments().stream()
        .filter(EnvExample::mayUseVariables)
        .flatMap(Deployment::filesAlone)
        .map(Deployment::interpolations)
        .forEachOrdered(example::read);
    return example.uses.isEmpty() ? Optional.empty() : Optional.of(Source.of(PATH, example.text()));
  }

  /** Loading each file by itself takes as long as reading the project. */
  private static boolean mayUseVariables(Deployment deployment) {
    return deployment.files().stream().anyMatch(file -> file.source().text().indexOf('$') >= 0);
  }

  private void read(List<Interpolation> interpolations) {
    for (Interpolation use : interpolations) {
      if (!GIVEN.contains(use.name())) {
        uses.merge(use.name(), use, EnvExample::better);
      }
      read(use.nested());
    }
  }

  /** One that is demanded says most, then one that has a default. */
  private static Interpolation better(Interpolation known, Interpolation other) {
    boolean saysMore =
        other.isRequired() && !known.isRequired() || other.hasDefault() && !says(known);
    return saysMore ? other : known;
  }

  private static boolean says(Interpolation use) {
    return use.isRequired() || use.hasDefault();
  }

  private String text() {
    List<String> lines = new ArrayList<>(List.of("# Copy to .env and fill in."));
    for (Interpolation use : uses.values()) {
      if (use.isRequired()) {
        lines.add(use.argument().isBlank() ? "# Required" : "# Required: " + message(use));
      }
      lines.add(line(use));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** On one line; a message that uses other variables is told as it is written. */
  private static String message(Interpolation use) {
    return use.argument().strip().replaceAll("\\s+", " ");
  }

  /** What has a default need not be set; a secret is never told. */
  private static String line(Interpolation use) {
    boolean isSecret = Secrets.isSecret(use.name());
    Optional<String> known = use.defaultText().filter(text -> !isSecret && isPlain(text));
    if (known.isPresent()) {
      return "# %s=%s".formatted(use.name(), known.get());
    }
    return use.hasDefault() && !isSecret ? "# " + use.name() + "=" : use.name() + "=";
  }

  /** A default that stands for itself without quotes, and in which no password can be. */
  private static boolean isPlain(String text) {
    return text.indexOf('@') < 0
        && text.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || ".,:;/_+=-@%".indexOf(c) >= 0);
  }
}
