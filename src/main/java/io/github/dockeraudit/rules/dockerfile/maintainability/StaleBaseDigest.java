package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class StaleBaseDigest implements DockerfileRule {

  private static final String LABEL = "org.opencontainers.image.base.digest";

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1335", "stale-base-digest")
        .summary("A label names another base image than FROM does")
        .why(
            """
            Scanners and update tools take from `org.opencontainers.image.base.digest` what an image was built on. Where
            `FROM` has moved on and the label has not, they look at the wrong image.
            """)
        .bad(
            """
            FROM alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
            LABEL org.opencontainers.image.base.digest="sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715"
            """)
        .good(
            """
            FROM alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
            LABEL org.opencontainers.image.base.digest="sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1"
            """)
        .fixedAlways()
        .aliases("tally:labels/no-stale-base-digest")
        .references("https://github.com/opencontainers/image-spec/blob/main/annotations.md");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .flatMap(label -> label.assignments().stream())
        .filter(label -> label.name().literal().filter(LABEL::equals).isPresent())
        .flatMap(label -> label.value().stream())
        .filter(value -> value.literal().isPresent())
        .flatMap(value -> check(value, file));
  }

  /** A FROM that an argument can change names no certain digest. */
  private Stream<Finding> check(Word value, Dockerfile file) {
    return file
        .instructionAt(value.range().start())
        .flatMap(file::stageOf)
        .flatMap(stage -> stage.root().base().certain())
        .flatMap(ImageReference::parse)
        .flatMap(ImageReference::digest)
        .filter(digest -> !digest.equals(value.literal().orElseThrow()))
        .map(digest -> judge(value, digest))
        .stream();
  }

  private Finding judge(Word value, String digest) {
    return finding(value, "FROM has another digest than this label says; write that of FROM")
        .fixedBy(
            Fix.intended(
                "Write the digest of FROM", value.range().replaceWith('"' + digest + '"')));
  }
}
