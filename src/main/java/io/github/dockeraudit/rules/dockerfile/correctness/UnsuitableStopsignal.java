package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.ServerSignal;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnsuitableStopsignal implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1055", "unsuitable-stopsignal")
        .summary("A server is stopped by a signal that it takes for another")
        .why(
            """
            What a program does at a signal is up to it. nginx and PHP-FPM cut their connections at `SIGTERM` and serve
            them to the end at `SIGQUIT`; Apache does so at `SIGWINCH`. systemd does not stop at `SIGTERM` at all, so
            that Docker kills it after ten seconds; it wants `SIGRTMIN+3`.

            Silent where the base image may have chosen the signal.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y nginx
            CMD ["nginx", "-g", "daemon off;"]
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y nginx
            CMD ["nginx", "-g", "daemon off;"]
            STOPSIGNAL SIGQUIT
            """)
        .fixedAlways()
        .aliases("tally:prefer-nginx-sigquit", "tally:prefer-systemd-sigrtmin-plus-3")
        .references(
            "https://nginx.org/en/docs/control.html",
            "https://httpd.apache.org/docs/2.4/stopping.html",
            "https://www.freedesktop.org/software/systemd/man/latest/systemd.html#Signals");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> project.shippedStages(file).stream())
        .flatMap(stage -> ServerSignal.of(stage).stream())
        .filter(server -> !server.isSent())
        .distinct()
        .map(this::judge);
  }

  private Finding judge(ServerSignal server) {
    Finding finding =
        finding(
                server,
                "%s ends well at %s; set it as STOPSIGNAL",
                server.program(),
                server.signal())
            .fixedBy(Fix.intended("Stop with " + server.signal(), server.edit()));
    return server.signal().equals(ServerSignal.OF_SYSTEMD)
        ? finding.withSeverity(Severity.WARNING)
        : finding;
  }
}
