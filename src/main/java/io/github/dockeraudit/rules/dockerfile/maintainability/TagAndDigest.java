package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TagAndDigest implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1330", "tag-and-digest")
        .offByDefault()
        .summary("An image is named by tag and digest")
        .why(
            """
            Where there is a digest, Docker does not look at the tag: it may name a version that the image has long
            ceased to be, and nobody notices.

            Off by default: tools that update digests need the tag to know what to look for.
            """)
        .bad(
            """
            FROM alpine:3.22@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
            CMD ["date"]
            """)
        .good(
            """
            FROM alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
            CMD ["date"]
            """)
        .fixedSometimes()
        .aliases("sonar:S8431")
        .references(
            "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(
            project, image -> image.tag().isPresent() && image.digest().isPresent())
        .map(this::judge);
  }

  private Finding judge(BuildInput input) {
    Finding finding =
        finding(
            input,
            "Docker looks at the digest alone; take the tag of '%s' away",
            input.familiarName());
    String text = input.word().text();
    int at = text.indexOf('@');
    int colon = text.lastIndexOf(':', at);
    return input.word().literal().filter(text::equals).isPresent()
            && colon > text.lastIndexOf('/', at)
        ? finding.fixedBy(
            Fix.intended("Take the tag away", input.word().mapped().range(colon, at).delete()))
        : finding.notFixedBecause("a variable gives the tag");
  }
}
