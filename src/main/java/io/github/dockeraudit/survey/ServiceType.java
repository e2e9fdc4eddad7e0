package io.github.dockeraudit.survey;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImages;
import io.github.dockeraudit.facts.ServiceKind;
import io.github.dockeraudit.project.Project;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service is for.
 *
 * @param label in a word or two, in lower case; {@code service} if nobody knows
 * @param image what is known of the image that it runs as it is; empty for one that is built
 */
public record ServiceType(String label, Optional<ServiceImage> image) {

  static ServiceType of(Project project, Deployment deployment, Service service) {
    Optional<ServiceImage> known = ImageUse.image(service).flatMap(ServiceImages::find);
    String label =
        known
            .map(image -> image.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElseGet(() -> ofBuild(project, deployment, service));
    return new ServiceType(label, known);
  }

  private static String ofBuild(Project project, Deployment deployment, Service service) {
    ServiceKind kind = ServiceKind.of(project, deployment, service);
    return switch (kind) {
      case WORKER, SCHEDULER, FRONTEND -> kind.label();
      case PROXY -> "web server";
      case JAVA -> "Java application";
      case TOOL -> "tool";
      default -> service.build().isPresent() ? "application" : "service";
    };
  }

  /** Whether its content is lost without a backup. */
  public boolean isDatabase() {
    return image.filter(known -> known.kind() == ServiceImage.Kind.DATABASE).isPresent();
  }

  /** Whether its port is not for everybody. */
  public boolean isSensitive() {
    return image.filter(ServiceImage::isSensitive).isPresent();
  }
}
