package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds what BuildKit rejects in a HEALTHCHECK. */
final class HealthcheckChecks {

  private static final List<String> DURATIONS =
      List.of("interval", "timeout", "start-period", "start-interval");

  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Objections objections;
  private final FlagChecks flags;

  HealthcheckChecks(Objections objections, FlagChecks flags) {
    this.objections = objections;
    this.flags = flags;
  }

  /** Flags of {@code NONE} are not looked at, as BuildKit does not either. */
  void check(Healthcheck check) {
    if (check.arguments().isEmpty()) {
      objections.to(check.keyword(), "HEALTHCHECK needs CMD and a command, or NONE; add them");
    } else if (!check.isNone()) {
      checkProbe(check);
    } else if (!check.probe().isEmpty()) {
      objections.to(
          check.probe(),
          Optional.of(between(check.type(), check.probe()).delete()),
          "HEALTHCHECK NONE takes no arguments; remove them");
    }
  }

  private static SourceRange between(Word type, Located probe) {
    SourceRange range = probe.range();
    return range.source().range(type.range().end(), range.end());
  }

  private void checkProbe(Healthcheck check) {
    flags.check(check, Keyword.HEALTHCHECK);
    if (!check.type().is("CMD")) {
      objections.to(
          check.type(),
          Optional.of(check.type().range().insertBefore("CMD ")),
          "HEALTHCHECK knows no %s; put CMD before the command",
          check.type());
    } else if (check.probe().isEmpty()) {
      objections.to(check.type(), "HEALTHCHECK CMD needs a command; add one");
    }
    for (String name : DURATIONS) {
      check.flag(name).flatMap(Flag::value).ifPresent(value -> checkDuration(name, value));
    }
    check.flag("retries").flatMap(Flag::value).ifPresent(this::checkRetries);
  }

  private void checkDuration(String name, Word value) {
    if (value.isEmpty()) {
      return;
    }
    Optional<Duration> duration = GoDuration.parse(value.text());
    if (duration.isEmpty()) {
      objections.to(value, "--%s=%s is no duration; write one such as 30s or 1m30s", name, value);
    } else if (!duration.get().isZero() && duration.get().compareTo(SHORTEST) < 0) {
      objections.to(value, "--%s=%s is too short; give at least 1ms", name, value);
    }
  }

  private void checkRetries(Word value) {
    if (!value.isEmpty() && !value.text().matches("\\+?0*\\d{1,9}|-0+")) {
      objections.to(value, "--retries=%s is no number of retries; write one such as 3", value);
    }
  }
}
