package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnlockedNpmInstall implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA1010", "unlocked-npm-install")
          .severity(WARNING)
          .summary("npm install passes over the lock file that is there")
          .why(
              """
              `npm install` may take other versions than `package-lock.json` names, and rewrites that file: two
              builds of one commit can differ. `npm ci` installs just what the lock file says, stops where it
              does not agree with `package.json`, and is faster.

              Silent where nothing shows that the lock file gets into the build before the install.
              """)
          .bad(
              """
              ==> Dockerfile <==
              FROM node:24-slim
              WORKDIR /app
              COPY package.json package-lock.json ./
              RUN npm install --omit=dev
              COPY server.js ./
              CMD ["node", "server.js"]
              ==> package.json <==
              {"name": "orders"}
              ==> package-lock.json <==
              {"name": "orders", "lockfileVersion": 3}
              ==> server.js <==
              require("http").createServer().listen(3000)
              """)
          .good(
              """
              ==> Dockerfile <==
              FROM node:24-slim
              WORKDIR /app
              COPY package.json package-lock.json ./
              RUN npm ci --omit=dev
              COPY server.js ./
              CMD ["node", "server.js"]
              ==> package.json <==
              {"name": "orders"}
              ==> package-lock.json <==
              {"name": "orders", "lockfileVersion": 3}
              ==> server.js <==
              require("http").createServer().listen(3000)
              """)
          .fix(SOMETIMES)
          .references("https://docs.npmjs.com/cli/commands/npm-ci")
          .since("1.0.0");

  private static final String LOCK = "package-lock.json";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> file.stages().stream().flatMap(stage -> check(stage, file, project)));
  }

  private Stream<Finding> check(Stage stage, Dockerfile file, Project project) {
    return stage
        .all(Run.class)
        .flatMap(run -> PackageCommand.all(run.command().script()).stream())
        .filter(install -> install.manager() == PackageManager.NPM && isPlainInstall(install))
        .filter(install -> copiesLock(stage, install, project.contexts(file)))
        .map(this::judge);
  }

  private static boolean isPlainInstall(PackageCommand command) {
    return command.does(INSTALL)
        && command.packages().isEmpty()
        && command.subcommand().filter(word -> word.is("install") || word.is("i")).isPresent()
        && !command.hasFlag("-g", "--global", "--no-package-lock", "--no-save", "--package-lock");
  }

  /** By its name, or by a pattern or folder that brings it along. */
  private static boolean copiesLock(
      Stage stage, PackageCommand install, List<BuildContext> contexts) {
    return stage.instructions().stream()
        .filter(step -> step.range().start() < install.range().start())
        .flatMap(step -> ContextCopy.of(step).stream())
        .flatMap(copy -> copy.sources().stream())
        .map(source -> source.text())
        .anyMatch(source -> bringsLock(source, contexts));
  }

  private static boolean bringsLock(String source, List<BuildContext> contexts) {
    if (source.endsWith(LOCK)) {
      return true;
    }
    int slash = source.lastIndexOf('/') + 1;
    String folder = source.substring(0, slash);
    String name = source.substring(slash);
    boolean isPattern = name.startsWith("package") && name.endsWith("*.json");
    boolean isContext = source.equals(".") || source.equals("./");
    return (isPattern || isContext)
        && !contexts.isEmpty()
        && contexts.stream().allMatch(context -> context.holds(isContext ? LOCK : folder + LOCK));
  }

  /** Risky: a lock file that has fallen behind stops the build. */
  private Finding judge(PackageCommand install) {
    Word verb = install.subcommand().orElseThrow();
    return finding(verb, "'npm %s' may install other versions than %s has; use npm ci", verb, LOCK)
        .fixedBy(Fix.risky("Install what the lock file says", verb.range().replaceWith("ci")));
  }
}
