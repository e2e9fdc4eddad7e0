package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Blank;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingBlankLine(String between) implements DockerfileRule {

  private static final List<String> PLACES = List.of("kinds", "stages", "all");

  /** Between instructions of different kinds. */
  public MissingBlankLine() {
    this("kinds");
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1437", "missing-blank-line")
        .offByDefault()
        .summary("No blank line parts what does not belong together")
        .why(
            """
            A blank line between instructions of different kinds shows the steps of a file. With `stages` only a `FROM`
            needs one before it, with `all` every instruction does.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre

            ENV A=1
            ENV B=2
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre

            ENV A=1
            ENV B=2

            COPY app.jar /app/
            """)
        .fixedAlways()
        .text("between", "kinds", "What to part: kinds, stages or all")
        .aliases("tally:newline-between-instructions")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Rule with(Options options) {
    return new MissingBlankLine(options.oneOf("between", between, PLACES));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    Instruction before = null;
    boolean isAdjacent = false;
    for (Element element : file.elements()) {
      if (element instanceof Instruction instruction) {
        if (isAdjacent && isWanted(before, instruction)) {
          found.add(judge(instruction, file));
        }
        before = instruction;
        isAdjacent = true;
      } else if (element instanceof Blank) {
        isAdjacent = false;
      }
    }
    return found.stream();
  }

  private boolean isWanted(Instruction before, Instruction after) {
    return switch (between) {
      case "all" -> true;
      case "stages" -> after instanceof From;
      default -> !before.name().equals(after.name());
    };
  }

  private Finding judge(Instruction after, Dockerfile file) {
    return finding(after.keyword(), "A blank line before this shows where a new step begins")
        .fixedBy(Fix.safe("Add one", blankBefore(after, file)));
  }

  /** It takes hold of all up to the keyword, lest another fix in the same round parts them. */
  private static TextEdit blankBefore(Instruction after, Dockerfile file) {
    int start = file.withComments(after).start() - 1;
    SourceRange held = file.source().range(start, after.keyword().range().start() + 1);
    String text = held.text();
    return held.replaceWith(text.charAt(0) + file.source().lineEnding() + text.substring(1));
  }
}
