package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.VariableUse;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SelfReferringEnv implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1023", "self-referring-env")
        .summary("An ENV uses a variable that only the same ENV sets")
        .why(
            """
            All values of one `ENV` see the variables as they were before it. `ENV HOME_DIR=/opt BIN=$HOME_DIR/bin` sets
            `BIN` to `/bin`, or to what `HOME_DIR` was before. Two `ENV` instructions do what it looks like.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            ENV APP_HOME=/opt/app APP_BIN=$APP_HOME/bin
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            ENV APP_HOME=/opt/app
            ENV APP_BIN=$APP_HOME/bin
            """)
        .fixedSometimes()
        .aliases("hadolint:DL3044")
        .references("https://docs.docker.com/reference/dockerfile/#environment-replacement");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Env.class)
        .filter(env -> env.assignments().size() > 1)
        .flatMap(env -> check(env, file).stream());
  }

  /** What an ARG or ENV has set before may be what is meant. */
  private List<Finding> check(Env env, Dockerfile file) {
    Optional<State> before = file.stageOf(env).map(stage -> stage.stateAt(env));
    Set<String> set = new HashSet<>();
    List<Finding> found = new ArrayList<>(0);
    for (Assignment assignment : env.assignments()) {
      VariableUse.names(assignment)
          .filter(set::contains)
          .filter(name -> before.filter(state -> state.declares(name)).isEmpty())
          .limit(1)
          .forEachOrdered(name -> found.add(judge(env, assignment, name)));
      set.add(assignment.name().text());
    }
    return found;
  }

  private Finding judge(Env env, Assignment assignment, String name) {
    Finding finding =
        finding(
            assignment.value().orElseThrow(),
            "This sees '%s' as it was before; set it in an ENV of its own before this one",
            name);
    int at = env.assignments().indexOf(assignment);
    SourceRange before = env.assignments().get(at - 1).range();
    if (env.isTrigger() || !env.comments().isEmpty()) {
      return finding.notFixedBecause("it is no plain list");
    }
    return finding.fixedBy(
        Fix.intended(
            "Split the ENV",
            before.upTo(assignment.range()).replaceWith(before.source().lineEnding() + "ENV ")));
  }
}
