package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UndefinedStage(boolean strict) implements ProjectRule {

  /** Only so many stages before the one at fault are looked at for what was meant. */
  private static final int MOST_SUGGESTED = 100;

  /** A name may be that of an image. */
  public UndefinedStage() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1003", "undefined-stage")
        .summary("Files are taken from a stage that does not come before")
        .why(
            """
            A name that is no earlier stage is the name of an image to Docker. It then asks the registry for an image of
            that name, and fails, or gets files from a stranger.

            Names of further build contexts that compose gives with `additional_contexts` are known; those given on the
            command line are not.
            """)
        .bad(
            """
            FROM maven:3.9-eclipse-temurin-21 AS build
            COPY . .
            RUN mvn -B package

            FROM eclipse-temurin:21-jre
            COPY --from=builder /target/app.jar /app/
            """)
        .good(
            """
            FROM maven:3.9-eclipse-temurin-21 AS build
            COPY . .
            RUN mvn -B package

            FROM eclipse-temurin:21-jre
            COPY --from=build /target/app.jar /app/
            """)
        .fixedSometimes()
        .flag("strict", "Whether every name counts that is no stage and has no colon")
        .aliases(
            "hadolint:DL3022",
            "hadolint:DL3023",
            "tally:hadolint/DL3022",
            "tally:hadolint/DL3023",
            "trivy:DS-0006",
            "kics:copy-from-references-current-from-alias",
            "tally:circular-stage-deps")
        .references("https://docs.docker.com/reference/dockerfile/#copy---from");
  }

  @Override
  public Rule with(Options options) {
    return new UndefinedStage(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.in(project)
        .filter(input -> input.kind() == BuildInput.Kind.UNDEFINED || strict && isDoubtful(input))
        .map(this::finding);
  }

  private static boolean isDoubtful(BuildInput input) {
    return !input.isBase()
        && input.kind() != BuildInput.Kind.STAGE
        && input.word().text().indexOf(':') < 0;
  }

  private Finding finding(BuildInput input) {
    String name = input.word().text();
    if (input.stage().name().filter(name::equalsIgnoreCase).isPresent()) {
      return finding(input, "'%s' is this very stage; name an earlier one", name)
          .knownAs("hadolint:DL3023", "tally:hadolint/DL3023");
    }
    return undefined(input, name).knownAs("hadolint:DL3022", "tally:hadolint/DL3022");
  }

  private Finding undefined(BuildInput input, String name) {
    if (input.laterStage().isPresent()) {
      return finding(input, "Stage '%s' comes only later; move it above this one", name);
    }
    List<Stage> earlier = input.earlierStages();
    List<String> near =
        earlier.subList(Math.max(0, earlier.size() - MOST_SUGGESTED), earlier.size()).stream()
            .flatMap(stage -> stage.name().stream())
            .toList();
    return Suggestion.closest(name, near)
        .map(
            meant ->
                finding(input, "There is no stage '%s'; did you mean '%s'?", name, meant)
                    .fixedBy(Fix.intended("Name stage " + meant, input.range().replaceWith(meant))))
        .orElseGet(() -> finding(input, "There is no stage '%s'; name an earlier one", name));
  }
}
