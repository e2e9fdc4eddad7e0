package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingFinalNewline implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1433", "missing-final-newline")
        .offByDefault()
        .summary("The last line has no line ending")
        .why(
            """
            POSIX calls it no line then: `cat` runs two files together, and a line that is added later changes two.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            USER 1000\
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            USER 1000
            """)
        .fixedAlways()
        .aliases("tally:eol-last")
        .references(
            "https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap03.html#tag_03_185");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    String text = file.source().text();
    if (text.isEmpty() || text.charAt(text.length() - 1) == '\n') {
      return Stream.empty();
    }
    SourceRange last = file.source().range(text.length() - 1, text.length());
    return Stream.of(
        finding(() -> last, "The last line has no line ending; add one")
            .fixedBy(Fix.safe("End the line", last.insertAfter(file.source().lineEnding()))));
  }
}
