package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.EntryScript;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ScriptWithoutExec implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3005", "script-without-exec")
        .summary("The script that a container begins with stays between Docker and the program")
        .why(
            """
            Docker tells only the first process of a container to stop. A shell that has called the program hands
            nothing on: the program goes on for ten seconds, until it is killed in the middle of what it does. With
            `exec` the program takes the place of the shell.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY entrypoint.sh /
            ENTRYPOINT ["/entrypoint.sh"]
            CMD ["python", "app.py"]
            ==> entrypoint.sh <==
            #!/bin/sh
            set -e
            python migrate.py
            "$@"
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY entrypoint.sh /
            ENTRYPOINT ["/entrypoint.sh"]
            CMD ["python", "app.py"]
            ==> entrypoint.sh <==
            #!/bin/sh
            set -e
            python migrate.py
            exec "$@"
            """)
        .fixedAlways()
        .references("https://docs.docker.com/reference/dockerfile/#exec-form-entrypoint-example");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return EntryScript.in(project)
        .flatMap(script -> script.keptCall().stream())
        .map(
            call ->
                finding(
                        call.words().get(0),
                        "The shell stays first and hands no signal on; say 'exec %s'",
                        call.words().get(0).range().text())
                    .mendedBy(() -> EntryScript.exec(call)));
  }
}
