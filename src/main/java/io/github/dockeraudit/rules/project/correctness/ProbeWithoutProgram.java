package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.Probe;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ProbeWithoutProgram implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3009", "probe-without-program")
        .summary("A health check calls a program that the image does not have")
        .why(
            """
            The check fails each time, and the container is unhealthy for ever: what waits for it never starts, and an
            orchestrator kills it again and again. Small images hold neither `curl` nor `wget`; Alpine has the `wget` of
            BusyBox. Install the program, or try the port with what is there.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY shop.py /app/
            CMD ["python", "/app/shop.py"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                healthcheck:
                  test: ["CMD-SHELL", "curl -f localhost:8000/health"]
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
            COPY shop.py /app/
            CMD ["python", "/app/shop.py"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                healthcheck:
                  test: ["CMD-SHELL", "curl -f localhost:8000/health"]
            """)
        .references("https://docs.docker.com/reference/dockerfile/#healthcheck");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Probe.in(project)
        .flatMap(
            probe ->
                probe.missingProgram().stream()
                    .map(
                        program ->
                            finding(
                                    probe,
                                    "The image has no '%s', so this always fails; install it, or try it otherwise",
                                    program)
                                .notFixedBecause(
                                    "what else in the image can try it only a person knows")));
  }
}
