package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnorderedLabels implements DockerfileRule {

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
    List<Assignment> all = label.assignments();
    List<Assignment> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(UnorderedLabels::key));
    for (int i = 0; i < all.size(); i++) {
      if (!key(all.get(i)).equals(key(sorted.get(i)))) {
        return Optional.of(judge(label, sorted, i));
      }
    }
    return Optional.empty();
  }

  private static String key(Assignment label) {
    return label.name().literal().orElseGet(() -> label.name().text());
  }

  private Finding judge(Label label, List<Assignment> sorted, int first) {
    List<Assignment> all = label.assignments();
    Finding finding =
        finding(
            all.get(first).name(),
            "'%s' comes first in the alphabet; sort them",
            sorted.get(first).name());
    if (!label.comments().isEmpty()) {
      return finding.notFixedBecause("a comment stands among them");
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int i = first; i < all.size(); i++) {
      if (all.get(i) != sorted.get(i)) {
        edits.add(all.get(i).range().replaceWith(sorted.get(i).range().text()));
      }
    }
    return finding.fixedBy(new Fix("Sort them", Applicability.SAFE, edits));
  }
}
