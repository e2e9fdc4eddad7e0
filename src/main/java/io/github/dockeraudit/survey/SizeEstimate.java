package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the base of an image weighs, by the table of base images: an estimate, for one version and
 * {@code linux/amd64}, uncompressed. What the image adds to it is not in any file.
 *
 * @param path the Dockerfile
 * @param images the images on that base, by the names of their stages
 * @param base the base image
 * @param now its size in MB (10^6 bytes); empty if it is not known
 * @param smaller the smaller variant that is known; empty if there is none
 * @param after the size of that in MB; empty if it is not known
 */
public record SizeEstimate(
    String path,
    List<String> images,
    ImageReference base,
    OptionalDouble now,
    Optional<ImageReference> smaller,
    OptionalDouble after) {

  public SizeEstimate {
    requireNonNull(base);
    images = List.copyOf(images);
  }

  /** One for each base of images that Dockerfiles are for, if any size is known. */
  static List<SizeEstimate> of(Project project) {
    List<SizeEstimate> estimates = new ArrayList<>();
    for (Dockerfile file : project.dockerfiles()) {
      List<Stage> images = DockerfileStrengths.images(project, file);
      images.stream()
          .flatMap(stage -> stage.root().image().stream())
          .distinct()
          .map(base -> of(file, images, base))
          .filter(one -> one.now.isPresent() || one.after.isPresent())
          .forEachOrdered(estimates::add);
    }
    return List.copyOf(estimates);
  }

  private static SizeEstimate of(Dockerfile file, List<Stage> images, ImageReference base) {
    Optional<ImageReference> smaller = SmallerImage.of(base);
    return new SizeEstimate(
        file.source().path(),
        images.stream()
            .filter(stage -> stage.root().image().filter(base::equals).isPresent())
            .map(StageSurvey::title)
            .toList(),
        base,
        size(base),
        smaller,
        smaller.map(SizeEstimate::size).orElse(OptionalDouble.empty()));
  }

  private static OptionalDouble size(ImageReference image) {
    return BaseImages.find(image).map(BaseImage::megabytes).orElse(OptionalDouble.empty());
  }
}
