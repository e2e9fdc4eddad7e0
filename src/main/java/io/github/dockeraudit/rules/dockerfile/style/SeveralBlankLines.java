package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Blank;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record SeveralBlankLines(int most) implements DockerfileRule {

  /** One blank line may stand between two others. */
  public SeveralBlankLines() {
    this(1);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1434", "several-blank-lines")
        .offByDefault()
        .summary("Several blank lines follow one another")
        .why(
            """
            One blank line parts what does not belong together; more say no more. The lines of heredocs are left alone.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre


            USER 1000
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre

            USER 1000
            """)
        .fixedAlways()
        .number("most", 1, "How many blank lines may follow one another")
        .aliases("tally:no-multiple-empty-lines")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Rule with(Options options) {
    return new SeveralBlankLines(options.number("most", most));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    List<Element> elements = file.elements();
    for (int start = 0; start < elements.size(); start++) {
      int end = start;
      while (end < elements.size() && elements.get(end) instanceof Blank) {
        end++;
      }
      if (end - start > most) {
        found.add(judge(elements.get(start), elements.get(start + most), elements.get(end - 1)));
      }
      start = end;
    }
    return found.stream();
  }

  private Finding judge(Element run, Element first, Element last) {
    SourceRange surplus = first.range().union(last.range());
    return finding(() -> surplus, "Too many blank lines in a row; leave %s", most)
        .fixedBy(Fix.safe("Delete the others", without(surplus, run.range().start())));
  }

  /** It takes hold of both sides, lest another fix brings more blank lines in the same round. */
  private static TextEdit without(SourceRange surplus, int run) {
    Source source = surplus.source();
    int start = Math.max(0, run - 1);
    int end = Math.min(source.text().length(), surplus.end() + 1);
    String kept = source.text().substring(start, surplus.start());
    return source.range(start, end).replaceWith(kept + source.text().substring(surplus.end(), end));
  }
}
