package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InconsistentCasing implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1403", "inconsistent-casing")
        .offByDefault()
        .summary("Instructions are written in different cases")
        .why(
            """
            Docker does not care, readers do: by convention instructions are in upper case, so that they stand out from
            their arguments. The rule asks for what most instructions of the file have.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            copy app.jar /app/
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .fixedAlways()
        .buildkit("ConsistentInstructionCasing")
        .aliases("sonar:S6476", "dockerfilelint:uppercase_commands")
        .references(
            "https://docs.docker.com/reference/build-checks/consistent-instruction-casing/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Instruction> all = file.instructions();
    if (areUpper(all)) {
      return Stream.empty();
    }
    long lower = all.stream().filter(instruction -> isIn(instruction, true)).count();
    long upper = all.stream().filter(instruction -> isIn(instruction, false)).count();
    boolean isLower = lower > upper;
    return all.stream()
        .filter(instruction -> !isIn(instruction, isLower))
        .map(instruction -> judge(instruction, isLower));
  }

  private static boolean areUpper(List<Instruction> all) {
    for (Instruction instruction : all) {
      if (!isIn(instruction, false)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(Instruction instruction, boolean isLower) {
    String keyword = instruction.keyword().text();
    return keyword.equals(
        isLower ? keyword.toLowerCase(Locale.ROOT) : keyword.toUpperCase(Locale.ROOT));
  }

  private Finding judge(Instruction instruction, boolean isLower) {
    String keyword = instruction.keyword().text();
    String wanted = isLower ? keyword.toLowerCase(Locale.ROOT) : keyword.toUpperCase(Locale.ROOT);
    Finding finding =
        finding(instruction.keyword(), "Most instructions are written as '%s' is; do so", wanted);
    return instruction instanceof Unknown
        ? finding.notFixedBecause("Docker does not know the instruction")
        : finding.fixedBy(
            Fix.safe("Write " + wanted, instruction.keyword().range().replaceWith(wanted)));
  }
}
