package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.UnlockedInstall;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnlockedNpmInstall implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1010", "unlocked-npm-install")
        .summary("npm install passes over the lock file that is there")
        .why(
            """
            `npm install` may take other versions than `package-lock.json` names, and rewrites that file: two builds of
            one commit can differ. `npm ci` installs just what the lock file says, stops where it does not agree with
            `package.json`, and is faster.

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
        .fixedSometimes()
        .references("https://docs.npmjs.com/cli/commands/npm-ci");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return UnlockedInstall.in(project).map(this::judge);
  }

  /** Risky: a lock file that has fallen behind stops the build. */
  private Finding judge(Word verb) {
    return finding(
            verb,
            "'npm %s' may install other versions than %s has; use npm ci",
            verb,
            UnlockedInstall.LOCK)
        .fixedBy(Fix.risky("Install what the lock file says", verb.range().replaceWith("ci")));
  }
}
