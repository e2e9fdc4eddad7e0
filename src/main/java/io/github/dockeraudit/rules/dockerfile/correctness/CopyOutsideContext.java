package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CopyOutsideContext implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1030", "copy-outside-context")
        .summary("COPY names a file outside of the build context")
        .why(
            """
            A build sees its context and nothing above it. Docker reads `../settings` as `settings` in the context
            itself: the file is not found, or another one is taken.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY ../shared/app.conf /etc/app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY shared/app.conf /etc/app/
            """)
        .fixedSometimes()
        .aliases("dockerfilelint:add_src_invalid")
        .references("https://docs.docker.com/build/concepts/context/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return ContextCopy.in(file).stream()
        .flatMap(copy -> copy.sources().stream())
        .filter(source -> source.literal().filter(CopyOutsideContext::leadsOut).isPresent())
        .map(this::judge);
  }

  /** Risky: BuildKit takes it so, but somebody meant another file. */
  private Finding judge(Word source) {
    Finding finding =
        finding(source, "'%s' leads out of the build context; build from above", source);
    String inside = source.text().replaceFirst("^(?:\\.\\.?/)+", "");
    return inside.isEmpty() || inside.contains("..") || !source.range().text().equals(source.text())
        ? finding.notFixedBecause("which file is meant only you know")
        : finding.fixedBy(
            Fix.risky("Look for it in the context", source.range().replaceWith(inside)));
  }

  private static boolean leadsOut(String path) {
    int depth = 0;
    for (String name : path.split("/")) {
      depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
