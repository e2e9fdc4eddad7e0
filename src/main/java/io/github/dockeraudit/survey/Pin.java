package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.ImageReference;
import java.util.regex.Pattern;

/** How firmly the name of an image says which one it is. */
public enum Pin {
  /** Always the same image. */
  DIGEST,
  /** The tag has a version, of which there may be newer builds. */
  VERSION,
  /** The tag has no version, only a variant such as {@code alpine}. */
  VARIANT,
  /** No tag, or {@code latest}. */
  LATEST;

  /** The version of a distribution is none of the product: {@code alpine3.19}. */
  private static final Pattern DISTRIBUTION =
      Pattern.compile("(alpine|ubi|al|debian|ubuntu)[\\d.]*");

  /** How an image is pinned. */
  public static Pin of(ImageReference image) {
    if (image.digest().isPresent()) {
      return DIGEST;
    }
    String tag = image.tag().orElse("latest");
    if (tag.equals("latest")) {
      return LATEST;
    }
    for (String part : tag.split("[-_]")) {
      if (!DISTRIBUTION.matcher(part).matches() && part.chars().anyMatch(Character::isDigit)) {
        return VERSION;
      }
    }
    return VARIANT;
  }

  /** Whether another day gives at least the same version. */
  public boolean isVersioned() {
    return this == DIGEST || this == VERSION;
  }
}
