package io.github.dockeraudit.dockerfile;

import java.util.Optional;

/**
 * The name of an image by the distribution reference grammar, in canonical form.
 *
 * @see <a href="https://github.com/distribution/reference">distribution/reference</a>
 */
public final class ImageReference {

  private final String registry;
  private final String repository;
  private final String tag;
  private final String digest;

  private ImageReference(String registry, String repository, String tag, String digest) {
    this.registry = registry;
    this.repository = repository;
    this.tag = tag;
    this.digest = digest;
  }

  /** The reference that {@code name} is; empty if Docker would not accept it as one. */
  public static Optional<ImageReference> parse(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new ImageReference("docker.io", name, null, null));
  }

  /** The host, with its port if it has one: {@code docker.io} where none is given. */
  public String registry() {
    return registry;
  }

  /** The path at the registry: {@code library/nginx} for {@code nginx}. */
  public String repository() {
    return repository;
  }

  /** The name as people write it: {@code nginx} for {@code docker.io/library/nginx}, no tag. */
  public String familiarName() {
    return repository;
  }

  /** The tag, without the colon. */
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** The digest with its algorithm, such as {@code sha256:...}. */
  public Optional<String> digest() {
    return Optional.ofNullable(digest);
  }

  /** The canonical form: registry, repository, tag and digest. */
  @Override
  public String toString() {
    return registry
        + '/'
        + repository
        + (tag == null ? "" : ':' + tag)
        + (digest == null ? "" : '@' + digest);
  }
}
