package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Blank;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class EmptyContinuation implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1307", "empty-continuation")
        .summary("A blank line stands in the middle of an instruction")
        .why(
            """
            Docker skips blank lines after a backslash, and warns that it will stop doing so: the instruction would end
            there then. Readers take the blank line for its end already.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            RUN mkdir /app \\

             && mkdir /data
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            RUN mkdir /app \\
             && mkdir /data
            """)
        .fixedSometimes()
        .buildkit("NoEmptyContinuation")
        .references("https://docs.docker.com/reference/build-checks/no-empty-continuation/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.instructions().stream()
        .filter(instruction -> !instruction.blankLines().isEmpty())
        .flatMap(instruction -> instruction.blankLines().stream())
        .map(line -> judge(line, file));
  }

  private Finding judge(Blank line, Dockerfile file) {
    Optional<String> next = file.keywordAfter(line);
    return next.isPresent()
        ? finding(line, "%s below is part of this instruction; end that before", next.get())
            .notFixedBecause("where the instruction was to end only you know")
        : finding(line, "The instruction goes on after this blank line; remove the line")
            .fixedBy(Fix.safe("Remove the blank line", line.range().delete()));
  }
}
