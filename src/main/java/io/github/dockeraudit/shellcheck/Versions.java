package io.github.dockeraudit.shellcheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which ShellCheck it is. */
final class Versions {

  /** The first one that says where its comments end and what mends them. */
  static final String OLDEST = "0.7";

  private static final Pattern VERSION =
      Pattern.compile("(?m)^version: v?(\\d{1,4})\\.(\\d{1,4})\\S*");
  private static final int OLDEST_MINOR = 7;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 10_000;

  private Versions() {}

  /** What a program says of itself; empty if it does not call itself a version of ShellCheck. */
  static Optional<String> of(Path program) {
    try {
      String said =
          Execution.of(List.of(program.toString(), "--version"), Path.of("."), LONGEST, MOST_BYTES)
              .output();
      Matcher version = VERSION.matcher(said);
      return said.contains("ShellCheck") && version.find()
          ? Optional.of(version.group().substring("version: ".length()))
          : Optional.empty();
    } catch (Execution.FailedException failed) {
      return Optional.empty();
    }
  }

  /** Whether a version can be used. */
  static boolean isUsable(String version) {
    Matcher parts = VERSION.matcher("version: " + version);
    return parts.find()
        && (Integer.parseInt(parts.group(1)) > 0
            || Integer.parseInt(parts.group(2)) >= OLDEST_MINOR);
  }
}
