package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SeveralCommands implements DockerfileRule {

  private static final List<Class<? extends Instruction>> TYPES =
      List.of(Cmd.class, Entrypoint.class, Healthcheck.class);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1004", "several-commands")
        .summary("A stage has several CMD, ENTRYPOINT or HEALTHCHECK instructions")
        .why(
            """
            Only the last of them counts. Docker ignores the others without a word, so whoever wrote or reads them is
            mistaken about what the container runs.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            CMD ["java", "-version"]
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .fixedAlways()
        .buildkit("MultipleInstructionsDisallowed")
        .aliases(
            "hadolint:DL3012",
            "hadolint:DL4003",
            "hadolint:DL4004",
            "trivy:DS-0007",
            "trivy:DS-0016",
            "trivy:DS-0023",
            "kics:multiple-cmd-instructions-listed",
            "kics:multiple-entrypoint-instructions-listed",
            "sonar:S6589",
            "semgrep:multiple-cmd-instructions",
            "semgrep:multiple-entrypoint-instructions",
            "tally:hadolint/DL3012")
        .references(
            "https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> TYPES.stream().flatMap(type -> ignored(stage, type, file)));
  }

  private <I extends Instruction> Stream<Finding> ignored(
      Stage stage, Class<I> type, Dockerfile file) {
    List<I> all = stage.all(type).toList();
    if (all.size() < 2) {
      return Stream.empty();
    }
    return all.stream()
        .limit(all.size() - 1)
        .map(
            instruction ->
                finding(
                        instruction.keyword(),
                        "%s is ignored for the one on line %s; keep one of them",
                        instruction.name(),
                        all.get(all.size() - 1).startLine())
                    .knownAs(aliases(type))
                    .fixedBy(
                        Fix.safe(
                            "Delete the %s that is ignored".formatted(instruction.name()),
                            file.extent(instruction).delete())));
  }

  private static String[] aliases(Class<? extends Instruction> type) {
    if (type == Cmd.class) {
      return new String[] {
        "hadolint:DL4003", "trivy:DS-0016", "kics:multiple-cmd-instructions-listed"
      };
    }
    return type == Entrypoint.class
        ? new String[] {
          "hadolint:DL4004", "trivy:DS-0007", "kics:multiple-entrypoint-instructions-listed"
        }
        : new String[] {"hadolint:DL3012", "trivy:DS-0023"};
  }
}
