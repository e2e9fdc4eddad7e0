package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Directive;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MisspeltDirective implements DockerfileRule {

  private static final String FRONTEND = "docker/dockerfile";

  /** What the value of each directive begins with. */
  private static final Map<String, Pattern> VALUES =
      Map.of(
          "syntax", Pattern.compile("[\\w.:-]+/\\S+"),
          "escape", Pattern.compile("[\\\\`]"),
          "check", Pattern.compile("(?:skip|error|experimental)=.*"));

  private static final Pattern DIRECTIVE = Pattern.compile("(\\w+)\\s*=\\s*(.*)");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1052", "misspelt-directive")
        .summary("A parser directive is not spelt right")
        .why(
            """
            `# synatx=docker/dockerfile:1` is a comment like any other: nobody complains, and what the directive was to
            switch on stays off. Where the name of Docker's own frontend is misspelt, the build wants an image that does
            not exist, or that somebody else has put there.
            """)
        .bad(
            """
            # synatx=docker/dockerfile:1
            FROM alpine:3.22
            """)
        .good(
            """
            # syntax=docker/dockerfile:1
            FROM alpine:3.22
            """)
        .fixedAlways()
        .aliases("tally:syntax-directive-typo")
        .references("https://docs.docker.com/reference/dockerfile/#parser-directives");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(misspeltImage(file).stream(), misspeltName(file).stream());
  }

  private Optional<Finding> misspeltImage(Dockerfile file) {
    return file.directives()
        .syntax()
        .filter(syntax -> isMisspeltFrontend(syntax.text()))
        .map(syntax -> judge(repository(syntax), FRONTEND));
  }

  private static boolean isMisspeltFrontend(String image) {
    Optional<ImageReference> reference = ImageReference.parse(image);
    String repository = reference.map(ImageReference::repository).orElse("");
    return reference.filter(it -> it.registry().equals("docker.io")).isPresent()
        && !repository.startsWith(FRONTEND)
        && Suggestion.closest(repository, List.of(FRONTEND)).isPresent()
        && !repository.startsWith("library/");
  }

  private static SourceRange repository(Directive syntax) {
    SourceRange value = syntax.value();
    int end = value.text().indexOf(':', value.text().lastIndexOf('/'));
    return value.source().range(value.start(), end < 0 ? value.end() : value.start() + end);
  }

  /** Only the line after the directives could have been one more. */
  private Optional<Finding> misspeltName(Dockerfile file) {
    return file.elements().stream()
        .skip(file.directives().all().size())
        .findFirst()
        .filter(Comment.class::isInstance)
        .map(element -> (Comment) element)
        .flatMap(this::misspeltName);
  }

  private Optional<Finding> misspeltName(Comment comment) {
    Matcher parts = DIRECTIVE.matcher(comment.text());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String name = parts.group(1);
    int start = comment.body().start();
    return Suggestion.closest(name, VALUES.keySet())
        .filter(meant -> !meant.equalsIgnoreCase(name))
        .filter(meant -> VALUES.get(meant).matcher(parts.group(2)).matches())
        .map(meant -> judge(comment.range().source().range(start, start + name.length()), meant));
  }

  private Finding judge(SourceRange misspelt, String meant) {
    return finding(
            () -> misspelt, "'%s' means nothing to Docker; write '%s'", misspelt.text(), meant)
        .fixedBy(Fix.intended("Write " + meant, misspelt.replaceWith(meant)));
  }
}
