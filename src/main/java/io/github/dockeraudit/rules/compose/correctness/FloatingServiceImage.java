package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.ServiceImages;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class FloatingServiceImage implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2008", "floating-service-image")
        .summary("A service runs whatever version of an image is the newest")
        .why(
            """
            Without a tag Docker takes `latest`, and that is another version on each machine and after each `pull`: a
            database that is a major version ahead does not read its own data any more. Silent about images that are
            built here, and about a digest.
            """)
        .bad(
            """
            services:
              database:
                image: postgres
            """)
        .good(
            """
            services:
              database:
                image: postgres:16
            """)
        .aliases("dclint:service-image-require-explicit-tag")
        .references("https://docs.docker.com/reference/compose-file/services/#image");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> service.build().isEmpty())
        .flatMap(service -> service.image().stream())
        .filter(FloatingServiceImage::floats)
        .map(this::finding);
  }

  private static boolean floats(Scalar image) {
    Optional<ImageReference> reference = image.value().flatMap(ImageReference::parse);
    return reference
        .filter(named -> named.digest().isEmpty())
        .filter(named -> named.tag().orElse("latest").equals("latest"))
        .filter(FloatingServiceImage::isPulled)
        .isPresent();
  }

  /** A short name that no table knows is mostly that of an image built on the same machine. */
  private static boolean isPulled(ImageReference image) {
    return image.familiarName().indexOf('/') >= 0
        || ServiceImages.find(image).isPresent()
        || BaseImages.find(image).isPresent();
  }

  private Finding finding(Scalar image) {
    return finding(image, "'%s' is another version on each machine; name one", image.text())
        .notFixedBecause("only a person knows which version the data and the programs are of");
  }
}
