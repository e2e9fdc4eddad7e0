package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.HiddenDependencies;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class HiddenDependency implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3011", "hidden-dependency")
        .summary("A mount hides the dependencies that the image has installed")
        .why(
            """
            A folder of the host that is mounted over the one of the program hides all that the build has put there,
            `node_modules` too. The program then starts with what the host happens to have: nothing on a fresh checkout,
            or packages for another system. A volume without a name at that place begins with what the image has.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM node:24-slim
            WORKDIR /app
            COPY package*.json ./
            RUN npm ci
            COPY . .
            CMD ["node", "server.js"]
            ==> package.json <==
            {}
            ==> compose.yaml <==
            services:
              shop:
                build: .
                volumes:
                  - .:/app
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM node:24-slim
            WORKDIR /app
            COPY package*.json ./
            RUN npm ci
            COPY . .
            CMD ["node", "server.js"]
            ==> package.json <==
            {}
            ==> compose.yaml <==
            services:
              shop:
                build: .
                volumes:
                  - .:/app
                  - /app/node_modules
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/engine/storage/bind-mounts/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return HiddenDependencies.in(project)
        .map(
            hidden ->
                finding(
                        hidden,
                        "This hides '%s' of the image; mount a volume there",
                        hidden.folder())
                    .mendedBy(hidden::remedy));
  }
}
