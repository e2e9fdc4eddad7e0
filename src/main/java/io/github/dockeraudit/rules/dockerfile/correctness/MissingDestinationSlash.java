package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDestinationSlash implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1021", "missing-destination-slash")
        .summary("Several files are copied to what does not end in a slash")
        .why(
            """
            With more than one source the destination must be a folder, and only a slash at its end says so. The classic
            builder refuses anything else. BuildKit copies into a folder that is there already; where there is none, it
            makes a file of that name, and each source takes the place of the one before.

            A warning for the working directory, which is always there.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar agent.jar /app
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar agent.jar /app/
            """)
        .fixedAlways()
        .aliases(
            "hadolint:DL3021",
            "tally:hadolint/DL3021",
            "trivy:DS-0011",
            "kics:copy-with-more-than-two-arguments-not-ending-with-slash",
            "dockerfilelint:add_dest_invalid")
        .references(
            "https://docs.docker.com/reference/dockerfile/#copy",
            "https://github.com/moby/buildkit/issues/1853");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Copy.class)
        .filter(copy -> copy.sources().size() + copy.heredocs().size() > 1)
        .filter(
            copy ->
                copy.destination()
                    .literal()
                    .filter(MissingDestinationSlash::isNoFolder)
                    .isPresent())
        .map(copy -> judge(copy, file));
  }

  private Finding judge(Copy copy, Dockerfile file) {
    Word word = copy.destination();
    Finding finding =
        finding(word, "'%s' has to be a folder for several files; end it with /", word)
            .fixedBy(Fix.safe("End it with a slash", slash(word)));
    return isWorkdir(copy, file) ? finding.withSeverity(WARNING) : finding;
  }

  private static boolean isWorkdir(Copy copy, Dockerfile file) {
    String path = copy.destination().literal().orElseThrow();
    return path.equals(".")
        || file.stageOf(copy)
            .flatMap(stage -> stage.stateAt(copy).workdir().text())
            .filter(path::equals)
            .isPresent();
  }

  private static boolean isNoFolder(String path) {
    return !path.isEmpty() && !path.endsWith("/") && !path.endsWith("\\");
  }

  /** Inside of quotes. */
  private static TextEdit slash(Word word) {
    SourceRange range = word.range();
    String text = range.text();
    boolean isQuoted = text.endsWith("\"") || text.endsWith("'");
    int end = range.end() - (isQuoted ? 1 : 0);
    return range.source().range(end, end).insertAfter("/");
  }
}
