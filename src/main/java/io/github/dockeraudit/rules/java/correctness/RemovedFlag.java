package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.RemovedJvmFlag;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RemovedFlag implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA4002", "removed-flag")
        .summary("Java is given a flag that its release does not know any more")
        .why(
            """
            The container ends at once: `Unrecognized VM option`, `Could not create the Java Virtual Machine`. A flag
            that tuned an older release is seldom missed: since Java 11 the limits of the container are read without
            being told so, and the collector of Java 8 is gone.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            ENV JAVA_TOOL_OPTIONS="-Xmx256m -XX:+UseConcMarkSweepGC"
            COPY app.jar /app.jar
            CMD ["java", "-jar", "/app.jar"]
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            ENV JAVA_TOOL_OPTIONS="-Xmx256m"
            COPY app.jar /app.jar
            CMD ["java", "-jar", "/app.jar"]
            """)
        .fixedSometimes()
        .references(
            "https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html#removed-java-options",
            "https://openjdk.org/jeps/363");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return RemovedJvmFlag.in(project)
        .map(
            flag ->
                finding(
                        flag,
                        "Java %s does not start with '%s', which ended with Java %s; leave it out",
                        flag.release(),
                        flag.name(),
                        flag.since())
                    .mendedBy(flag::remedy));
  }
}
