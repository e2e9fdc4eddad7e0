package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.FileProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads off the compose files what they build from where. */
final class Builds {

  private final FileTree tree;
  private final Contexts contexts;
  private final Function<String, Optional<Dockerfile>> dockerfiles;
  private final List<FileProblem> problems = new ArrayList<>();

  /**
   * @param dockerfiles gives the Dockerfile at a path; empty if there is none
   */
  Builds(FileTree tree, Contexts contexts, Function<String, Optional<Dockerfile>> dockerfiles) {
    this.tree = tree;
    this.contexts = contexts;
    this.dockerfiles = dockerfiles;
  }

  /** The builds of a deployment, in its order of services. */
  List<ServiceBuild> of(ComposeSet set) {
    return set.deployment().services().stream()
        .flatMap(service -> service.build().stream().map(build -> read(set, service, build)))
        .toList();
  }

  /** What compose names that lies outside of the project. */
  List<FileProblem> problems() {
    return problems;
  }

  private ServiceBuild read(ComposeSet set, Service service, Build build) {
    Optional<String> folder = contextFolder(set, build);
    Optional<String> path =
        build.dockerfileInline().isPresent()
            ? Optional.empty()
            : folder.flatMap(context -> dockerfilePath(context, build));
    Optional<Dockerfile> file = path.flatMap(dockerfiles);
    return new ServiceBuild(
        set.deployment(),
        service,
        folder.map(
            context -> contexts.of(context, path.orElse(Paths.child(context, "Dockerfile")))),
        path,
        file,
        file.flatMap(dockerfile -> stage(dockerfile, build)));
  }

  private Optional<String> contextFolder(ComposeSet set, Build build) {
    Optional<Scalar> context = build.context();
    if (context.isEmpty()) {
      return Optional.of(set.folderFor(build.range().source()));
    }
    Optional<String> folder = context.flatMap(set.deployment()::resolve).map(Paths::clean);
    if (folder.isEmpty()) {
      context
          .flatMap(Scalar::value)
          .filter(path -> !Build.isRemote(path))
          .ifPresent(path -> problems.add(outside(context.get(), path)));
    }
    return folder;
  }

  private static FileProblem outside(Scalar context, String path) {
    String message = "'%s' lies outside of the project; audit the folder above, or move it here";
    return new FileProblem(Kind.OUTSIDE, context.range(), message.formatted(path));
  }

  /** BuildKit falls back to a name in lower case. */
  private Optional<String> dockerfilePath(String context, Build build) {
    if (build.dockerfile().isEmpty()) {
      String standard = Paths.child(context, "Dockerfile");
      String lower = Paths.child(context, "dockerfile");
      return Optional.of(!tree.isFile(standard) && tree.isFile(lower) ? lower : standard);
    }
    return build.dockerfile().flatMap(Scalar::value).flatMap(name -> Paths.resolve(context, name));
  }

  private static Optional<Stage> stage(Dockerfile file, Build build) {
    return build.target().isEmpty()
        ? file.lastStage()
        : build.target().flatMap(Scalar::value).flatMap(file::stage);
  }
}
