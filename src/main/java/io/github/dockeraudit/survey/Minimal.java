package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImage.Family;
import io.github.dockeraudit.facts.BaseImages;
import java.util.Optional;
import java.util.Set;

/** Whether an image has little beside what it is for. */
final class Minimal {

  private static final Set<Family> SMALL =
      Set.of(
          Family.ALPINE,
          Family.DISTROLESS,
          Family.WOLFI,
          Family.ALPAQUITA,
          Family.BUSYBOX,
          Family.SCRATCH,
          Family.UBI_MINIMAL,
          Family.UBI_MICRO);

  private Minimal() {}

  /** That of the image that a stage is built on in the end. */
  static Answer of(Stage stage) {
    Stage root = stage.root();
    return root.isScratch() ? Answer.YES : root.image().map(Minimal::of).orElse(Answer.UNKNOWN);
  }

  /** No only where a smaller one is known. */
  static Answer of(ImageReference image) {
    boolean isSlim = image.tag().filter(tag -> tag.contains("slim")).isPresent();
    Optional<BaseImage> known = BaseImages.find(image);
    if (isSlim || known.filter(base -> SMALL.contains(base.family())).isPresent()) {
      return Answer.YES;
    }
    return known.flatMap(BaseImage::smallerAlternative).isPresent() ? Answer.NO : Answer.UNKNOWN;
  }
}
