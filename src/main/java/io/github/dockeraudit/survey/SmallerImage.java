package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the smaller variant of an image that the table knows of. */
final class SmallerImage {

  /** The version at the beginning of a tag. */
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

  private static final String SAME_VERSION = "<v>";

  private SmallerImage() {}

  /**
   * A variant of the same image in the same version: not one of another make, into which nobody
   * changes by a tag alone. Empty if there is none, or its version cannot be told.
   */
  static Optional<ImageReference> of(ImageReference image) {
    return BaseImages.find(image)
        .flatMap(BaseImage::smallerAlternative)
        .map(text -> text.split(" or |;")[0].strip())
        .flatMap(text -> filled(text, image))
        .flatMap(ImageReference::parse)
        .filter(smaller -> isVariant(smaller, image));
  }

  private static boolean isVariant(ImageReference smaller, ImageReference image) {
    return smaller.familiarName().equals(image.familiarName())
        && !smaller.tag().equals(image.tag());
  }

  private static Optional<String> filled(String text, ImageReference image) {
    String tag = image.tag().orElse("");
    Matcher version = VERSION.matcher(tag);
    if (text.contains(SAME_VERSION)) {
      return version.lookingAt()
          ? Optional.of(text.replace(SAME_VERSION, version.group()))
          : tag.isEmpty() || tag.equals("latest") || tag.equals("alpine")
              ? Optional.of(text.replace(SAME_VERSION + "-", ""))
              : Optional.empty();
    }
    if (text.contains("<suite>")) {
      return tag.matches("[a-z0-9.]+") && !tag.equals("latest")
          ? Optional.of(text.replace("<suite>", tag))
          : Optional.empty();
    }
    return text.indexOf('<') < 0 ? Optional.of(text) : Optional.empty();
  }
}
