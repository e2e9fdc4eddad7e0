package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CopiedForRoot implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1031", "copied-for-root")
        .offByDefault()
        .summary("COPY after USER gives the files to root all the same")
        .why(
            """
            `USER` does not matter to `COPY` and `ADD`: what they copy belongs to root unless `--chown` says otherwise,
            and the program cannot write to it.

            Off by default: files that a program must not change belong to root with good reason.
            """)
        .bad(
            """
            FROM node:24-alpine
            USER node
            COPY server.js /app/
            """)
        .good(
            """
            FROM node:24-alpine
            USER node
            COPY --chown=node server.js /app/
            """)
        .fixedSometimes()
        .aliases("tally:copy-after-user-without-chown")
        .references("https://docs.docker.com/reference/dockerfile/#copy---chown---chmod");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage ->
                stage.instructions().stream()
                    .filter(step -> step instanceof Copy || step instanceof Add)
                    .filter(step -> !step.hasFlag("chown"))
                    .filter(step -> !stage.stateAt(step).isWindows())
                    .flatMap(step -> judge(step, stage.stateAt(step)).stream()));
  }

  private Optional<Finding> judge(Instruction copy, State state) {
    return state
        .user()
        .text()
        .filter(user -> !EffectiveUser.isRoot(user))
        .map(
            user ->
                finding(
                        copy.keyword(),
                        "These files belong to root and not to '%s'; add --chown",
                        user)
                    .fixedBy(
                        Fix.risky(
                            "Give them to " + user,
                            copy.keyword().range().insertAfter(" --chown=" + user))));
  }
}
