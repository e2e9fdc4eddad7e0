package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Profiles;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SharedVolume implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2122", "shared-volume")
        .offByDefault()
        .summary("Several services can write to one volume")
        .why(
            """
            What one service leaves in a volume another one reads, or runs: whoever gets into the first gets at the
            second. Two that write to the same files can also spoil them for each other. Whoever only reads gets the
            volume with `:ro`.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - pages:/pages
              editor:
                image: example.com/editor:1
                volumes:
                  - pages:/data
            volumes:
              pages:
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - pages:/pages:ro
              editor:
                image: example.com/editor:1
                volumes:
                  - pages:/data
            volumes:
              pages:
            """)
        .aliases("kics:shared-volumes-between-containers")
        .references("https://docs.docker.com/reference/compose-file/services/#volumes");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    Profiles profiles = Profiles.of(deployment);
    Map<String, List<Use>> bySource = new LinkedHashMap<>();
    for (Service service : deployment.services()) {
      for (Mount mount : service.volumes()) {
        sourceOf(mount)
            .ifPresent(
                source ->
                    bySource
                        .computeIfAbsent(source, unused -> new ArrayList<>())
                        .add(new Use(service, mount)));
      }
    }
    return bySource.entrySet().stream()
        .filter(entry -> isShared(entry.getValue(), profiles))
        .flatMap(entry -> entry.getValue().stream().map(use -> finding(entry.getKey(), use)));
  }

  private record Use(Service service, Mount mount) {}

  /** The name or path of what can be written to; the socket of an engine is another matter. */
  private static Optional<String> sourceOf(Mount mount) {
    boolean isWritten =
        !mount.readOnly() && (mount.type() == Mount.Type.VOLUME || mount.type() == Mount.Type.BIND);
    return mount
        .source()
        .filter(source -> isWritten)
        .flatMap(Scalar::value)
        .filter(source -> !source.isEmpty() && !source.endsWith(".sock"));
  }

  /** Services of which only one runs at a time share nothing. */
  private static boolean isShared(List<Use> uses, Profiles profiles) {
    return uses.stream()
        .anyMatch(
            one ->
                uses.stream()
                    .anyMatch(
                        other ->
                            !one.service().name().equals(other.service().name())
                                && profiles.allowTogether(one.service(), other.service())));
  }

  private Finding finding(String source, Use use) {
    return finding(
            use.mount(),
            "'%s' shares '%s' with others that write; mount it with :ro if it only reads",
            use.service().name(),
            source)
        .notFixedBecause("only a person knows which of them has to write");
  }
}
