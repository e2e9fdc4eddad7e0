package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.facts.Unsorted;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnorderedLabels implements DockerfileRule {

  private static final Comparator<Assignment> BY_KEY = Comparator.comparing(UnorderedLabels::key);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1431", "unordered-labels")
        .offByDefault()
        .summary("The labels of an instruction are in no order")
        .why(
            """
            In the order of the alphabet a label is found at once, and none is set twice.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL version="1.0" \\
                  vendor="Example"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL vendor="Example" \\
                  version="1.0"
            """)
        .fixedSometimes()
        .aliases("tally:labels/prefer-stable-order")
        .references("https://docs.docker.com/reference/dockerfile/#label");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class).flatMap(label -> check(label).stream());
  }

  private Optional<Finding> check(Label label) {
    return Unsorted.in(label.assignments(), BY_KEY).map(unsorted -> judge(label, unsorted));
  }

  private static String key(Assignment label) {
    return label.name().literal().orElseGet(() -> label.name().text());
  }

  private Finding judge(Label label, Unsorted<Assignment> unsorted) {
    Finding finding =
        finding(
            unsorted.misplaced().name(),
            "'%s' comes first in the alphabet; sort them",
            unsorted.wanted().name());
    return label.comments().isEmpty()
        ? finding.fixedBy(Fix.safe("Sort them", unsorted.edits()))
        : finding.notFixedBecause("a comment stands among them");
  }
}
