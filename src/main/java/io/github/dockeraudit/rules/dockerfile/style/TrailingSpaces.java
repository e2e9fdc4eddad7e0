package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.HeredocBodies;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TrailingSpaces implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1432", "trailing-spaces")
        .offByDefault()
        .summary("A line ends in blanks")
        .why(
            """
            Nobody sees them, and every editor that takes them away makes a difference which hides the one that matters.
            The lines of heredocs are left alone.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar \\\s
                 /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar \\
                 /app/
            """)
        .fixedAlways()
        .aliases("tally:no-trailing-spaces")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    String text = file.source().text();
    List<Finding> found = new ArrayList<>(0);
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int next = end + 1;
      if (end > start && text.charAt(end - 1) == '\r') {
        end--;
      }
      if (end > start && isBlank(text.charAt(end - 1)) && !HeredocBodies.of(file).hold(start)) {
        found.add(judge(blanks(file.source(), start, end)));
      }
      start = next;
    }
    return found.stream();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static SourceRange blanks(Source source, int lineStart, int lineEnd) {
    int start = lineEnd;
    while (start > lineStart && isBlank(source.text().charAt(start - 1))) {
      start--;
    }
    return source.range(start, lineEnd);
  }

  private Finding judge(SourceRange blanks) {
    return finding(() -> blanks, "This line ends in blanks; take them away")
        .fixedBy(Fix.safe("Take them away", blanks.delete()));
  }
}
