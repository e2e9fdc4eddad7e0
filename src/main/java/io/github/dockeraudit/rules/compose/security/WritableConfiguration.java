package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.ConfigurationMount;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class WritableConfiguration implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2150", "writable-configuration")
        .summary("A container may change the configuration on the host that it only reads")
        .why(
            """
            Who gets into the container writes into the files of the host, from where the change comes into the next
            container and perhaps into the repository. What a program only reads is mounted with `:ro`.
            """)
        .bad(
            """
            services:
              proxy:
                image: nginx:1.27
                volumes:
                  - ./nginx.conf:/etc/nginx/nginx.conf
            """)
        .good(
            """
            services:
              proxy:
                image: nginx:1.27
                volumes:
                  - ./nginx.conf:/etc/nginx/nginx.conf:ro
            """)
        .fixedSometimes()
        .references(
            "https://docs.docker.com/engine/storage/bind-mounts/#use-a-read-only-bind-mount");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ConfigurationMount.in(project)
        .map(
            mount ->
                finding(mount, "The container may change this on the host; mount it read-only")
                    .mendedBy(mount::remedy));
  }
}
