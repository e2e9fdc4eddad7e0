package io.github.dockeraudit.rules.dockerfile.correctness;

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
            With more than one source the destination must be a folder, and only a slash at its end says so: the classic
            builder refuses the file, and BuildKit leaves it to chance what a reader takes it for.
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
        .references("https://docs.docker.com/reference/dockerfile/#copy");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Copy.class)
        .filter(copy -> copy.sources().size() + copy.heredocs().size() > 1)
        .map(Copy::destination)
        .filter(word -> word.literal().filter(MissingDestinationSlash::isNoFolder).isPresent())
        .map(
            word ->
                finding(word, "'%s' has to be a folder for several files; end it with /", word)
                    .fixedBy(Fix.safe("End it with a slash", slash(word))));
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
