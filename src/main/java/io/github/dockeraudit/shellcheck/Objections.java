package io.github.dockeraudit.shellcheck;

import static java.util.Comparator.comparingInt;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptReviewer.Change;
import io.github.dockeraudit.project.ScriptReviewer.Comment;
import io.github.dockeraudit.project.ScriptReviewer.Level;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the rules of this package have in common: which of ShellCheck's comments they pass on.
 *
 * @param strict whether a script is taken for one of a plain POSIX shell wherever that may be
 */
record Objections(boolean strict) {

  static final String STRICT =
      "Whether what POSIX does not ask of a shell is reported wherever 'sh' runs a script, as hadolint does";

  /**
   * They speak of files that are not here, of the first line, which is ours, and of how lines end,
   * which continuations have joined.
   */
  private static final Set<String> NOT_OURS =
      Set.of("SC1017", "SC1075", "SC1090", "SC1091", "SC1128", "SC2148", "SC2187");

  /** Whoever starts the container may set the variables that these miss. */
  private static final Set<String> OF_VARIABLES = Set.of("SC2153", "SC2154");

  /** What POSIX does not ask of a shell. */
  private static final String NOT_POSIX = "SC3";

  private static final Pattern FULL_STOP = Pattern.compile("[.\\s]+$");

  /** The codes whose fix is the same in other words. */
  private static final Set<String> SPELLING = Set.of("SC2004", "SC2006");

  Objections() {
    this(false);
  }

  Objections with(Options options) {
    return new Objections(options.flag("strict", strict));
  }

  /** Those of some levels. */
  Stream<Finding> of(Project project, Rule rule, Set<Level> levels) {
    List<Finding> findings = new ArrayList<>();
    for (PlacedScript script : PlacedScript.in(project)) {
      for (Comment comment : script.comments()) {
        if (levels.contains(comment.level()) && isWanted(comment, script)) {
          findings.add(finding(project, rule, script, comment));
        }
      }
    }
    return findings.stream();
  }

  private boolean isWanted(Comment comment, PlacedScript script) {
    String code = comment.code();
    return !NOT_OURS.contains(code)
        && !(script.runsLater() && OF_VARIABLES.contains(code))
        && (strict || script.shell().isPlain() || !code.startsWith(NOT_POSIX));
  }

  private static Finding finding(Project project, Rule rule, PlacedScript script, Comment comment) {
    Severity severity = severity(comment.level());
    RuleInfo info = ShellcheckCode.info(comment.code(), severity, rule.info());
    SourceRange place = script.place(comment);
    String told = withoutSecrets(comment.message(), project, place);
    Finding finding =
        new Finding(info, severity, place, rule.finding(() -> place, "%s", told).message());
    return fix(script, comment).map(finding::fixedBy).orElse(finding);
  }

  private static Severity severity(Level level) {
    return switch (level) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case INFO, STYLE -> Severity.INFO;
    };
  }

  private static String withoutSecrets(String message, Project project, SourceRange place) {
    boolean repeats =
        SecretValues.in(project).stream()
            .filter(secret -> secret.source() == place.source())
            .map(SourceRange::text)
            .anyMatch(message::contains);
    return repeats
        ? "ShellCheck objects to this; see its page"
        : FULL_STOP.matcher(message).replaceAll("");
  }

  /** Only where the file has just the text that ShellCheck has seen. */
  private static Optional<Fix> fix(PlacedScript script, Comment comment) {
    if (comment.changes().isEmpty() || !script.isVerbatim()) {
      return Optional.empty();
    }
    Applicability applicability =
        SPELLING.contains(comment.code()) ? Applicability.INTENDED : Applicability.RISKY;
    return edit(script, comment.changes())
        .map(
            edit ->
                new Fix(
                    "Change it as ShellCheck proposes for " + comment.code(),
                    applicability,
                    List.of(edit)));
  }

  /**
   * All changes as one, with the character before them: two quotes that are inserted at one place
   * by two fixes must not be taken for the same.
   */
  private static Optional<TextEdit> edit(PlacedScript script, List<Change> changes) {
    List<Change> sorted = changes.stream().sorted(comparingInt(Change::start)).toList();
    String text = script.text().text();
    int first = sorted.get(0).start();
    int start = isInsertion(sorted) ? first - 1 : first;
    StringBuilder replacement = new StringBuilder();
    int end = start;
    for (Change change : sorted) {
      if (start < 0 || change.start() < end || change.replacement().indexOf('\n') >= 0) {
        return Optional.empty();
      }
      replacement.append(text, end, change.start()).append(change.replacement());
      end = change.end();
    }
    SourceRange range = script.text().range(start, end);
    return range.text().equals(text.substring(start, end))
        ? Optional.of(range.replaceWith(replacement.toString()))
        : Optional.empty();
  }

  private static boolean isInsertion(List<Change> changes) {
    return changes.get(0).start() == changes.get(changes.size() - 1).end();
  }
}
