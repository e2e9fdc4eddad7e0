package io.github.dockeraudit.rules.dockerfile.security;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.LeftoverTool;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record DevelopmentTools(List<String> allowed) implements ProjectRule {

  /** Nothing may stay. */
  public DevelopmentTools() {
    this(List.of());
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1106", "development-tools")
        .summary("A shipped image keeps tools that only developers need")
        .why(
            """
            Compilers, `git`, editors and debuggers make an image larger, bring security holes of their own into every
            scan of it, and are what somebody who broke in would like to find. Install them in a stage that is not
            shipped, or remove them in the `RUN` that needs them.

            Silent for stages and Dockerfiles that are made for development, for tools that a later instruction, the
            command of a container or a health check may use, and for images that serve no port and so may be tools
            themselves.
            """)
        .bad(
            """
            FROM python:3.13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends git libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            COPY . /app
            EXPOSE 8000
            CMD ["uvicorn", "app:app", "--port", "8000"]
            """)
        .good(
            """
            FROM python:3.13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            COPY . /app
            EXPOSE 8000
            CMD ["uvicorn", "app:app", "--port", "8000"]
            """)
        .list("allowed", "", "Packages that may stay, by their names")
        .fixedSometimes()
        .references(
            "https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages");
  }

  @Override
  public Rule with(Options options) {
    return new DevelopmentTools(options.list("allowed", allowed));
  }

  @Override
  public Stream<Finding> check(Project project) {
    List<LeftoverTool> tools =
        LeftoverTool.in(project)
            .filter(left -> left.spec().name().filter(allowed::contains).isEmpty())
            .toList();
    if (tools.isEmpty()) {
      return Stream.empty();
    }
    Map<PackageCommand, Long> byInstall =
        tools.stream().collect(groupingBy(LeftoverTool::install, counting()));
    return tools.stream()
        .map(left -> judge(left, byInstall.get(left.install()) < left.install().packages().size()));
  }

  private Finding judge(LeftoverTool left, boolean isOneOfMany) {
    String message =
        left.isUsedAtOnce()
            ? "'%s' serves this RUN alone; remove it at its end, or build in another stage"
            : "'%s' stays in the image and nothing uses it; leave it out";
    return finding(left, message, left.spec().name().orElseThrow())
        .mendedBy(() -> left.remedy(isOneOfMany));
  }
}
