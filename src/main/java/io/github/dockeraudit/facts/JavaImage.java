package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java that an image brings.
 *
 * @param release the feature release: 8, 17
 * @param isHotSpot whether its virtual machine is that of OpenJDK
 */
public record JavaImage(int release, boolean isHotSpot) {

  /** Products of the table whose releases are releases of Java. */
  private static final Set<String> HOTSPOT =
      Set.of(
          "amazon-corretto",
          "azul-zulu",
          "bellsoft-liberica",
          "eclipse-temurin",
          "microsoft-build-of-openjdk",
          "red-hat-build-of-openjdk",
          "sapmachine");

  private static final String OPENJ9 = "ibm-semeru";

  /** Images that say the release in a name of their own. */
  private static final Pattern NAMED =
      Pattern.compile("(?:distroless/java|ubi\\d+/openjdk-)(\\d{1,2})(?:\\D.*)?");

  /** Official images whose tag begins with the release. */
  private static final Set<String> TAGGED =
      Set.of("library/openjdk", "adoptopenjdk/openjdk8", "adoptopenjdk/openjdk11");

  /** Words of names by which another Java may come into an image. */
  private static final List<String> TRACES =
      List.of(
          "jdk", "jre", "jlink", "sdkman", "corretto", "zulu", "JAVA_HOME", "/opt/java", "java-");

  private static final int FARTHEST = 40;

  /** The Java of an image; empty if it has none, or its tag does not say. */
  public static Optional<JavaImage> of(ImageReference image) {
    OptionalInt named = named(image);
    if (named.isPresent()) {
      return Optional.of(new JavaImage(named.getAsInt(), true));
    }
    return EndOfLife.releases(image).stream()
        .filter(release -> HOTSPOT.contains(release.product()) || release.product().equals(OPENJ9))
        .filter(release -> release.version().length() == 1)
        .map(
            release ->
                new JavaImage(
                    Integer.parseInt(release.cycle()), HOTSPOT.contains(release.product())))
        .findFirst();
  }

  private static OptionalInt named(ImageReference image) {
    Matcher name = NAMED.matcher(image.repository());
    if (name.matches()) {
      return OptionalInt.of(Integer.parseInt(name.group(1)));
    }
    boolean isTagged = TAGGED.contains(image.repository()) && image.registry().equals("docker.io");
    return isTagged ? leading(image.tag().orElse("")) : OptionalInt.empty();
  }

  /** {@code 17-jdk-slim}, {@code 8u342-jre}, {@code 11.0.16}. */
  private static OptionalInt leading(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isDigit(tag.charAt(end))) {
      end++;
    }
    int number = end == 0 || end > 2 ? 0 : Integer.parseInt(tag.substring(0, end));
    return number < 6 || number > FARTHEST ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** That of the image of a stage; empty too if a step may bring another one. */
  public static Optional<JavaImage> of(Stage stage) {
    boolean isItsOwn =
        stage.ancestors().stream()
            .flatMap(own -> own.instructions().stream())
            .filter(
                step -> step instanceof Run || step instanceof Copy copy && copy.from().isPresent())
            .map(step -> step.range().text())
            .noneMatch(text -> TRACES.stream().anyMatch(text::contains));
    return stage.root().image().filter(image -> isItsOwn).flatMap(JavaImage::of);
  }
}
