package io.github.dockeraudit.rules.java.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.MavenCall;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TransferProgress implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA4501", "transfer-progress")
        .summary("Maven fills the log of the build with what it downloads")
        .why(
            """
            Each of some hundred files takes two lines and more of the log, in which the one that matters is not found
            any more. `-ntp` leaves them out, since Maven 3.6.1; `-B` asks no questions, which nobody would answer.
            """)
        .bad(
            """
            FROM maven:3.9-eclipse-temurin-21
            COPY . /app
            WORKDIR /app
            RUN mvn package
            """)
        .good(
            """
            FROM maven:3.9-eclipse-temurin-21
            COPY . /app
            WORKDIR /app
            RUN mvn -B -ntp package
            """)
        .fixedSometimes()
        .references("https://maven.apache.org/docs/3.6.1/release-notes.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return MavenCall.in(project)
        .filter(call -> call.showsTransfers())
        .map(
            call ->
                finding(call, "Maven logs each file that it downloads; say -B -ntp")
                    .mendedBy(call::quiet));
  }
}
