package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.facts.SupportedTag;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class EndOfLifeImage implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1101", "end-of-life-image")
        .summary("An image holds a release that nobody supports any longer")
        .why(
            """
            After its end of life a release gets no more security fixes, and its image is mostly not rebuilt either: the
            holes that are found from then on stay open. The packages of a distribution also vanish from its mirrors, so
            that the build fails one day.

            Dates are those of endoflife.date when this version was made. What is judged is the program that the image
            is for, and the distribution that its tag names. For two years after the end of a Debian release its LTS
            project may still mend some of its packages: until then it is told for information only.
            """)
        .bad(
            """
            FROM node:16-alpine
            COPY . /app
            """)
        .good(
            """
            FROM node:22-alpine
            COPY . /app
            """)
        .fixedSometimes()
        .aliases("openrewrite:FindEndOfLifeImages", "tally:ruby/eol-ruby-version")
        .references("https://endoflife.date");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(project)
        .flatMap(
            input ->
                ended(input, project)
                    .map(release -> finding(input, release, project.today()))
                    .stream());
  }

  private Finding finding(BuildInput input, Release release, LocalDate today) {
    String message =
        release.mayBeInLts(today)
            ? "%s left regular security support%s; take a newer release"
            : "%s reached its end of life%s; take a supported release";
    Finding finding =
        mended(finding(input, message, release, when(release)), input, release, today);
    return release.mayBeInLts(today) ? finding.withSeverity(Severity.INFO) : finding;
  }

  /** Risky: whether all works on the next release only a test can tell. */
  private static Finding mended(
      Finding finding, BuildInput input, Release release, LocalDate today) {
    ImageReference image = input.image().orElseThrow();
    return image.digest().isPresent()
        ? finding.notFixedBecause("a digest says which image it is")
        : SupportedTag.after(image, release, today)
            .flatMap(
                tag ->
                    input
                        .retagged(tag)
                        .map(edit -> finding.fixedBy(Fix.risky("Take " + tag, edit))))
            .orElseGet(() -> finding.notFixedBecause("no supported release of that line is known"));
  }

  /** The program matters more than the distribution under it, and comes first. */
  private static Optional<Release> ended(BuildInput input, Project project) {
    return input.image().stream()
        .flatMap(image -> EndOfLife.ended(image, project.today()).stream())
        .findFirst();
  }

  private static String when(Release release) {
    String when = release.whenEnded();
    return when.isEmpty() ? " long ago" : " " + when;
  }
}
