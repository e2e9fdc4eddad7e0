package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.facts.ContinuationLines;
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
public final class InconsistentIndentation implements DockerfileRule {

  private static final String INDENT = "    ";

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1436", "inconsistent-indentation")
        .offByDefault()
        .summary("Lines are not indented as they belong together")
        .why(
            """
            Instructions stand at the left, and the lines that go on with one are indented, so that a glance tells where
            the next begins. Lines in the middle of a text in quotes, and those of heredocs, are left alone.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
              COPY app.jar \\
            /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar \\
                /app/
            """)
        .fixedAlways()
        .aliases("tally:consistent-indentation")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    for (Instruction instruction : file.instructions()) {
      checkHead(instruction, found);
      checkTail(step(instruction), found);
    }
    return found.stream();
  }

  private void checkHead(Instruction instruction, List<Finding> found) {
    SourceRange lines = instruction.range();
    int keyword = instruction.keyword().range().start();
    if (keyword > lines.start()) {
      found.add(
          judge(
              lines.source().range(lines.start(), keyword),
              "",
              "An instruction stands at the left; take the indentation away"));
    }
  }

  /** What an ONBUILD leaves to other builds. */
  private static Instruction step(Instruction instruction) {
    return instruction instanceof Onbuild onbuild ? step(onbuild.trigger()) : instruction;
  }

  private void checkTail(Instruction instruction, List<Finding> found) {
    List<SourceRange> lines = ContinuationLines.of(instruction);
    for (SourceRange line : lines) {
      if (line.isEmpty()) {
        found.add(judge(line, indentOf(lines), "This line goes on with the one above; indent it"));
      }
    }
  }

  /** As the first line that has one. */
  private static String indentOf(List<SourceRange> lines) {
    return lines.stream()
        .map(SourceRange::text)
        .filter(indent -> !indent.isEmpty())
        .findFirst()
        .orElse(INDENT);
  }

  private Finding judge(SourceRange indent, String right, String message) {
    int end =
        Math.min(indent.source().text().length(), indent.start() + Math.max(1, indent.length()));
    SourceRange shown = indent.source().range(indent.start(), end);
    return finding(() -> shown, message)
        .fixedBy(Fix.safe("Indent it like the others", indent.replaceWith(right)));
  }
}
