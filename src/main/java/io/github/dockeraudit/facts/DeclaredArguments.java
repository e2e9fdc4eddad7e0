package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Fact;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The build arguments that a Dockerfile declares.
 *
 * @param names their names, those that every build knows not among them
 */
public record DeclaredArguments(Set<String> names) {

  /** What every build knows without an {@code ARG}. */
  private static final Set<String> PREDEFINED =
      Set.of(
          "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "SOURCE_DATE_EPOCH");

  private static final Fact<Dockerfile, DeclaredArguments> OF_FILE =
      Fact.of(DeclaredArguments::find);

  public DeclaredArguments {
    names = Set.copyOf(names);
  }

  /** Those of the Dockerfile that a service is built from; empty if they are not known. */
  public static Optional<DeclaredArguments> of(ServiceBuild build) {
    return build
        .dockerfile()
        .filter(file -> file.accepted() && file.directives().isDockerSyntax())
        .filter(DeclaredArguments::isAllThereIs)
        .map(OF_FILE::about);
  }

  /** An image made to be built upon may declare arguments for those who do. */
  private static boolean isAllThereIs(Dockerfile file) {
    return file.stages().stream()
        .noneMatch(
            stage -> stage.image().flatMap(image -> image.tag()).orElse("").contains("onbuild"));
  }

  private static DeclaredArguments find(Dockerfile file) {
    Set<String> names = new TreeSet<>();
    file.globalArgs().forEach(arg -> add(arg, names));
    file.all(Arg.class).forEach(arg -> add(arg, names));
    return new DeclaredArguments(names);
  }

  private static void add(Arg arg, Set<String> names) {
    arg.assignments().forEach(assignment -> names.add(assignment.name().text()));
  }

  /** Whether a build makes use of an argument. */
  public boolean has(String name) {
    return names.contains(name)
        || name.startsWith("BUILDKIT_")
        || name.startsWith("TARGET")
        || PREDEFINED.contains(name.toUpperCase(Locale.ROOT));
  }
}
