package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** Finds the health check that a container has, however it comes to it. */
public final class HealthChecks {

  private static final Fact<Stage, HealthOrigin> OF_STAGE = Fact.of(HealthChecks::find);

  private HealthChecks() {}

  /** That of an image built from a stage: its own, that of a stage or image that it builds on. */
  public static HealthOrigin ofStage(Stage stage) {
    return OF_STAGE.about(stage);
  }

  private static HealthOrigin find(Stage stage) {
    Optional<Healthcheck> inEffect = stage.finalState().healthcheck();
    if (inEffect.isPresent()) {
      Kind kind = inEffect.get().isNone() ? Kind.DISABLED : Kind.STAGE;
      return HealthOrigin.at(kind, inEffect.get().keyword().range());
    }
    Stage root = stage.root();
    return root.isScratch()
        ? HealthOrigin.nowhere(Kind.NONE)
        : ofImage(root.image(), root.from().image().range());
  }

  /** That of a container which compose runs for a service. */
  public static HealthOrigin ofService(Project project, Deployment deployment, Service service) {
    Optional<HealthCheck> own = service.healthcheck().filter(HealthChecks::decides);
    if (own.isPresent()) {
      Kind kind = own.get().isDisabled() ? Kind.DISABLED : Kind.COMPOSE;
      return HealthOrigin.at(kind, keyOf(service));
    }
    if (service.build().isPresent()) {
      return project
          .build(deployment, service)
          .flatMap(ServiceBuild::stage)
          .map(HealthChecks::ofStage)
          .orElse(HealthOrigin.nowhere(Kind.UNKNOWN));
    }
    return service
        .image()
        .map(image -> ofImage(image.value().flatMap(ImageReference::parse), image.range()))
        .orElse(HealthOrigin.nowhere(Kind.UNKNOWN));
  }

  /** One without a command only changes the timing of the image's own. */
  private static boolean decides(HealthCheck check) {
    return check.isDisabled() || check.test().filter(HealthChecks::isGiven).isPresent();
  }

  private static boolean isGiven(CommandLine test) {
    return test.isList() ? !test.words().isEmpty() : test.string().map(Scalar::text).isPresent();
  }

  private static SourceRange keyOf(Service service) {
    return service.body().entry("healthcheck").orElseThrow().key().range();
  }

  private static HealthOrigin ofImage(Optional<ImageReference> image, SourceRange where) {
    Answer answer =
        image.flatMap(BaseImages::find).map(BaseImage::hasHealthCheck).orElse(Answer.UNKNOWN);
    return switch (answer) {
      case YES -> HealthOrigin.at(Kind.BASE_IMAGE, where);
      case NO -> HealthOrigin.nowhere(Kind.NONE);
      case UNKNOWN -> HealthOrigin.nowhere(Kind.UNKNOWN);
    };
  }
}
