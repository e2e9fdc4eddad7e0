package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.NodeDevelopment;
import io.github.dockeraudit.facts.PythonDevelopment;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DevelopmentDependencies implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1204", "development-dependencies")
        .summary("A shipped image holds packages that only developers need")
        .why(
            """
            Test frameworks, linters and compilers are often larger than the program, and every fault found in them has
            to be looked at as if customers had it. `npm ci --omit=dev` and a requirements file for production leave
            them out.

            Speaks of npm and pnpm where `package.json` names such packages, nothing after the install runs a script,
            and the image runs `node` alone; of pip where a file such as `requirements.prod.txt` lies beside the one
            that is installed, or comes from where that one comes from, as another Dockerfile shows that copies both.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY package.json package-lock.json ./
            RUN npm ci
            COPY server.js ./
            USER node
            CMD ["node", "server.js"]
            ==> package.json <==
            {"name": "orders", "devDependencies": {"eslint": "9.39.1"}}
            ==> package-lock.json <==
            {"name": "orders", "lockfileVersion": 3}
            ==> server.js <==
            require("http").createServer().listen(3000)
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY package.json package-lock.json ./
            RUN npm ci --omit=dev
            COPY server.js ./
            USER node
            CMD ["node", "server.js"]
            ==> package.json <==
            {"name": "orders", "devDependencies": {"eslint": "9.39.1"}}
            ==> package-lock.json <==
            {"name": "orders", "lockfileVersion": 3}
            ==> server.js <==
            require("http").createServer().listen(3000)
            """)
        .fixedAlways()
        .references("https://docs.npmjs.com/cli/commands/npm-ci#omit");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(
        NodeDevelopment.in(project).map(this::judge),
        PythonDevelopment.in(project).map(this::judge));
  }

  private Finding judge(NodeDevelopment install) {
    return finding(install, "Packages for development get into the image; add %s", install.flag())
        .mendedBy(install.remedy());
  }

  private Finding judge(PythonDevelopment install) {
    return finding(
            install,
            "Packages for development get into the image; install '%s'",
            install.production())
        .mendedBy(install.remedy());
  }
}
