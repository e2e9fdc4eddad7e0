package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UngracefulStopsignal implements DockerfileRule {

  private static final Set<String> UNGRACEFUL =
      Set.of("SIGKILL", "KILL", "9", "SIGSTOP", "STOP", "19");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1029", "ungraceful-stopsignal")
        .summary("The stop signal leaves the program no time to end")
        .why(
            """
            No program can catch `SIGKILL` and `SIGSTOP`: it ends in the middle of its work, or not at all. Docker sends
            `SIGKILL` by itself when a program takes too long.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            STOPSIGNAL SIGKILL
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            STOPSIGNAL SIGTERM
            """)
        .fixedAlways()
        .aliases("tally:no-ungraceful-stopsignal")
        .references("https://docs.docker.com/reference/dockerfile/#stopsignal");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Stopsignal.class)
        .map(Stopsignal::signal)
        .filter(signal -> signal.literal().filter(UngracefulStopsignal::isUngraceful).isPresent())
        .map(
            signal ->
                finding(signal, "'%s' cannot be caught; let the program end with SIGTERM", signal)
                    .fixedBy(
                        Fix.intended("Stop with SIGTERM", signal.range().replaceWith("SIGTERM"))));
  }

  private static boolean isUngraceful(String signal) {
    return UNGRACEFUL.contains(signal.toUpperCase(Locale.ROOT));
  }
}
