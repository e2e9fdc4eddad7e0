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
public final class ScriptWithoutErrexit implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA3006", "script-without-errexit")
        .summary("The script that a container begins with goes on after a command that fails")
        .why(
            """
            A migration that fails is passed over, and the program starts on a database that it does not know. With
            `set -e` the container ends, and its policy says what happens then.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY entrypoint.sh /
            ENTRYPOINT ["/entrypoint.sh"]
            ==> entrypoint.sh <==
            #!/bin/sh
            python migrate.py
            python collect.py
            exec python app.py
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY entrypoint.sh /
            ENTRYPOINT ["/entrypoint.sh"]
            ==> entrypoint.sh <==
            #!/bin/sh
            set -e
            python migrate.py
            python collect.py
            exec python app.py
            """)
        .fixedAlways()
        .references(
            "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return EntryScript.in(project)
        .filter(EntryScript::goesOn)
        .map(
            script ->
                finding(script, "What fails in this script is passed over; add 'set -e'")
                    .mendedBy(script::end));
  }
}
