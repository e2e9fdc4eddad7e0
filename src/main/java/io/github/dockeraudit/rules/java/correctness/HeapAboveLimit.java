package io.github.dockeraudit.rules.java.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.HeapLimit;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class HeapAboveLimit implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA4004", "heap-above-limit")
        .summary("The heap of Java may grow beyond the memory of its container")
        .why(
            """
            Java does not collect before the heap is full, and by then the kernel has killed the container. Threads,
            classes and buffers need memory beside the heap. `-XX:MaxRAMPercentage=75` follows the limit, whatever it
            is.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY app.jar /app.jar
            CMD ["java", "-Xmx1g", "-jar", "/app.jar"]
            ==> compose.yaml <==
            services:
              shop:
                build: .
                mem_limit: 1g
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM eclipse-temurin:21-jre
            COPY app.jar /app.jar
            CMD ["java", "-Xmx768m", "-jar", "/app.jar"]
            ==> compose.yaml <==
            services:
              shop:
                build: .
                mem_limit: 1g
            """)
        .references(
            "https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html",
            "https://docs.docker.com/engine/containers/resource_constraints/#memory");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return HeapLimit.in(project)
        .map(
            heap ->
                finding(
                        heap,
                        "'%s' may use %s in all, and this lets the heap alone have that; lower it",
                        heap.service().name(),
                        heap.limit())
                    .notFixedBecause("how much memory it needs only a person knows"));
  }
}
