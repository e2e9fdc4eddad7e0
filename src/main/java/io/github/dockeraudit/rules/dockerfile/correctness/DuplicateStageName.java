package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.StageRename;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DuplicateStageName implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1011", "duplicate-stage-name")
        .summary("Two stages have the same name")
        .why(
            """
            A later `FROM` that builds on the name gets the stage before it, and `COPY --from` or `--target` the last
            one: who reads the file cannot tell which is meant, and moving a stage changes what is built. Docker
            compares names whatever their case.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jdk AS app
            COPY . .

            FROM eclipse-temurin:21-jre AS app
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jdk AS app
            COPY . .

            FROM eclipse-temurin:21-jre AS app-2
            COPY app.jar /app/
            """)
        .fixedSometimes()
        .buildkit("DuplicateStageName")
        .aliases(
            "hadolint:DL3024",
            "trivy:DS-0012",
            "checkov:CKV_DOCKER_11",
            "kics:same-alias-in-different-froms",
            "tally:hadolint/DL3024")
        .references("https://docs.docker.com/reference/build-checks/duplicate-stage-name/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    Map<String, Stage> first = new HashMap<>();
    return file.stages().stream()
        .filter(stage -> stage.name().isPresent())
        .filter(stage -> first.putIfAbsent(stage.name().get(), stage) != null)
        .map(stage -> judge(stage, first.get(stage.name().get()), file));
  }

  private Finding judge(Stage stage, Stage first, Dockerfile file) {
    String name = stage.name().orElseThrow();
    Word alias = stage.from().alias().orElseThrow();
    Finding finding =
        finding(
            alias,
            "The stage on line %s is called '%s' as well; give one of them another name",
            first.from().startLine(),
            name);
    boolean isMeantLater =
        StageRename.references(file, name)
            .anyMatch(word -> word.range().start() > stage.range().start());
    String free = StageRename.free(file, name + "-2");
    return isMeantLater
        ? finding.notFixedBecause("which of them is meant later only you know")
        : finding.fixedBy(Fix.risky("Call it " + free, alias.range().replaceWith(free)));
  }
}
