package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a service of a deployment is to whoever shares out memory and processors. */
public enum ServiceKind {
  DATABASE("1G", "1.0"),
  CACHE("512M", "0.5"),
  BROKER("1G", "1.0"),
  SEARCH("2G", "1.0"),
  /** Serves files or passes requests on. */
  PROXY("256M", "0.5"),
  /** An application on a JVM. */
  JAVA("1G", "1.0"),
  /** Does work that others put into a queue. */
  WORKER("512M", "0.5"),
  /** Only says when something is to be done. */
  SCHEDULER("256M", "0.25"),
  /** Compiles the pages of a frontend while somebody edits them. */
  FRONTEND("1G", "1.0"),
  /** A build server, or a container that somebody works in. */
  TOOL("4G", "2.0"),
  OTHER("512M", "0.5");

  /** A sentence that names all kinds. */
  public static final String LABELS =
      Arrays.stream(values())
          .map(ServiceKind::label)
          .collect(Collectors.joining(", ", "Kinds are ", "."));

  private final ResourceLimit limit;

  ServiceKind(String memory, String cpus) {
    this.limit = new ResourceLimit(memory, cpus);
  }

  /** What most services of this kind get along with. */
  public ResourceLimit limit() {
    return limit;
  }

  /** The name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a service, by what it runs and what its image is or is built on. */
  public static ServiceKind of(Project project, Deployment deployment, Service service) {
    Optional<Stage> stage = project.build(deployment, service).flatMap(ServiceBuild::stage);
    return byCommand(service, stage)
        .or(() -> image(service, stage).flatMap(ServiceKind::byImage))
        .orElse(OTHER);
  }

  private static Optional<ServiceKind> byCommand(Service service, Optional<Stage> stage) {
    return ContainerCommands.ofStart(service, stage)
        .map(SimpleCommand::unwrapped)
        .flatMap(command -> byWords(command).stream())
        .findFirst();
  }

  private static Optional<ServiceKind> byWords(SimpleCommand command) {
    if (command.is("celery")) {
      return Optional.of(hasWord(command, "beat") ? SCHEDULER : WORKER);
    }
    if (command.is("sidekiq", "rq", "dramatiq")) {
      return Optional.of(WORKER);
    }
    if (command.is("sleep") && hasWord(command, "infinity")) {
      return Optional.of(TOOL);
    }
    if (command.is("java")) {
      return Optional.of(JAVA);
    }
    boolean isDevelopment =
        command.is("vite", "webpack", "webpack-dev-server", "ng", "react-scripts")
            || command.is("npm", "pnpm", "yarn", "bun") && hasWord(command, "dev");
    return isDevelopment ? Optional.of(FRONTEND) : Optional.empty();
  }

  private static boolean hasWord(SimpleCommand command, String word) {
    return command.arguments().stream()
        .anyMatch(argument -> argument.literal().filter(word::equals).isPresent());
  }

  private static Optional<ImageReference> image(Service service, Optional<Stage> stage) {
    return stage
        .map(built -> built.ancestors().get(built.ancestors().size() - 1))
        .flatMap(Stage::image)
        .or(() -> service.image().flatMap(Scalar::value).flatMap(ImageReference::parse));
  }

  private static Optional<ServiceKind> byImage(ImageReference image) {
    boolean isJava =
        BaseImages.find(image).filter(base -> base.java() != BaseImage.Java.UNKNOWN).isPresent();
    return ServiceImages.find(image)
        .map(known -> byPurpose(known.kind(), isJava))
        .or(() -> isJava ? Optional.of(JAVA) : Optional.empty());
  }

  private static ServiceKind byPurpose(ServiceImage.Kind purpose, boolean isJava) {
    return switch (purpose) {
      case DATABASE, OBJECTSTORE -> DATABASE;
      case CACHE -> CACHE;
      case BROKER, CLOUD_EMULATOR -> BROKER;
      case SEARCH, LOGGING -> SEARCH;
      case PROXY, MAIL, ADMIN -> PROXY;
      case IDENTITY, COORDINATION -> JAVA;
      case CI, QUALITY, BUILD -> TOOL;
      default -> isJava ? JAVA : OTHER;
    };
  }
}
