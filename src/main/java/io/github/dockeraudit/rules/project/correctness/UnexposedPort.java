package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.facts.ServedPorts;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnexposedPort implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3008", "unexposed-port")
        .summary("A service publishes a port that its image does not speak of")
        .why(
            """
            One of the two files is mistaken: either nothing listens on the published port, and every connection is
            refused, or `EXPOSE` tells readers and tools of a port that is not used. Nothing is said where the service
            publishes one of the exposed ports too, or names the other port in its command or variables.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            EXPOSE 8000
            CMD ["uvicorn", "shop:app", "--port", "8000"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                ports:
                  - "127.0.0.1:8080:8080"
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            EXPOSE 8000
            CMD ["uvicorn", "shop:app", "--port", "8000"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                ports:
                  - "127.0.0.1:8080:8000"
            """)
        .references("https://docs.docker.com/reference/dockerfile/#expose");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.builds().stream()
        .filter(build -> !build.service().ports().isEmpty())
        .flatMap(build -> ServedPorts.of(build, project).stream())
        .flatMap(served -> served.strangers().map(port -> finding(port, served)));
  }

  private Finding finding(Port port, ServedPorts served) {
    return finding(
            port,
            "The image exposes %s, and nothing speaks of port %s; correct one of them",
            served.title(),
            port.target())
        .notFixedBecause("only a person knows on which port the program listens");
  }
}
