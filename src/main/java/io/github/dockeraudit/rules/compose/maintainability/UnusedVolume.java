package io.github.dockeraudit.rules.compose.maintainability;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Resource;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.LeftoverVolume;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusedVolume implements ComposeRule {

  private static final RuleInfo INFO =
      rule("DA2301", "unused-volume")
          .severity(WARNING)
          .summary("A volume is declared that no service mounts")
          .why(
              """
              Compose does not even create such a volume. Either it is left over, or somebody
              believes that the data of a service are kept in it, and they are not.
              """)
          .bad(
              """
              services:
                database:
                  image: postgres:16
                  volumes:
                    - data:/var/lib/postgresql/data
              volumes:
                data:
                backups:
              """)
          .good(
              """
              services:
                database:
                  image: postgres:16
                  volumes:
                    - data:/var/lib/postgresql/data
              volumes:
                data:
              """)
          .fix(SOMETIMES)
          .references("https://docs.docker.com/reference/compose-file/volumes/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    boolean isKnown =
        deployment.problems().stream().noneMatch(Problem::isCertain)
            && deployment.services().stream().allMatch(UnusedVolume::hasKnownMounts);
    return isKnown ? unused(deployment) : Stream.empty();
  }

  /** A variable may hold the name of any volume. */
  private static boolean hasKnownMounts(Service service) {
    return service.attribute("volumes").flatMap(Node::asSequence).stream()
        .flatMap(mounts -> mounts.items().stream())
        .flatMap(mount -> mount.asScalar().or(() -> sourceOf(mount)).stream())
        .allMatch(Scalar::isKnown);
  }

  private static Optional<Scalar> sourceOf(Node mount) {
    return mount.asMapping().flatMap(options -> options.scalar("source"));
  }

  private Stream<Finding> unused(Deployment deployment) {
    Set<String> mounted =
        Stream.concat(Stream.of(deployment), filesAlone(deployment))
            .flatMap(UnusedVolume::mounted)
            .collect(Collectors.toSet());
    List<Resource> unused =
        deployment.volumes().stream().filter(volume -> !mounted.contains(volume.name())).toList();
    return unused.stream()
        .map(
            volume ->
                finding(volume, "No service mounts '%s'; remove it", volume.name())
                    .mendedBy(LeftoverVolume.remedy(deployment, volume, unused)));
  }

  /** An override may put another mount in the place of one that the base file needs by itself. */
  private static Stream<Deployment> filesAlone(Deployment deployment) {
    return deployment.files().size() == 1 || deployment.volumes().isEmpty()
        ? Stream.empty()
        : deployment.filesAlone();
  }

  private static Stream<String> mounted(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(service -> service.volumes().stream())
        .flatMap(mount -> mount.source().stream())
        .map(Scalar::text);
  }
}
