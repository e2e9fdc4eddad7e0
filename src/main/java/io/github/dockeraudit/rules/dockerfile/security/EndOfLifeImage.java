package io.github.dockeraudit.rules.dockerfile.security;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class EndOfLifeImage implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA1101", "end-of-life-image")
          .severity(WARNING)
          .summary("An image holds a release that nobody supports any longer")
          .why(
              """
              After its end of life a release gets no more security fixes, and its image is mostly
              not rebuilt either: the holes that are found from then on stay open. The packages of
              a distribution also vanish from its mirrors, so that the build fails one day.

              Dates are those of endoflife.date when this version was made. What is judged is the
              program that the image is for, and the distribution that its tag names.
              """)
          .bad(
              """
              FROM node:16-alpine
              COPY . /app
              """)
          .good(
              """
              FROM node:24-alpine
              COPY . /app
              """)
          .aliases("openrewrite:FindEndOfLifeImages", "tally:ruby/eol-ruby-version")
          .references("https://endoflife.date")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(project)
        .flatMap(
            input ->
                ended(input, project)
                    .map(
                        release ->
                            finding(
                                input,
                                "%s reached its end of life%s; take a supported release",
                                release,
                                when(release)))
                    .stream());
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
