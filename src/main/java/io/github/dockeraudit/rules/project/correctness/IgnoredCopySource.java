package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Scope;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.IgnorePattern;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class IgnoredCopySource implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3002", "ignored-copy-source")
        .summary("What a COPY or ADD names is kept out of the build by the ignore file")
        .why(
            """
            The ignore file decides what the builder gets to see. What it leaves out is not there to be copied: the
            build fails with `not found`, or a wild card quietly copies less than it should. An exception in a later
            line, such as `!target/app.jar`, lets in the one file that is needed.
            """)
        .bad(
            """
            ==> .dockerignore <==
            **/target
            ==> Dockerfile <==
            FROM eclipse-temurin:17-jre
            COPY target/app.jar /app.jar
            ==> pom.xml <==
            <project/>
            """)
        .good(
            """
            ==> .dockerignore <==
            **/target
            !target/app.jar
            ==> Dockerfile <==
            FROM eclipse-temurin:17-jre
            COPY target/app.jar /app.jar
            ==> pom.xml <==
            <project/>
            """)
        .fixedSometimes()
        .aliases("buildkit:CopyIgnoredFile", "tally:buildkit/CopyIgnoredFile")
        .references("https://docs.docker.com/reference/build-checks/copy-ignored-file/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    if (project.ignoreFiles().isEmpty()) {
      return Stream.empty();
    }
    return project.dockerfiles().stream().flatMap(file -> check(file, project.contexts(file)));
  }

  private Stream<Finding> check(Dockerfile file, List<BuildContext> contexts) {
    if (contexts.stream().allMatch(context -> context.ignoreFile().isEmpty())) {
      return Stream.empty();
    }
    return file.stages().stream()
        .flatMap(
            stage ->
                stage.instructions().stream()
                    .flatMap(instruction -> ContextCopy.of(instruction).stream())
                    .flatMap(copy -> check(copy, stage, contexts)));
  }

  private Stream<Finding> check(ContextCopy copy, Stage stage, List<BuildContext> contexts) {
    Scope scope = stage.stateAt(copy.instruction());
    return copy.sources().stream()
        .flatMap(
            source ->
                scope.expand(source).text().stream()
                    .flatMap(path -> ignoring(path, contexts))
                    .map(line -> finding(source, line)));
  }

  private static Stream<IgnorePattern> ignoring(String path, List<BuildContext> contexts) {
    return contexts.stream().flatMap(context -> context.ignoring(path).stream()).limit(1);
  }

  private Finding finding(Word source, IgnorePattern line) {
    Finding finding =
        finding(
            source,
            "'%s' is left out of the build by '%s' (%s:%s); add an exception",
            source.text(),
            line,
            line.range().source(),
            line.range().from().line());
    String path = source.text().replaceFirst("^(?:\\./|/)+", "");
    return path.matches("[\\w./-]*\\w")
        ? finding.fixedBy(Fix.intended("Add an exception", exception(path, line.range().source())))
        : finding.notFixedBecause("which files are meant only you know");
  }

  private static TextEdit exception(String path, Source ignoreFile) {
    String text = ignoreFile.text();
    String newline = ignoreFile.lineEnding();
    String before = text.isEmpty() || text.endsWith("\n") ? "" : newline;
    return ignoreFile
        .range(text.length(), text.length())
        .insertAfter(before + "!" + path + newline);
  }
}
