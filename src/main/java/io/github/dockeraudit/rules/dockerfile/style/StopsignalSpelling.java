package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class StopsignalSpelling implements DockerfileRule {

  /**
   * The numbers that are the same on all machines that Docker runs on, and those of x86 and ARM.
   */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1", "SIGHUP"),
          Map.entry("2", "SIGINT"),
          Map.entry("3", "SIGQUIT"),
          Map.entry("6", "SIGABRT"),
          Map.entry("9", "SIGKILL"),
          Map.entry("10", "SIGUSR1"),
          Map.entry("12", "SIGUSR2"),
          Map.entry("15", "SIGTERM"),
          Map.entry("28", "SIGWINCH"),
          Map.entry("37", "SIGRTMIN+3"));

  private static final Pattern NAME =
      Pattern.compile("(?:SIG)?(?:[A-Z]{2,}[12]?|RTM(?:IN|AX)[+-]\\d+)");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1410", "stopsignal-spelling")
        .offByDefault()
        .summary("STOPSIGNAL does not give the name of the signal in full")
        .why(
            """
            Docker knows `15`, `term` and `SIGTERM` for the same. The name in full is what manuals say and what a search
            finds.
            """)
        .bad(
            """
            FROM alpine:3.22
            STOPSIGNAL 15
            """)
        .good(
            """
            FROM alpine:3.22
            STOPSIGNAL SIGTERM
            """)
        .fixedAlways()
        .aliases("tally:prefer-canonical-stopsignal")
        .references("https://docs.docker.com/reference/dockerfile/#stopsignal");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Stopsignal.class)
        .map(Stopsignal::signal)
        .flatMap(signal -> inFull(signal).map(name -> judge(signal, name)).stream());
  }

  /** The name in full if it is another spelling of what is written. */
  private static Optional<String> inFull(Word signal) {
    String written = signal.literal().orElse("");
    String upper = written.toUpperCase(Locale.ROOT);
    String name =
        NAMES.getOrDefault(
            written,
            NAME.matcher(upper).matches()
                ? (upper.startsWith("SIG") ? upper : "SIG" + upper)
                : written);
    return Optional.of(name).filter(full -> !full.equals(written));
  }

  private Finding judge(Word signal, String name) {
    return finding(signal, "'%s' is short for a signal; write %s", signal, name)
        .fixedBy(Fix.safe("Write " + name, signal.range().replaceWith(name)));
  }
}
