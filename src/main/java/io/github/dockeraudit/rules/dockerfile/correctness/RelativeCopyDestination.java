package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RelativeCopyDestination implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1020", "relative-copy-destination")
        .summary("Files are copied to a relative path though nothing sets the folder")
        .why(
            """
            Without a `WORKDIR` a relative path begins where the base image left off. Which folder that is stands
            nowhere in the file, and changes when the image does.
            """)
        .bad(
            """
            FROM scratch
            COPY app bin/app
            """)
        .good(
            """
            FROM scratch
            COPY app /bin/app
            """)
        .fixedSometimes()
        .aliases("hadolint:DL3045", "tally:hadolint/DL3045")
        .references("https://docs.docker.com/reference/dockerfile/#copy");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage ->
                stage
                    .all(Copy.class)
                    .filter(copy -> isRelative(copy.destination()))
                    .filter(copy -> stage.stateAt(copy).workdirInstruction().isEmpty())
                    .map(copy -> judge(copy, stage.root().isScratch())));
  }

  private static boolean isRelative(Word destination) {
    return destination
        .literal()
        .filter(path -> !path.isEmpty() && !State.isAbsolute(path, true))
        .isPresent();
  }

  /** Nothing begins at the root. */
  private Finding judge(Copy copy, boolean isScratch) {
    Word destination = copy.destination();
    Finding finding =
        finding(
            destination,
            "'%s' begins wherever the base image ends; set WORKDIR first",
            destination);
    boolean isPlain = Character.isLetterOrDigit(destination.range().text().charAt(0));
    return isScratch && isPlain
        ? finding.fixedBy(Fix.safe("Begin at the root", destination.range().insertBefore("/")))
        : finding.notFixedBecause("where the base image ends is not known");
  }
}
