package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.OldRuntime;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class JavaTooOld implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA4001", "java-too-old")
        .summary("The image has an older Java than the module is compiled for")
        .why(
            """
            The container ends at once with `UnsupportedClassVersionError`. Nothing is said where a step of the build
            may bring another Java along, such as a runtime made with jlink.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:17-jre
            COPY target/shop-1.0.jar /shop.jar
            CMD ["java", "-jar", "/shop.jar"]
            ==> pom.xml <==
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1.0</version>
              <properties>
                <maven.compiler.release>21</maven.compiler.release>
              </properties>
            </project>
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY target/shop-1.0.jar /shop.jar
            CMD ["java", "-jar", "/shop.jar"]
            ==> pom.xml <==
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1.0</version>
              <properties>
                <maven.compiler.release>21</maven.compiler.release>
              </properties>
            </project>
            """)
        .fixedSometimes()
        .references(
            "https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/UnsupportedClassVersionError.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return OldRuntime.in(project)
        .map(
            old ->
                finding(
                        old,
                        "The module is compiled for Java %s, and this has Java %s; take a newer one",
                        old.level(),
                        old.release())
                    .mendedBy(old::remedy));
  }
}
