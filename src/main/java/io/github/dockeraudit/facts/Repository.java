package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the name of a repository says, without its tags. */
final class Repository {

  private static final String DOCKER_HUB = "docker.io/";
  private static final String RED_HAT = "registry.access.redhat.com/ubi";
  private static final String RED_HAT_ON_DOCKER_HUB = "docker.io/redhat/ubi";
  private static final String DISTROLESS = "gcr.io/distroless/";

  /** Beginnings of names under which the images of another place are served. */
  private static final Map<String, String> MIRRORS =
      Map.of(
          "docker.io/microsoft/nanoserver", "mcr.microsoft.com/windows/nanoserver",
          "docker.io/microsoft/windowsservercore", "mcr.microsoft.com/windows/servercore",
          "mirror.gcr.io/", DOCKER_HUB,
          "public.ecr.aws/docker/", DOCKER_HUB,
          "quay.io/fedora/fedora", "docker.io/library/fedora",
          "registry.fedoraproject.org/fedora", "docker.io/library/fedora",
          "registry.redhat.io/ubi", RED_HAT);

  /**
   * Docker Hub has each official image once more for each of these, under a name of its own.
   *
   * @see <a
   *     href="https://github.com/docker-library/official-images#architectures-other-than-amd64">
   *     Architectures other than amd64</a>
   */
  private static final Set<String> ARCHITECTURES =
      Set.of(
          "amd64",
          "arm32v5",
          "arm32v6",
          "arm32v7",
          "arm64v8",
          "i386",
          "mips64le",
          "ppc64le",
          "riscv64",
          "s390x",
          "winamd64");

  private Repository() {}

  /** The repository of an image; that of the original for a mirror or a build for one platform. */
  static String of(ImageReference image) {
    String repository = image.registry() + "/" + image.repository();
    for (Map.Entry<String, String> mirror : MIRRORS.entrySet()) {
      if (repository.startsWith(mirror.getKey())) {
        return mirror.getValue() + repository.substring(mirror.getKey().length());
      }
    }
    return withoutArchitecture(repository);
  }

  /** The product whose version is in the name, as in {@code ubi9/openjdk-21}. */
  static Optional<ImageTag.Named> release(String repository) {
    String nodejs = DISTROLESS + "nodejs";
    if (repository.startsWith(nodejs)) {
      return named("nodejs", repository.substring(nodejs.length()));
    }
    int openjdk = repository.indexOf("/openjdk-");
    return repository.startsWith(RED_HAT) && openjdk > 0
        ? named("red-hat-build-of-openjdk", repository.substring(openjdk + "/openjdk-".length()))
        : Optional.empty();
  }

  /** The distribution whose version is in the name, as in {@code distroless/java17-debian12}. */
  static Optional<ImageTag.Named> distribution(String repository) {
    if (repository.startsWith(RED_HAT)) {
      return named("rhel", untilSlash(repository.substring(RED_HAT.length())));
    }
    if (repository.startsWith(RED_HAT_ON_DOCKER_HUB)) {
      return named("rhel", repository.substring(RED_HAT_ON_DOCKER_HUB.length()));
    }
    int debian = repository.lastIndexOf("-debian");
    return repository.startsWith(DISTROLESS) && debian > 0
        ? named("debian", repository.substring(debian + "-debian".length()))
        : Optional.empty();
  }

  private static Optional<ImageTag.Named> named(String product, String text) {
    Version version = Version.startOf(text);
    return version.isNone()
        ? Optional.empty()
        : Optional.of(new ImageTag.Named(product, version.toString()));
  }

  private static String untilSlash(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private static String withoutArchitecture(String repository) {
    int slash = repository.indexOf('/', DOCKER_HUB.length());
    boolean isOfficial =
        repository.startsWith(DOCKER_HUB)
            && slash > 0
            && ARCHITECTURES.contains(repository.substring(DOCKER_HUB.length(), slash));
    return isOfficial ? DOCKER_HUB + "library" + repository.substring(slash) : repository;
  }
}
