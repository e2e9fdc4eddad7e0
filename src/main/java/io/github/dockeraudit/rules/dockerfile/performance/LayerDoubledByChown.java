package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.DoublingChown;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class LayerDoubledByChown implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1206", "layer-doubled-by-chown")
        .summary("chown -R puts a second copy of files into the image")
        .why(
            """
            A layer holds whole files. `chown -R` over files of an earlier layer writes each of them again, only to
            change its owner: the image has them twice, and every pull and push takes that much longer. `COPY --chown`
            gives the files to their owner as it writes them.

            Speaks of folders that a `COPY` or `ADD` before it fills, in stages that are shipped.
            """)
        .bad(
            """
            FROM node:24-alpine
            WORKDIR /app
            COPY dist ./
            RUN chown -R node:node /app
            USER node
            CMD ["node", "server.js"]
            """)
        .good(
            """
            FROM node:24-alpine
            WORKDIR /app
            COPY --chown=node:node dist ./
            RUN chown node:node /app
            USER node
            CMD ["node", "server.js"]
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/dockerfile/#copy---chown---chmod");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DoublingChown.in(project)
        .map(
            chown ->
                finding(
                        chown,
                        "This copies all that line %s has copied once more; use %s --chown there",
                        chown.copies().get(0).startLine(),
                        chown.copies().get(0).name())
                    .mendedBy(chown::remedy));
  }
}
