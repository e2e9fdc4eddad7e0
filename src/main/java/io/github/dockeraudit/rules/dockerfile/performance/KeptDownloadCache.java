package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.KeptCache;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class KeptDownloadCache implements ProjectRule {

  private static final Set<PackageManager> MANAGERS =
      EnumSet.of(
          PackageManager.COMPOSER, PackageManager.GEM, PackageManager.NPM, PackageManager.PACMAN);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1208", "kept-download-cache")
        .summary("What npm, gem, composer or pacman has downloaded stays in the image")
        .why(
            """
            These package managers keep a copy of what they download, to be faster next time. In an image there is no
            next time: the copies only make it larger. They have to go in the same `RUN`, as a later one hides them but
            leaves them in the layer below.

            Silent where a cache mount or a tmpfs takes them, and for stages whose layers are not shipped.
            """)
        .bad(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN npm ci --omit=dev
            """)
        .good(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN npm ci --omit=dev && npm cache clean --force
            """)
        .fixedSometimes()
        .aliases("parfum:npmCacheCleanAfterInstall", "parfum:gemUpdateSystemRmRootGem")
        .references("https://docs.docker.com/build/cache/optimize/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project)
        .flatMap(layer -> KeptCache.of(MANAGERS, layer).stream())
        .map(
            cache ->
                finding(
                        cache,
                        "What '%s' downloads stays in the image; end this RUN with %s",
                        cache.first().program(),
                        cache.measure())
                    .mendedBy(cache::remedy));
  }
}
