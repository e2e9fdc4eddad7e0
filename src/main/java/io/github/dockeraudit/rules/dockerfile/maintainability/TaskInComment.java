package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record TaskInComment(List<String> words) implements DockerfileRule {

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Those that most people use. */
  public TaskInComment() {
    this(List.of("TODO", "FIXME"));
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1331", "task-in-comment")
        .offByDefault()
        .summary("A comment says that something is still to be done")
        .why(
            """
            What is left to do is forgotten in a comment. An issue is seen by those who plan the work.
            """)
        .bad(
            """
            # TODO: take a smaller image
            FROM debian:13
            """)
        .good(
            """
            # The tests need bash
            FROM debian:13
            """)
        .list("words", "TODO,FIXME", "What marks such a comment")
        .aliases("sonar:S1135")
        .references("https://cwe.mitre.org/data/definitions/546.html");
  }

  @Override
  public Rule with(Options options) {
    return new TaskInComment(options.list("words", words));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (!hasTask(file.source().text())) {
      return Stream.empty();
    }
    return file.elements().stream()
        .flatMap(
            element ->
                element instanceof Instruction instruction
                    ? instruction.comments().stream()
                    : element instanceof Comment comment ? Stream.of(comment) : Stream.empty())
        .flatMap(comment -> task(comment).stream())
        .map(
            task ->
                finding(
                    () -> task,
                    "'%s' is easily forgotten here; do it, or file an issue",
                    task.text()));
  }

  private boolean hasTask(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Optional<SourceRange> task(Comment comment) {
    SourceRange body = comment.body();
    String text = body.text();
    if (!hasTask(text)) {
      return Optional.empty();
    }
    return WORD.matcher(text)
        .results()
        .filter(word -> words.contains(word.group()))
        .map(word -> body.source().range(body.start() + word.start(), body.start() + word.end()))
        .findFirst();
  }
}
