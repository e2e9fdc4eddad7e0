package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.KeptCache;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.ShippedLayers;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record KeptPackageCache(boolean strict) implements ProjectRule {

  private static final Set<PackageManager> MANAGERS =
      EnumSet.of(
          PackageManager.APK,
          PackageManager.DNF,
          PackageManager.MICRODNF,
          PackageManager.PIP,
          PackageManager.YARN,
          PackageManager.YUM,
          PackageManager.ZYPPER);

  /** Stages that are not shipped may keep what they like. */
  public KeptPackageCache() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1205", "kept-package-cache")
        .summary("What a package manager has downloaded stays in the image")
        .why(
            """
            `pip`, `yarn`, `apk`, `dnf`, `yum` and `zypper` keep a copy of what they to be faster next time. In an image
            there is no next time: the copies only make it larger, often by as much as the packages themselves. They
            have to go in the same `RUN`, as a later one hides them but leaves them in the layer below; or they are
            never written, with `--no-cache-dir` and `--no-cache`.

            Silent where a cache mount or a tmpfs takes them, where a variable such as `PIP_NO_CACHE_DIR` keeps them
            from being written, and for stages whose layers are not shipped.
            """)
        .bad(
            """
            FROM python:3.13-slim
            COPY requirements.txt ./
            RUN pip install -r requirements.txt
            """)
        .good(
            """
            FROM python:3.13-slim
            COPY requirements.txt ./
            RUN pip install --no-cache-dir -r requirements.txt
            """)
        .fixedSometimes()
        .flag("strict", "Whether stages count too that are not shipped")
        .aliasesOf("hadolint", "DL3019 DL3032 DL3036 DL3040 DL3042 DL3060")
        .aliases(
            "trivy:DS-0015",
            "trivy:DS-0019",
            "trivy:DS-0020",
            "trivy:DS-0025",
            "trivy:DS-0027",
            "kics:apk-add-using-local-cache-path",
            "kics:missing-dnf-clean-all",
            "kics:pip-install-keeping-cached-packages",
            "kics:yum-clean-all-missing",
            "kics:missing-zypper-clean",
            "parfum:pipUseNoCacheDir",
            "parfum:yarnCacheCleanAfterInstall",
            "parfum:yumInstallRmVarCacheYum",
            "parfum:apkAddUseNoCache")
        .references("https://docs.docker.com/build/cache/optimize/");
  }

  @Override
  public Rule with(Options options) {
    return new KeptPackageCache(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ShippedLayers.withPackages(project, strict)
        .flatMap(
            layer ->
                (strict ? KeptCache.withoutFlag(MANAGERS, layer) : KeptCache.of(MANAGERS, layer))
                    .stream())
        .map(
            cache ->
                finding(
                        cache,
                        cache.isFlag()
                            ? "What '%s' downloads stays in the image; add %s"
                            : "What '%s' downloads stays in the image; end this RUN with %s",
                        cache.first().program(),
                        cache.measure())
                    .knownAs(aliases(cache.first().manager()))
                    .mendedBy(cache::remedy));
  }

  private static String[] aliases(PackageManager manager) {
    return switch (manager) {
      case APK -> known("DL3019", "DS-0025", "apk-add-using-local-cache-path");
      case YUM -> known("DL3032", "DS-0015", "yum-clean-all-missing");
      case ZYPPER -> known("DL3036", "DS-0020", "missing-zypper-clean");
      case DNF -> known("DL3040", "DS-0019", "missing-dnf-clean-all");
      case MICRODNF -> known("DL3040", "DS-0027", "missing-dnf-clean-all");
      case PIP -> new String[] {"hadolint:DL3042", "kics:pip-install-keeping-cached-packages"};
      default -> new String[] {"hadolint:DL3060"};
    };
  }

  private static String[] known(String hadolint, String trivy, String kics) {
    return new String[] {"hadolint:" + hadolint, "trivy:" + trivy, "kics:" + kics};
  }
}
