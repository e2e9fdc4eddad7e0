package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptReviewer;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has scripts reviewed by ShellCheck: all that it has not seen yet by one process.
 *
 * <p>It may be missing, hang, break down or be another program altogether. Then nothing is said of
 * any script, {@link #problem} says why, and it is not tried again.
 */
public final class ShellCheck implements ScriptReviewer {

  /** As long as the shortest limit for the command line of a process, with room for the rest. */
  private static final int MOST_CHARACTERS = 24_000;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Of a large project, so that a slow machine has time. */
  private static final Duration LONGEST_FOR_EACH = Duration.ofMillis(200);

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /** With comments, without any, and with a file that cannot be read among them. */
  private static final int LAST_GOOD_STATUS = 2;

  private final Path program;
  private final Duration longest;
  private final Map<Script, List<Comment>> known = new HashMap<>();
  private Optional<String> problem = Optional.empty();
  private boolean isTried;

  /** Reviews by a program that has been found. */
  public ShellCheck(Program program) {
    this(program.file(), LONGEST);
  }

  /**
   * @param longest how long it may take, beside some time for each script
   */
  ShellCheck(Path program, Duration longest) {
    this.program = program;
    this.longest = longest;
  }

  /**
   * What to tell people whose scripts nobody reads, as ShellCheck is not there; empty if there is
   * nothing that it could read, or nobody wants to know.
   */
  public static Optional<String> hint(Project project, Ruleset rules) {
    boolean isWanted =
        rules.rules().stream().map(Rule::getClass).anyMatch(ShellCheck::isOfThisPackage);
    return isWanted && PlacedScript.areIn(project)
        ? Optional.of(
            "ShellCheck is not installed, so nobody reads the scripts in Dockerfiles; install it, or set docker-audit.shellcheck to off")
        : Optional.empty();
  }

  private static boolean isOfThisPackage(Class<?> type) {
    return type.getPackageName().equals(ShellCheck.class.getPackageName());
  }

  /** Why scripts were not reviewed; empty if they were, or nobody has asked. */
  public synchronized Optional<String> problem() {
    return problem.map(
        reason ->
            "The scripts in Dockerfiles are not read by ShellCheck: '%s' %s"
                .formatted(program, reason));
  }

  @Override
  public synchronized List<List<Comment>> review(List<Script> scripts) {
    List<Script> fresh =
        new ArrayList<>(new LinkedHashSet<>(scripts))
            .stream().filter(script -> !known.containsKey(script)).toList();
    if (!fresh.isEmpty() && problem.isEmpty()) {
      try {
        run(fresh);
      } catch (Execution.FailedException failed) {
        problem = Optional.of(failed.getMessage());
      } catch (IOException full) {
        problem = Optional.of("needs a folder for temporary files: " + full.getMessage());
      }
    }
    return scripts.stream()
        .map(script -> problem.isPresent() ? List.<Comment>of() : known.get(script))
        .toList();
  }

  private void run(List<Script> scripts) throws IOException, Execution.FailedException {
    refuseOtherPrograms();
    Path folder = Files.createTempDirectory("docker-audit-shellcheck");
    try {
      int first = 0;
      while (first < scripts.size()) {
        int next = endOfBatch(scripts, first);
        run(scripts.subList(first, next), folder);
        first = next;
      }
    } finally {
      delete(folder);
    }
  }

  private void refuseOtherPrograms() throws Execution.FailedException {
    if (!isTried) {
      isTried = true;
      String version =
          Versions.of(program)
              .orElseThrow(() -> new Execution.FailedException("is not ShellCheck"));
      if (!Versions.isUsable(version)) {
        throw new Execution.FailedException(
            "is version %s, and %s or newer is needed".formatted(version, Versions.OLDEST));
      }
    }
  }

  private static int endOfBatch(List<Script> scripts, int first) {
    int characters = 0;
    int next = first;
    while (next < scripts.size() && characters < MOST_CHARACTERS) {
      characters += name(next - first).length() + 1;
      next++;
    }
    return next;
  }

  private static String name(int index) {
    return Integer.toString(index);
  }

  private void run(List<Script> scripts, Path folder)
      throws IOException, Execution.FailedException {
    List<String> command =
        new ArrayList<>(
            List.of(program.toString(), "--norc", "--color=never", "--format=json1", "--"));
    for (int i = 0; i < scripts.size(); i++) {
      byte[] text = ReviewedText.of(scripts.get(i)).text().getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve(name(i)), text);
      command.add(name(i));
    }
    Duration time = longest.plus(LONGEST_FOR_EACH.multipliedBy(scripts.size()));
    Execution execution = Execution.of(command, folder, time, MOST_BYTES);
    if (execution.status() > LAST_GOOD_STATUS) {
      throw new Execution.FailedException("ends with status " + execution.status());
    }
    List<List<Comment>> comments = Answer.read(execution.output(), scripts);
    for (int i = 0; i < scripts.size(); i++) {
      known.put(scripts.get(i), comments.get(i));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
