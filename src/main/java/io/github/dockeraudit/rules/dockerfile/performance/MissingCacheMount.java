package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingCacheMount implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1210", "missing-cache-mount")
        .offByDefault()
        .summary("An install downloads everything again when one dependency changes")
        .why(
            """
            A layer is made as a whole: one new dependency, and all the others are downloaded again.
            `RUN --mount=type=cache` keeps the downloads of earlier builds on the machine, outside of the image.

            Off by default: it helps only where builds run on the same machine, and every command that uses the
            downloads needs the mount.
            """)
        .bad(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN npm ci
            """)
        .good(
            """
            FROM node:24-slim
            COPY package.json package-lock.json ./
            RUN --mount=type=cache,target=/root/.npm npm ci
            """)
        .fixedSometimes()
        .aliases("tally:prefer-package-cache-mounts", "openrewrite:UseBuildKitCacheMounts")
        .references("https://docs.docker.com/build/cache/optimize/#use-cache-mounts");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.runs(project, true).flatMap(this::check);
  }

  private Stream<Finding> check(Layer layer) {
    Run run = layer.run();
    if (DependencyInstall.all(run.command().script()).isEmpty()
        || run.mounts().stream().anyMatch(mount -> mount.type().equals("cache"))) {
      return Stream.empty();
    }
    return DependencyInstall.in(run.command().script())
        .filter(install -> !isWithoutCache(install, layer))
        .limit(1)
        .map(install -> judge(install, run));
  }

  private static boolean isWithoutCache(DependencyInstall install, Layer layer) {
    return install.command().hasFlag("--no-cache-dir", "--no-cache")
        || layer.stage().stateAt(layer.run()).variable("PIP_NO_CACHE_DIR").text().isPresent();
  }

  private Finding judge(DependencyInstall install, Run run) {
    Finding finding =
        finding(
            install,
            "'%s' keeps no downloads for the next build; add a cache mount",
            install.title());
    if (install.ecosystem() == DependencyInstall.Ecosystem.NODE && install.command().is("npm")) {
      return finding.fixedBy(mount(run, "/root/.npm"));
    }
    return install.ecosystem() == DependencyInstall.Ecosystem.PYTHON && install.command().is("pip")
        ? finding.fixedBy(mount(run, "/root/.cache/pip"))
        : finding.notFixedBecause("later commands need what it downloads, too");
  }

  /** Risky: another user than root has its downloads elsewhere. */
  private static Fix mount(Run run, String folder) {
    return Fix.risky(
        "Mount a cache", run.keyword().range().insertAfter(" --mount=type=cache,target=" + folder));
  }
}
