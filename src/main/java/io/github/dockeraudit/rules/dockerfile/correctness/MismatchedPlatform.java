package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MismatchedPlatform implements DockerfileRule {

  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "amd64", "amd64",
          "arm32v5", "arm",
          "arm32v6", "arm",
          "arm32v7", "arm",
          "arm64v8", "arm64",
          "i386", "386",
          "mips64le", "mips64le",
          "ppc64le", "ppc64le",
          "riscv64", "riscv64",
          "s390x", "s390x");

  /** Without an architecture, that of the builder is meant. */
  private static final Set<String> SYSTEMS = Set.of("linux", "windows", "darwin", "freebsd");

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "x86_64", "amd64", "x86-64", "amd64", "aarch64", "arm64", "i386", "386", "armhf", "arm");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1057", "mismatched-platform")
        .summary("FROM asks for a platform that its image is not made for")
        .why(
            """
            The name of an image such as `arm64v8/debian` or `mcr.microsoft.com/windows/servercore` says for which
            platform it is. Docker takes it for the other one all the same, with a mere warning, and its programs do not
            start, or only in an emulator.
            """)
        .bad(
            """
            FROM --platform=linux/amd64 arm64v8/debian:13-slim
            RUN apt-get update
            """)
        .good(
            """
            FROM --platform=linux/amd64 debian:13-slim
            RUN apt-get update
            """)
        .fixedSometimes()
        .aliases("buildkit:InvalidBaseImagePlatform", "tally:platform-mismatch")
        .references(
            "https://github.com/docker-library/official-images#architectures-other-than-amd64");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.from().platform().isPresent())
        .flatMap(stage -> check(stage).stream());
  }

  private Optional<Finding> check(Stage stage) {
    Optional<String> platform = stage.from().platform().flatMap(Word::literal);
    Optional<ImageReference> image = stage.image();
    if (platform.isEmpty() || image.isEmpty()) {
      return Optional.empty();
    }
    String[] wanted = platform.get().toLowerCase(Locale.ROOT).split("/");
    Word name = stage.from().image();
    if (image.get().repository().startsWith("windows/")
        && image.get().registry().equals("mcr.microsoft.com")) {
      return wanted[0].equals("linux")
          ? Optional.of(
              finding(
                      name,
                      "'%s' is for Windows, not for %s; take another image",
                      name,
                      platform.get())
                  .notFixedBecause("no image for both is known"))
          : Optional.empty();
    }
    String folder = folder(image.get());
    String made = ARCHITECTURES.get(folder);
    String asked = wanted[wanted.length > 1 ? 1 : 0];
    return made == null
            || SYSTEMS.contains(asked)
            || made.equals(OTHER_NAMES.getOrDefault(asked, asked))
        ? Optional.empty()
        : Optional.of(judge(name, folder, platform.get()));
  }

  private static String folder(ImageReference image) {
    int slash = image.repository().indexOf('/');
    return image.registry().equals("docker.io") ? image.repository().substring(0, slash) : "";
  }

  /** Images below such a folder are those of the official one for one architecture. */
  private Finding judge(Word name, String folder, String platform) {
    Finding finding = finding(name, "'%s' is not for %s; leave out '%s/'", name, platform, folder);
    int start = name.text().indexOf(folder + '/');
    return start < 0
        ? finding.notFixedBecause("a variable gives the name")
        : finding.fixedBy(
            Fix.intended(
                "Name the image for all platforms",
                name.mapped().range(start, start + folder.length() + 1).delete()));
  }
}
