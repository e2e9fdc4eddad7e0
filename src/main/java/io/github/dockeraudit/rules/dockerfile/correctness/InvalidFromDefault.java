package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.VariableUse;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.SupportedTag;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidFromDefault implements ProjectRule {

  /** An image whose tag is a variable and no more. */
  private static final Pattern TAGGED = Pattern.compile("([^$]+):\\$\\{?(\\w+)}?");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1017", "invalid-from-default")
        .summary("FROM makes no image unless an argument is given")
        .why(
            """
            Without `--build-arg` the name of the image is empty or has no valid form, so that `docker build .` fails. A
            default makes the file work by itself, and tells its readers what is meant.
            """)
        .bad(
            """
            ARG VERSION
            FROM python:${VERSION}
            """)
        .good(
            """
            ARG VERSION=3.14
            FROM python:${VERSION}
            """)
        .fixedSometimes()
        .buildkit("InvalidDefaultArgInFrom")
        .references("https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(file -> check(file, project));
  }

  private Stream<Finding> check(Dockerfile file, Project project) {
    return file.stages().stream()
        .filter(stage -> InvalidFromDefault.isInvalid(stage, file))
        .map(
            stage ->
                finding(
                        stage.from().image(),
                        "'%s' is no image unless the build is told more; give its ARG a default",
                        stage.from().image())
                    .mendedBy(() -> remedy(stage.from().image(), file, project)));
  }

  /** Risky: the file may have been written for an older release. */
  private static Remedy remedy(Word image, Dockerfile file, Project project) {
    Matcher tagged = TAGGED.matcher(image.text());
    if (!tagged.matches()) {
      return Remedy.none("which image is meant only you know");
    }
    Optional<String> newest =
        ImageReference.parse(tagged.group(1))
            .flatMap(reference -> SupportedTag.newest(reference, project.today()));
    return file.globalArgs().stream()
        .flatMap(arg -> arg.assignments().stream())
        .filter(arg -> arg.value().isEmpty() && arg.name().text().equals(tagged.group(2)))
        .filter(arg -> newest.isPresent())
        .map(arg -> arg.range().insertAfter("=" + newest.get()))
        .findFirst()
        .map(edit -> Remedy.risky("Take the newest release by default", edit))
        .orElseGet(() -> Remedy.none("which release is meant only you know"));
  }

  private static boolean isInvalid(Stage stage, Dockerfile file) {
    return stage.parent().isEmpty()
        && !stage.isScratch()
        && stage.image().isEmpty()
        && stage.from().image().literal().isEmpty()
        && !stage.base().isUnknown()
        && VariableUse.undeclaredInFrom(stage, file.globalScope()).isEmpty();
  }
}
