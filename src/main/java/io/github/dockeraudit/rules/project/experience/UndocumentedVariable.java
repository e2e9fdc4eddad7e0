package io.github.dockeraudit.rules.project.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UndocumentedVariable implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3504", "undocumented-variable")
        .summary("A variable has to be set that the pattern for .env does not name")
        .why(
            """
            Who starts the project for the first time copies the pattern to `.env` and fills it in. A variable that is
            not in it and has no default is empty then, which shows up later and somewhere else, or it is demanded, and
            each such start finds the next one. The fix names it in the pattern, without a value.
            """)
        .bad(
            """
            ==> .env.example <==
            API_URL=http://localhost:8080
            ==> compose.yaml <==
            services:
              bot:
                image: example.com/bot:1
                environment:
                  API_URL: ${API_URL}
                  API_HASH: ${API_HASH}
            """)
        .good(
            """
            ==> .env.example <==
            API_URL=http://localhost:8080
            API_HASH=
            ==> compose.yaml <==
            services:
              bot:
                image: example.com/bot:1
                environment:
                  API_URL: ${API_URL}
                  API_HASH: ${API_HASH}
            """)
        .fixedAlways()
        .references(
            "https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return io.github.dockeraudit.facts.service.UndocumentedVariable.in(project)
        .map(
            variable ->
                finding(
                        variable,
                        "%s has to be set, and %s does not name it; add it there",
                        variable.use().name(),
                        variable.pattern().source().path())
                    .mendedBy(variable::remedy));
  }
}
