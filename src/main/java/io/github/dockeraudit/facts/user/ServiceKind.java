package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.facts.BaseImage;
import java.util.List;
import java.util.Optional;

/** The program that a base image is made for. */
enum ServiceKind {
  /** None: it is a distribution, or the runtime of a language. */
  NONE(List.of()),
  /** The pid file is no folder, and has to be there. */
  NGINX(List.of("/var/cache/nginx", "/var/log/nginx", "/var/run/nginx.pid")),
  /** Unpacks archives beside them. */
  TOMCAT(List.of("/usr/local/tomcat/webapps")),
  /** Goes without root as it is. */
  PHP_FPM(List.of()),
  /** One of which is not known what it writes to. */
  OTHER(List.of());

  private final List<String> written;

  ServiceKind(List<String> written) {
    this.written = written;
  }

  static ServiceKind of(Optional<BaseImage> base) {
    if (base.isEmpty()) {
      return NONE;
    }
    return switch (base.get().repository()) {
      case "docker.io/library/nginx" -> NGINX;
      case "docker.io/library/tomcat" -> TOMCAT;
      case "docker.io/library/php" -> ofPhp(base.get());
      case "docker.io/library/docker" -> OTHER;
      default -> base.get().exposedPorts().isEmpty() ? NONE : OTHER;
    };
  }

  private static ServiceKind ofPhp(BaseImage base) {
    return base.exposedPorts().isEmpty()
        ? NONE
        : base.exposedPorts().contains("9000") ? PHP_FPM : OTHER;
  }

  /** What the program writes to wherever it is started. */
  List<String> written() {
    return written;
  }
}
