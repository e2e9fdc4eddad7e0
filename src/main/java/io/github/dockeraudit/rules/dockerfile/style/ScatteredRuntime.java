package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ScatteredRuntime implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1439", "scattered-runtime")
        .offByDefault()
        .summary("What an image runs is not said at its end")
        .why(
            """
            `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT` and `CMD` are about the container, and all else is about the
            image. At the end of a stage, in this order, they are where everybody looks for them. What comes after them
            would also be built anew with each change of them.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            CMD ["java", "-jar", "/app/app.jar"]
            STOPSIGNAL SIGINT
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            STOPSIGNAL SIGINT
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .fixedSometimes()
        .aliases("tally:epilogue-order")
        .references("https://docs.docker.com/reference/dockerfile/#overview");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> check(stage, file).stream());
  }

  /** One finding a stage is enough. */
  private Optional<Finding> check(Stage stage, Dockerfile file) {
    List<Instruction> all = stage.instructions();
    for (int i = 0; i + 1 < all.size(); i++) {
      if (rank(all.get(i)) > rank(all.get(i + 1))) {
        return Optional.of(judge(all.get(i), all, file));
      }
    }
    return Optional.empty();
  }

  /** The place at the end; 0 for what does not belong there. */
  private static int rank(Instruction instruction) {
    if (instruction instanceof Stopsignal) {
      return 1;
    }
    if (instruction instanceof Healthcheck) {
      return 2;
    }
    if (instruction instanceof Entrypoint) {
      return 3;
    }
    return instruction instanceof Cmd ? 4 : 0;
  }

  /** Intended: the steps of the build are others, and their result is the same. */
  private Finding judge(Instruction first, List<Instruction> all, Dockerfile file) {
    Finding finding =
        finding(first.keyword(), "'%s' is about the container; put it at the end", first.name());
    List<Instruction> moved = all.stream().filter(each -> rank(each) > 0).toList();
    return isMovable(moved, all)
        ? finding.fixedBy(Fix.intended("Put it at the end", ordered(moved, all, file)))
        : finding.notFixedBecause("what stands after it depends on it");
  }

  /** Each but once, and read by the same shell and with the same variables at the end. */
  private static boolean isMovable(List<Instruction> moved, List<Instruction> all) {
    return moved.stream().mapToInt(ScatteredRuntime::rank).distinct().count() == moved.size()
        && all.stream().noneMatch(Shell.class::isInstance)
        && moved.stream()
            .noneMatch(
                each -> each instanceof Stopsignal signal && signal.range().text().contains("$"));
  }

  private static TextEdit ordered(List<Instruction> moved, List<Instruction> all, Dockerfile file) {
    Source source = file.source();
    int start = file.withComments(moved.get(0)).start();
    int end = all.get(all.size() - 1).range().end();
    StringBuilder kept = new StringBuilder();
    int from = start;
    for (Instruction each : moved) {
      SourceRange lines = file.withComments(each);
      kept.append(source.text(), from, lines.start());
      from = lines.end();
    }
    kept.append(source.text(), from, end);
    moved.stream()
        .sorted(Comparator.comparingInt(ScatteredRuntime::rank))
        .map(each -> file.withComments(each).text())
        .forEachOrdered(lines -> append(lines, kept, source));
    boolean isEnded = source.range(start, end).text().endsWith("\n");
    int length = kept.length() - (isEnded ? 0 : source.lineEnding().length());
    return source.range(start, end).replaceWith(kept.substring(0, length));
  }

  private static void append(String lines, StringBuilder kept, Source source) {
    if (kept.length() > 0 && kept.charAt(kept.length() - 1) != '\n') {
      kept.append(source.lineEnding());
    }
    kept.append(lines).append(lines.endsWith("\n") ? "" : source.lineEnding());
  }
}
