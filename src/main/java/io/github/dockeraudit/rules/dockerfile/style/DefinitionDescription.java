package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record DefinitionDescription(boolean everywhere) implements DockerfileRule {

  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:^|;)\\s*experimental\\s*="
              + "(?:\\s*all|(?:[^;]*,)?\\s*InvalidDefinitionDescription\\s*(?:,[^;]*)?)\\s*(?:;|$)");

  /** As to BuildKit, a file has to ask for it. */
  public DefinitionDescription() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1406", "definition-description")
        .summary("The comment above an ARG or FROM does not begin with its name")
        .why(
            """
            `docker build --call=outline` and `--call=targets` show the comment above an `ARG` or a named stage as its
            description, if it begins with the name: `# VERSION is the version of the tool`.

            To BuildKit this check is an experiment: only files count that ask for it, as below or for `all`.
            """)
        .bad(
            """
            # check=experimental=InvalidDefinitionDescription
            # the release to build
            ARG VERSION=21-jre
            FROM eclipse-temurin:${VERSION}
            """)
        .good(
            """
            # check=experimental=InvalidDefinitionDescription
            # VERSION the release to build
            ARG VERSION=21-jre
            FROM eclipse-temurin:${VERSION}
            """)
        .fixedAlways()
        .flag(
            "everywhere",
            "Whether files count, too, that do not ask for it in their check directive")
        .aliases(
            "buildkit:InvalidDefinitionDescription", "tally:buildkit/InvalidDefinitionDescription")
        .references(
            "https://docs.docker.com/reference/build-checks/invalid-definition-description/");
  }

  @Override
  public Rule with(Options options) {
    return new DefinitionDescription(options.flag("everywhere", everywhere));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (!everywhere && !isAskedFor(file)) {
      return Stream.empty();
    }
    List<Finding> found = new ArrayList<>(0);
    Comment above = null;
    for (Element element : file.elements()) {
      if (element instanceof Instruction instruction && above != null) {
        check(instruction, above, file).ifPresent(found::add);
      }
      above = element instanceof Comment comment ? comment : null;
    }
    return found.stream();
  }

  private static boolean isAskedFor(Dockerfile file) {
    return file.directives()
        .check()
        .filter(check -> ASKED_FOR.matcher(check.text()).find())
        .isPresent();
  }

  private static boolean isDirective(Comment comment, Dockerfile file) {
    return file.directives().all().stream().anyMatch(d -> comment.range().contains(d.range()));
  }

  private Optional<Finding> check(Instruction instruction, Comment comment, Dockerfile file) {
    List<String> names = names(instruction);
    boolean isDescribed =
        names.isEmpty()
            || comment.text().isEmpty()
            || isDirective(comment, file)
            || names.stream().anyMatch(name -> comment.text().startsWith(name + " "));
    return isDescribed
        ? Optional.empty()
        : Optional.of(
            finding(
                    instruction.keyword(),
                    "The comment above does not describe '%s'; begin it with the name",
                    names.get(0))
                .fixedBy(
                    Fix.safe(
                        "Begin with the name", comment.body().insertBefore(names.get(0) + " "))));
  }

  private static List<String> names(Instruction instruction) {
    if (instruction instanceof From from) {
      return from.alias().map(alias -> List.of(alias.text())).orElse(List.of());
    }
    return instruction instanceof Arg arg
        ? arg.assignments().stream().map(assignment -> assignment.name().text()).toList()
        : List.of();
  }
}
