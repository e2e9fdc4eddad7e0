package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** How the image of a service is built; the short form gives the build context alone. */
public final class Build implements Located {

  private final Node node;

  Build(Node node) {
    this.node = node;
  }

  /** The value of {@code build}. */
  @Override
  public SourceRange range() {
    return node.range();
  }

  /** Whether only the build context is written. */
  public boolean isShort() {
    return node instanceof Scalar;
  }

  /** The long form as a tree; empty for the short form. */
  public Optional<Mapping> asMapping() {
    return node.asMapping();
  }

  /** The build context, relative to the file that names it; empty means {@code .}. */
  public Optional<Scalar> context() {
    return node.asScalar().or(() -> scalar("context"));
  }

  /** Whether a build context is fetched from elsewhere: a URL, a Git repository, an image. */
  public static boolean isRemote(String context) {
    return Paths.isRemote(context);
  }

  /** The Dockerfile, relative to the build context; empty means {@code Dockerfile}. */
  public Optional<Scalar> dockerfile() {
    return scalar("dockerfile");
  }

  /** The text of a Dockerfile written in the compose file itself. */
  public Optional<Scalar> dockerfileInline() {
    return scalar("dockerfile_inline");
  }

  /** The stage to build; empty means the last one. */
  public Optional<Scalar> target() {
    return scalar("target");
  }

  /** The build arguments; one without a value takes it from the environment. */
  public List<Variable> args() {
    return attribute("args").map(Variable::read).orElse(List.of());
  }

  /** The labels of the image. */
  public List<Variable> labels() {
    return attribute("labels").map(Variable::read).orElse(List.of());
  }

  /** The named build contexts beside the main one. */
  public List<Variable> additionalContexts() {
    return attribute("additional_contexts").map(Variable::read).orElse(List.of());
  }

  /** The secrets that the build may read. */
  public List<Grant> secrets() {
    return attribute("secrets").map(Grant::read).orElse(List.of());
  }

  /** Any attribute by its name in the compose specification; empty if absent or null. */
  public Optional<Node> attribute(String name) {
    return node.asMapping().flatMap(mapping -> mapping.get(name));
  }

  private Optional<Scalar> scalar(String name) {
    return attribute(name).flatMap(Node::asScalar);
  }
}
