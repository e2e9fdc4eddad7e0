package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Stage;
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
public final class UngroupedLabels implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1430", "ungrouped-labels")
        .offByDefault()
        .summary("Labels are set by several instructions in a row")
        .why(
            """
            One `LABEL` shows what the image says of itself in one place. A comment between two of them parts them.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL version="1.0"
            LABEL vendor="Example"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL version="1.0" \\
                  vendor="Example"
            """)
        .fixedSometimes()
        .aliases("tally:labels/prefer-grouped")
        .references("https://docs.docker.com/reference/dockerfile/#label");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> check(stage, file).stream());
  }

  private List<Finding> check(Stage stage, Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    Instruction before = stage.from();
    for (Instruction next : stage.instructions()) {
      if (before instanceof Label first
          && next instanceof Label second
          && first.range().end() == second.range().start()) {
        found.add(judge(first, second, file));
      }
      before = next;
    }
    return found;
  }

  /** Intended: the history of the image has fewer steps. */
  private Finding judge(Label first, Label second, Dockerfile file) {
    Finding finding =
        finding(second.keyword(), "The LABEL above can set this too; put them together");
    if (first.assignments().isEmpty()
        || second.assignments().isEmpty()
        || isLegacy(first)
        || isLegacy(second)) {
      return finding.notFixedBecause("a space parts key and value");
    }
    int last = first.assignments().size() - 1;
    SourceRange before = first.assignments().get(last).range();
    SourceRange after = second.assignments().get(0).range();
    String joint =
        " " + file.directives().escapeCharacter() + file.source().lineEnding() + "      ";
    return finding.fixedBy(
        Fix.intended("Put them together", before.upTo(after).replaceWith(joint)));
  }

  private static boolean isLegacy(Label label) {
    return label.assignments().stream().anyMatch(each -> each.isLegacy());
  }
}
