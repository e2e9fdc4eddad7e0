package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flag that the Java of an image does not know any more, so that it does not start.
 *
 * @param option the flag
 * @param name its name alone
 * @param release the release of Java in the image
 * @param since the first release that refuses the flag
 */
public record RemovedJvmFlag(JvmOption option, String name, int release, int since)
    implements Located {

  /**
   * The first feature release that ends with {@code Unrecognized VM option}, one or more after that
   * which only warned.
   *
   * @see <a href="https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html">The java
   *     command: removed options</a>
   */
  private static final Map<String, Integer> REFUSED_SINCE =
      Map.ofEntries(
          Map.entry("AggressiveOpts", 13),
          Map.entry("CMSClassUnloadingEnabled", 15),
          Map.entry("CMSInitiatingOccupancyFraction", 15),
          Map.entry("CMSParallelRemarkEnabled", 15),
          Map.entry("GCLogFileSize", 9),
          Map.entry("MaxPermSize", 17),
          Map.entry("NumberOfGCLogFiles", 9),
          Map.entry("PermSize", 17),
          Map.entry("PrintGCApplicationStoppedTime", 9),
          Map.entry("PrintGCDateStamps", 9),
          Map.entry("PrintGCTimeStamps", 9),
          Map.entry("PrintTenuringDistribution", 9),
          Map.entry("UnlockCommercialFeatures", 11),
          Map.entry("UseBiasedLocking", 19),
          Map.entry("UseCGroupMemoryLimitForHeap", 11),
          Map.entry("UseCMSInitiatingOccupancyOnly", 15),
          Map.entry("UseConcMarkSweepGC", 15),
          Map.entry("UseGCLogFileRotation", 9),
          Map.entry("UseParNewGC", 11),
          Map.entry("UseParallelOldGC", 16));

  private static final String LENIENT = "-XX:+IgnoreUnrecognizedVMOptions";

  @Override
  public SourceRange range() {
    return option.range();
  }

  /** All of a project: in its images, and in what compose gives them. */
  public static Stream<RemovedJvmFlag> in(Project project) {
    return Stream.concat(
        project.dockerfiles().stream()
            .flatMap(file -> file.stages().stream())
            .flatMap(stage -> in(JvmOption.of(stage), stage)),
        project.builds().stream().flatMap(RemovedJvmFlag::in));
  }

  private static Stream<RemovedJvmFlag> in(ServiceBuild build) {
    return build.stage().stream()
        .flatMap(stage -> in(JvmOption.of(build.service(), build.stage()), stage));
  }

  private static Stream<RemovedJvmFlag> in(List<JvmOption> options, Stage stage) {
    if (options.isEmpty() || options.stream().anyMatch(one -> one.text().equals(LENIENT))) {
      return Stream.empty();
    }
    return JavaImage.of(stage).filter(JavaImage::isHotSpot).stream()
        .flatMap(image -> options.stream().flatMap(one -> of(one, image.release()).stream()));
  }

  private static Optional<RemovedJvmFlag> of(JvmOption option, int release) {
    String name = name(option.text());
    int since = REFUSED_SINCE.getOrDefault(name, Integer.MAX_VALUE);
    return release >= since
        ? Optional.of(new RemovedJvmFlag(option, name, release, since))
        : Optional.empty();
  }

  /** {@code MaxPermSize} of {@code -XX:MaxPermSize=256m}. */
  private static String name(String option) {
    if (!option.startsWith("-XX:")) {
      return "";
    }
    String flag = option.substring(4).split("=", 2)[0];
    return flag.startsWith("+") || flag.startsWith("-") ? flag.substring(1) : flag;
  }

  /** Takes it away with the space before it, where it stands among others in one text. */
  public Remedy remedy() {
    SourceRange place = option.range();
    String text = place.source().text();
    char before = text.charAt(place.start() - 1);
    char after = place.end() < text.length() ? text.charAt(place.end()) : '\n';
    TextEdit edit =
        before == ' ' && after != ','
            ? place.source().range(place.start() - 1, place.end()).delete()
            : after == ' ' ? place.source().range(place.start(), place.end() + 1).delete() : null;
    return edit == null
        ? Remedy.none("it stands in a list of its own")
        : Remedy.intended("Leave the flag out", List.of(edit));
  }
}
