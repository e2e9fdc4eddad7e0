package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SystemWorkdir implements DockerfileRule {

  private static final Set<String> SYSTEM =
      Set.of(
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/lib",
          "/lib64",
          "/proc",
          "/sbin",
          "/sys",
          "/usr/bin",
          "/usr/lib",
          "/usr/sbin");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1028", "system-workdir")
        .summary("The working directory is one of the system")
        .why(
            """
            What is copied to `.` and what the program writes gets among the files of the distribution. An update of the
            base image may overwrite it, and a careless `rm -r ./*` deletes the system.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            WORKDIR /usr/bin
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            WORKDIR /app
            """)
        .aliases("trivy:DS-0030")
        .references("https://docs.docker.com/build/building/best-practices/#workdir");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .map(stage -> stage.finalState().workdirInstruction())
        .flatMap(Optional::stream)
        .distinct()
        .filter(workdir -> workdir.path().literal().filter(SYSTEM::contains).isPresent())
        .map(
            workdir ->
                finding(
                    workdir.path(),
                    "'%s' belongs to the system; choose a folder of your own",
                    workdir.path()));
  }
}
