package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.UnreadJvmVariable;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnreadOptions implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA4003", "unread-options")
        .summary("Options for Java stand in a variable that nothing reads")
        .why(
            """
            `JAVA_OPTS` is a habit of start scripts. `java` knows nothing of it, and a command as a JSON list runs no
            shell that would put it in: the heap has its default size, whatever the variable says. `JAVA_TOOL_OPTIONS`
            is read by every virtual machine.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            ENV JAVA_OPTS="-Xmx512m"
            COPY app.jar /app.jar
            ENTRYPOINT ["java", "-jar", "/app.jar"]
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            ENV JAVA_TOOL_OPTIONS="-Xmx512m"
            COPY app.jar /app.jar
            ENTRYPOINT ["java", "-jar", "/app.jar"]
            """)
        .fixedAlways()
        .references(
            "https://docs.oracle.com/en/java/javase/21/troubleshoot/environment-variables-and-system-properties.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return UnreadJvmVariable.in(project)
        .map(
            unread ->
                finding(
                        unread,
                        "Nothing reads %s where java is started alone; say JAVA_TOOL_OPTIONS",
                        unread.name())
                    .mendedBy(unread.remedy()));
  }
}
