package io.github.dockeraudit.rules.java.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.JvmOption;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RemoteDebugger implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA4101", "remote-debugger")
        .summary("The image that is shipped lets debuggers in from other machines")
        .why(
            """
            Whoever reaches the port of a debugger runs any code in the program: the protocol knows no password. In the
            image it is there wherever that runs. For one's own machine an override of compose sets `JAVA_TOOL_OPTIONS`
            and publishes the port on `127.0.0.1`.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY app.jar /app.jar
            CMD ["java", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005", "-jar", "/app.jar"]
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY app.jar /app.jar
            CMD ["java", "-jar", "/app.jar"]
            """)
        .references(
            "https://docs.oracle.com/en/java/javase/21/docs/specs/jpda/conninv.html",
            "https://wiki.sei.cmu.edu/confluence/display/java/ENV05-J.+Do+not+deploy+an+application+that+can+be+remotely+monitored");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> project.shippedStages(file).stream())
        .flatMap(stage -> JvmOption.of(stage).stream())
        .filter(RemoteDebugger::letsIn)
        .map(
            option ->
                finding(
                        option,
                        "Whoever reaches this port runs any code in the program; take it out")
                    .notFixedBecause("only a person knows who relies on it"));
  }

  private static boolean letsIn(JvmOption option) {
    String text = option.text();
    boolean isDebugger = text.startsWith("-agentlib:jdwp=") || text.startsWith("-Xrunjdwp:");
    return isDebugger
        && (text.contains("address=*:") || text.contains("address=0.0.0.0:"))
        && !text.contains("server=n");
  }
}
