package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CodeOwnedByRuntimeUser implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1153", "code-owned-by-runtime-user")
        .offByDefault()
        .summary("A service may change its own program")
        .why(
            """
            Who breaks into the service acts as its user. Files of root can be read and run by that user, but not
            changed; what is copied with `--chown` can.

            Off by default: a file that others may not read, and a folder that the service writes to, need it.
            """)
        .bad(
            """
            FROM node:24-alpine
            COPY --chown=node:node server.js /app/
            USER node
            CMD ["node", "/app/server.js"]
            """)
        .good(
            """
            FROM node:24-alpine
            COPY server.js /app/
            USER node
            CMD ["node", "/app/server.js"]
            """)
        .aliases("sonar:S6504", "kics:chown-flag-exists")
        .references("https://docs.docker.com/reference/dockerfile/#copy---chown---chmod");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> project.shippedStages(file).stream())
        .flatMap(this::check)
        .distinct();
  }

  private Stream<Finding> check(Stage stage) {
    Optional<String> user = stage.finalState().user().text().map(CodeOwnedByRuntimeUser::name);
    if (user.isEmpty()) {
      return Stream.empty();
    }
    return stage.ancestors().stream()
        .flatMap(each -> each.instructions().stream())
        .filter(each -> each instanceof Copy || each instanceof Add)
        .flatMap(copy -> copy.flag("chown").stream())
        .filter(
            chown ->
                user.filter(name -> !EffectiveUser.isRoot(name))
                    .equals(chown.value().flatMap(Word::literal).map(CodeOwnedByRuntimeUser::name)))
        .map(this::judge);
  }

  private static String name(String userAndGroup) {
    return userAndGroup.split(":", 2)[0];
  }

  private Finding judge(Flag chown) {
    return finding(chown, "The service may change what it runs; leave the files to root");
  }
}
