package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.ServerPort;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class OtherServerPort implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA4005", "other-server-port")
        .summary("The image exposes another port than the application listens on")
        .why(
            """
            Who publishes what `EXPOSE` says gets connections that are refused: the port is set in the settings of the
            application. Nothing is said where a variable, an argument or settings for a profile may set it anew.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY target/shop.jar /shop.jar
            EXPOSE 8080
            CMD ["java", "-jar", "/shop.jar"]
            ==> pom.xml <==
            <project/>
            ==> src/main/resources/application.properties <==
            server.port=8081
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY target/shop.jar /shop.jar
            EXPOSE 8081
            CMD ["java", "-jar", "/shop.jar"]
            ==> pom.xml <==
            <project/>
            ==> src/main/resources/application.properties <==
            server.port=8081
            """)
        .fixedAlways()
        .references(
            "https://docs.docker.com/reference/dockerfile/#expose",
            "https://docs.spring.io/spring-boot/appendix/application-properties/index.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ServerPort.in(project)
        .map(
            other ->
                finding(
                        other,
                        "'%s' is %s, and this exposes %s; expose that",
                        other.property(),
                        other.port(),
                        other.exposed())
                    .mendedBy(other::remedy));
  }
}
