package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.ModuleArtifact;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingArtifact implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA4006", "missing-artifact")
        .summary("The Dockerfile copies a jar that the build does not make")
        .why(
            """
            The name of the jar is `finalName` of the POM, in which the version stands unless somebody has said
            otherwise. A name that was right once breaks the image with the next release: `COPY` fails, or takes a jar
            that an earlier build has left behind.
            """)
        .bad(
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
              <version>1.1</version>
            </project>
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY target/shop-1.1.jar /shop.jar
            CMD ["java", "-jar", "/shop.jar"]
            ==> pom.xml <==
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>shop</artifactId>
              <version>1.1</version>
            </project>
            """)
        .fixedSometimes()
        .references("https://maven.apache.org/pom.html#the-basebuild-element-set");
  }

  @Override
  public Stream<Finding> check(Project project) {
    Optional<MavenModel> model = project.maven();
    return ModuleArtifact.in(project)
        .flatMap(
            copied ->
                copied.expected(model.orElseThrow()).map(made -> finding(copied, made)).stream());
  }

  private Finding finding(ModuleArtifact copied, String made) {
    return finding(copied, "The build makes '%s' and not '%s'; copy that", made, copied.name())
        .mendedBy(() -> copied.remedy(made));
  }
}
