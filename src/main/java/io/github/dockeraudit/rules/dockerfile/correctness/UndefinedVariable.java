package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.VariableUse;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UndefinedVariable(boolean asBuildKit) implements DockerfileRule {

  private static final Set<String> OF_THE_BUILD =
      Set.of("TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM");

  /** Variables of base images are not known. */
  public UndefinedVariable() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1013", "undefined-variable")
        .summary("A variable is used that nothing declares")
        .why(
            """
            Docker puts nothing in the place of a variable that has no value: `COPY $DIR/app.jar /app/` copies from `/`,
            and `ENV PATH=$PAHT:/opt/bin` leaves nothing of the path. An `ARG` above the first `FROM` holds for the
            `FROM` lines alone: a stage that uses it has to declare it again.

            Silent for variables that the base image may set: those that no `ARG` declares at all, and those that choose
            its version in `FROM`, since `FROM python:$PYTHON_VERSION` has a `PYTHON_VERSION` of its own.
            """)
        .bad(
            """
            ARG VERSION=1.0
            FROM eclipse-temurin:21-jre
            COPY app-$VERSION.jar /app/app.jar
            """)
        .good(
            """
            ARG VERSION=1.0
            FROM eclipse-temurin:21-jre
            ARG VERSION
            COPY app-$VERSION.jar /app/app.jar
            """)
        .fixedSometimes()
        .flag("asBuildKit", "Whether variables count too that the base image may set")
        .buildkit("UndefinedVar")
        .aliases("sonar:S6579")
        .references("https://docs.docker.com/reference/build-checks/undefined-var/");
  }

  @Override
  public Rule with(Options options) {
    return new UndefinedVariable(options.flag("asBuildKit", asBuildKit));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (file.source().text().indexOf('$') < 0) {
      return Stream.empty();
    }
    Set<String> global = new HashSet<>(OF_THE_BUILD);
    file.globalArgs().stream()
        .flatMap(arg -> arg.assignments().stream())
        .forEachOrdered(assignment -> global.add(assignment.name().text()));
    return file.stages().stream().flatMap(stage -> check(stage, global));
  }

  private Stream<Finding> check(Stage stage, Set<String> global) {
    return VariableUse.undeclaredIn(stage).stream()
        .filter(use -> !use.name().equals("PATH") && !(asBuildKit && isUnchecked(use)))
        .filter(use -> asBuildKit || isKnown(use.name(), stage, global))
        .map(use -> judge(use, global.contains(use.name())));
  }

  /** Many images have a variable of their version, and by its name it is chosen in FROM. */
  private static boolean isKnown(String name, Stage stage, Set<String> global) {
    Stage root = stage.root();
    return root.isScratch()
        || global.contains(name) && VariableUse.names(root.from().image()).noneMatch(name::equals);
  }

  /** BuildKit does not look at ports. */
  private static boolean isUnchecked(VariableUse use) {
    return use.instruction() instanceof Expose;
  }

  private Finding judge(VariableUse use, boolean isGlobal) {
    if (!isGlobal) {
      return finding(use, "Nothing declares '%s'; declare it or correct its name", use.name())
          .notFixedBecause("its value is not known");
    }
    String newline = use.range().source().lineEnding();
    String message =
        OF_THE_BUILD.contains(use.name())
            ? "'%s' is empty here; declare it in this stage with ARG"
            : "The ARG '%s' above FROM does not hold here; declare it in this stage, too";
    return finding(use, message, use.name())
        .fixedBy(
            Fix.intended(
                "Declare it in the stage",
                use.instruction()
                    .range()
                    .insertBefore(use.instruction().alike("ARG " + use.name()) + newline)));
  }
}
