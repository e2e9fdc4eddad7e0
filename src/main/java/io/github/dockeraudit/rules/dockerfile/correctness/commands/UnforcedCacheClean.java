package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import static io.github.dockeraudit.facts.PackageCommand.Action.CLEAN;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnforcedCacheClean implements DockerfileRule {

  private static final Pattern OLD = Pattern.compile("(?:[0-7]|argon|boron)(?:[.-].*)?");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1070", "unforced-cache-clean")
        .summary("npm refuses to clean its cache unless it is forced to")
        .why(
            """
            Since version 5 `npm cache clean` without `--force` cleans nothing and ends with an error, which stops the
            build or goes unnoticed, depending on what comes after it.

            Silent for images but the official ones of Node.js from version 8 on, as older npm asks for no force, and
            where one entry is named.
            """)
        .bad(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN npm ci --omit=dev && npm cache clean
            """)
        .good(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN npm ci --omit=dev && npm cache clean --force
            """)
        .fixedAlways()
        .aliases("parfum:npmCacheCleanUseForce")
        .references("https://docs.npmjs.com/cli/v11/commands/npm-cache");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("npm")
        .filter(call -> isOfNow(file.stageOf(call.run())))
        .flatMap(call -> PackageCommand.of(call.command()).stream())
        .filter(command -> command.does(CLEAN) && !command.hasFlag("--force", "-f"))
        .filter(command -> command.packages().isEmpty())
        .map(this::judge);
  }

  /** Elsewhere nothing tells which npm there is. */
  private static boolean isOfNow(Optional<Stage> stage) {
    return stage
        .flatMap(known -> known.root().image())
        .filter(image -> image.repository().equals("library/node"))
        .filter(image -> image.tag().filter(tag -> OLD.matcher(tag).matches()).isEmpty())
        .isPresent();
  }

  private Finding judge(PackageCommand clean) {
    Word what = clean.subcommand().orElseThrow();
    return finding(what, "npm refuses to clean its cache; add --force")
        .fixedBy(Fix.intended("Force it", what.followedBy("--force")));
  }
}
