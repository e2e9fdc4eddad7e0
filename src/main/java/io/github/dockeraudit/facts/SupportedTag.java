package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tag of a supported release of an official image, for the place of another tag: one of those
 * whose tags are the release cycles of the table.
 */
public final class SupportedTag {

  private static final String OFFICIAL = "docker.io/library/";

  /** Where every cycle is a tag. */
  private static final Set<String> TAGGED =
      Set.of(
          "almalinux",
          "alpine",
          "amazoncorretto",
          "amazonlinux",
          "caddy",
          "composer",
          "debian",
          "eclipse-temurin",
          "erlang",
          "fedora",
          "golang",
          "haproxy",
          "httpd",
          "mariadb",
          "maven",
          "memcached",
          "mongo",
          "mysql",
          "nginx",
          "node",
          "perl",
          "php",
          "postgres",
          "python",
          "rabbitmq",
          "redis",
          "rockylinux",
          "ruby",
          "rust",
          "sapmachine",
          "tomcat",
          "ubuntu");

  /** A newer release cannot read the data of an older one, or only with help. */
  private static final Set<String> WITH_DATA =
      Set.of("mariadb", "mongo", "mysql", "postgres", "rabbitmq");

  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");
  private static final Pattern DATE = Pattern.compile("\\d{8}");
  private static final Pattern ALPINE = Pattern.compile("alpine\\d[\\d.]*");

  private SupportedTag() {}

  /** The newest release, of those that are supported long if any is; empty if none is known. */
  public static Optional<String> newest(ImageReference image, LocalDate today) {
    return product(image).flatMap(product -> product.newest(today)).map(Release::cycle);
  }

  /** Names the newest release of an image that goes without one; the file may need an older one. */
  public static Remedy naming(BuildInput input, LocalDate today) {
    return input
        .image()
        .flatMap(image -> newest(image, today))
        .flatMap(input::retagged)
        .map(edit -> Remedy.risky("Name the newest supported release", edit))
        .orElseGet(() -> Remedy.none("which version is meant only you know"));
  }

  /**
   * The tag of an image with the nearest supported release of the same line in it, and its variant.
   * A release of a distribution that it names with it is left out, so that it is the current one.
   */
  public static Optional<String> after(ImageReference image, Release ended, LocalDate today) {
    Optional<Product> product = product(image).filter(it -> !WITH_DATA.contains(name(image)));
    String[] parts = image.tag().orElse("").split("-");
    if (product.isEmpty() || Arrays.stream(parts).anyMatch(part -> DATE.matcher(part).matches())) {
      return Optional.empty();
    }
    Optional<String> first =
        ended.product().equals(product.get().id())
            ? product.get().next(ended, today).flatMap(next -> release(parts[0], ended, next))
            : Optional.of(parts[0]);
    return first
        .map(version -> version + variant(parts))
        .filter(tag -> !tag.equals(image.tag().get()) && isSupported(image, tag, today));
  }

  private static Optional<String> release(String part, Release ended, Release next) {
    if (ended.codename().filter(part::equalsIgnoreCase).isPresent()) {
      return next.codename();
    }
    return VERSION.matcher(part).matches() ? Optional.of(next.cycle()) : Optional.empty();
  }

  /** What stands behind the version, without releases of distributions. */
  private static String variant(String... parts) {
    StringBuilder variant = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      String part = ALPINE.matcher(parts[i]).matches() ? "alpine" : parts[i];
      if (!ImageTag.isCodename(part)) {
        variant.append('-').append(part);
      }
    }
    return variant.toString();
  }

  private static boolean isSupported(ImageReference image, String tag, LocalDate today) {
    return ImageReference.parse(image.familiarName() + ":" + tag)
        .filter(newer -> EndOfLife.ended(newer, today).isEmpty())
        .isPresent();
  }

  private static Optional<Product> product(ImageReference image) {
    return TAGGED.contains(name(image)) ? EndOfLife.product(image) : Optional.empty();
  }

  private static String name(ImageReference image) {
    String repository = Repository.of(image);
    return repository.startsWith(OFFICIAL) ? repository.substring(OFFICIAL.length()) : "";
  }
}
