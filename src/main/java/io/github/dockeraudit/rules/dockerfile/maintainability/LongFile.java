package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record LongFile(int lines) implements ProjectRule {

  /** What fits on three screens. */
  public LongFile() {
    this(150);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1332", "long-file")
        .offByDefault()
        .summary("The Dockerfile is too long to be understood at one go")
        .why(
            """
            Who changes a file has to know all of it. Scripts that are copied in, stages that do one thing, and base
            images of one's own keep it short. Comments and blank lines do not count.
            """)
        .bad("FROM debian:13\n" + "RUN echo\n".repeat(150))
        .good("FROM debian:13\nRUN echo\n")
        .number("lines", 150, "How many lines of instructions a file may have")
        .aliases("tally:max-lines")
        .references(
            "https://docs.docker.com/build/building/best-practices/#create-reusable-stages");
  }

  @Override
  public Rule with(Options options) {
    return new LongFile(options.number("lines", lines));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Dockerfile file) {
    if (file.source().lineCount() <= lines) {
      return Stream.empty();
    }
    int count = 0;
    for (Instruction instruction : file.instructions()) {
      int before = count;
      count +=
          instruction.endLine()
              - instruction.startLine()
              + 1
              - instruction.comments().size()
              - instruction.blankLines().size();
      if (before <= lines && count > lines) {
        return Stream.of(
            finding(instruction.keyword(), "Here are more than %s lines; part the file", lines));
      }
    }
    return Stream.empty();
  }
}
