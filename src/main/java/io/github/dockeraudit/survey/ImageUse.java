package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image of somebody else that the project is built on or runs.
 *
 * @param image its name
 * @param users what uses it: {@code path (stage)}, or {@code path (service)}; sorted
 * @param isShipped whether it is the base of an image that is shipped, or is run itself
 * @param isMinimal whether it has little beside what it is for
 * @param pin how firmly the name says which image it is
 * @param releases the releases that it is made of, so far as the name tells
 * @param known what is known of it; empty if nothing is
 * @param smaller the name of a smaller variant of the same version; empty if none is known
 */
public record ImageUse(
    ImageReference image,
    List<String> users,
    boolean isShipped,
    Answer isMinimal,
    Pin pin,
    List<Release> releases,
    Optional<BaseImage> known,
    Optional<ImageReference> smaller) {

  public ImageUse {
    requireNonNull(image);
    users = List.copyOf(users);
    releases = List.copyOf(releases);
  }

  /** The images that Dockerfiles are built on, in the order of their names. */
  static List<ImageUse> ofDockerfiles(Project project) {
    Collector collector = new Collector();
    for (Dockerfile file : project.dockerfiles()) {
      List<Stage> images = DockerfileStrengths.images(project, file);
      for (Stage stage : file.stages()) {
        boolean isShipped = images.stream().anyMatch(image -> image.ancestors().contains(stage));
        String user = "%s (%s)".formatted(file.source(), StageSurvey.title(stage));
        stage.image().ifPresent(image -> collector.add(image, user, isShipped));
      }
    }
    return collector.uses();
  }

  /** The images that compose runs as they are, in the order of their names. */
  static List<ImageUse> ofServices(Project project) {
    Collector collector = new Collector();
    for (Deployment deployment : project.deployments()) {
      for (Service service : deployment.services()) {
        image(service)
            .ifPresent(
                image ->
                    collector.add(
                        image,
                        "%s (%s)".formatted(service.range().source(), service.name()),
                        true));
      }
    }
    return collector.uses();
  }

  /** The image that a service runs as it is; empty if it is built, or its name not known. */
  static Optional<ImageReference> image(Service service) {
    return service
        .image()
        .filter(image -> service.build().isEmpty())
        .flatMap(Scalar::value)
        .flatMap(ImageReference::parse);
  }

  /** Name and tag as people write them. */
  public String title() {
    return DockerfileStrengths.familiar(image);
  }

  /** Collects users by image. */
  private static final class Collector {

    private final SortedMap<String, ImageReference> images = new TreeMap<>();
    private final Map<String, SortedSet<String>> users = new TreeMap<>();
    private final SortedSet<String> shipped = new TreeSet<>();

    void add(ImageReference image, String user, boolean isShipped) {
      images.putIfAbsent(image.toString(), image);
      users.computeIfAbsent(image.toString(), key -> new TreeSet<>()).add(user);
      if (isShipped) {
        shipped.add(image.toString());
      }
    }

    List<ImageUse> uses() {
      List<ImageUse> uses = new ArrayList<>();
      images.forEach((name, image) -> uses.add(use(name, image)));
      return uses;
    }

    private ImageUse use(String name, ImageReference image) {
      return new ImageUse(
          image,
          List.copyOf(users.get(name)),
          shipped.contains(name),
          Minimal.of(image),
          Pin.of(image),
          EndOfLife.releases(image),
          BaseImages.find(image),
          SmallerImage.of(image));
    }
  }
}
