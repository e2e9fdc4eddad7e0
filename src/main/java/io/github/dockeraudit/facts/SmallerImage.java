package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A smaller variant of the image that a stage builds on, of the same version and distribution.
 *
 * @param stage the stage
 * @param name the image to write after {@code FROM}
 * @param megabytes how much smaller it is, in MB (10^6 bytes); empty if that is not known
 */
public record SmallerImage(Stage stage, String name, OptionalDouble megabytes) implements Located {

  /** The version, and what makes the tag that of the smaller variant. */
  private static final Pattern SAME_IMAGE = Pattern.compile("([^:]+):<(?:v|suite)>(-[a-z-]+)");

  /** Not the layers that Debian's experimental packages come on. */
  private static final Pattern VERSION =
      Pattern.compile("[0-9][0-9.]*|(?!experimental$|latest$)[a-z]+");

  @Override
  public SourceRange range() {
    return stage.from().image().range();
  }

  /** Puts its tag in the place of the other, and leaves the name as it is written. */
  public TextEdit edit() {
    String written = range().text();
    String tag = stage.image().flatMap(ImageReference::tag).map(text -> ":" + text).orElse("");
    String before = written.substring(0, written.length() - tag.length());
    return range().replaceWith(before + name.substring(name.lastIndexOf(':')));
  }

  /** The smaller variant for a stage that builds on an image; empty if none is known. */
  public static Optional<SmallerImage> of(Stage stage) {
    Optional<ImageReference> image = stage.image().filter(it -> it.digest().isEmpty());
    Optional<BaseImage> base = image.flatMap(BaseImages::find);
    return base.filter(it -> it.java() == BaseImage.Java.UNKNOWN && it.deprecated().isEmpty())
        .flatMap(BaseImage::smallerAlternative)
        .flatMap(text -> name(image.get(), text))
        .filter(name -> !compiles(stage))
        .map(name -> new SmallerImage(stage, name, saved(base.get(), name)));
  }

  private static Optional<String> name(ImageReference image, String alternative) {
    Matcher matcher = SAME_IMAGE.matcher(alternative.split(" ", 2)[0]);
    String tag = image.tag().orElse("latest");
    if (!matcher.matches() || !image.familiarName().equals(matcher.group(1))) {
      return Optional.empty();
    }
    String suffix = matcher.group(2);
    int alpine = tag.indexOf("alpine");
    String version = alpine > 0 ? tag.substring(0, alpine - 1) : tag;
    if (suffix.contains("alpine")) {
      return tag.endsWith("alpine") && suffix.startsWith("-alpine")
          ? Optional.of(matcher.group(1) + ":" + tag + suffix.substring("-alpine".length()))
          : Optional.empty();
    }
    return VERSION.matcher(version).matches() && alpine < 0
        ? Optional.of(matcher.group(1) + ":" + tag + suffix)
        : Optional.empty();
  }

  /** What builds packages of Python, Ruby or Node may need a compiler. */
  private static boolean compiles(Stage stage) {
    return stage
        .all(Run.class)
        .flatMap(run -> run.command().script().commands().stream())
        .map(SimpleCommand::unwrapped)
        .anyMatch(
            command ->
                command.is("make", "gcc", "g++", "cc", "cmake", "bundle", "cargo", "go")
                    || DependencyInstall.of(command).isPresent()
                    || PackageCommand.of(command)
                        .filter(c -> !c.manager().isOfDistribution())
                        .isPresent());
  }

  private static OptionalDouble saved(BaseImage base, String name) {
    OptionalDouble now = base.megabytes();
    OptionalDouble then =
        ImageReference.parse(name)
            .flatMap(BaseImages::find)
            .map(BaseImage::megabytes)
            .orElse(OptionalDouble.empty());
    return now.isPresent() && then.isPresent() && now.getAsDouble() > then.getAsDouble()
        ? OptionalDouble.of(now.getAsDouble() - then.getAsDouble())
        : OptionalDouble.empty();
  }
}
