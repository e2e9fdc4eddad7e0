package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SeveralSpaces implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1435", "several-spaces")
        .offByDefault()
        .summary("Words are parted by several blanks")
        .why(
            """
            One blank parts words as well. What the shell is given, and what stands in quotes or heredocs, is left
            alone.
            """)
        .bad(
            """
            FROM  eclipse-temurin:21-jre
            COPY   app.jar  /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .fixedAlways()
        .aliases("tally:no-multi-spaces")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    for (Instruction outer : file.instructions()) {
      Instruction instruction = outer;
      SourceRange before = outer.keyword().range();
      while (instruction instanceof Onbuild onbuild) {
        instruction = onbuild.trigger();
        before = check(before, instruction.keyword().range(), found);
      }
      for (Flag flag : instruction.flags()) {
        before = check(before, flag.range(), found);
      }
      for (Word word : instruction.arguments()) {
        before = check(before, word.range(), found);
      }
    }
    return found.stream();
  }

  private SourceRange check(SourceRange before, SourceRange after, List<Finding> found) {
    if (after.start() - before.end() > 1) {
      SourceRange gap = before.upTo(after);
      if (gap.text().chars().allMatch(c -> c == ' ' || c == '\t')) {
        found.add(
            finding(() -> gap, "One blank is enough here")
                .fixedBy(Fix.safe("Leave one blank", gap.replaceWith(" "))));
      }
    }
    return after;
  }
}
