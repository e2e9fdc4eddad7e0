package io.github.dockeraudit.report;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.regex.Pattern;

/** The secrets of a project, to keep texts out of reports that would repeat one. */
public final class KnownSecrets {

  /** What stands for a text that would tell a secret. */
  private static final String MASK = "***";

  /** What may come between the characters of a secret that is written in another way. */
  private static final Pattern NOISE = Pattern.compile("[\\s\\\\'\"]+");

  private final List<SourceRange> ranges;
  private final List<String> texts;

  private KnownSecrets(List<SourceRange> ranges) {
    this.ranges = ranges;
    this.texts =
        ranges.stream()
            .map(secret -> bare(secret.text()))
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
  }

  /** Those that no report of the project may show. */
  public static KnownSecrets in(Project project) {
    return new KnownSecrets(SecretValues.in(project));
  }

  /** Whether the text repeats a secret, perhaps quoted otherwise. */
  boolean areIn(String text) {
    String bare = bare(text);
    return texts.stream().anyMatch(bare::contains);
  }

  /** The text, or a mask in the place of all of it if it repeats a secret. */
  public String masked(String text) {
    return areIn(text) ? MASK : text;
  }

  /** Whether the words of a fix repeat a secret, or may, as they take the place of one. */
  boolean mayBeIn(Fix fix) {
    return areIn(fix.title()) || fix.edits().stream().anyMatch(this::mayBeIn);
  }

  private boolean mayBeIn(TextEdit edit) {
    return !edit.replacement().isEmpty()
        && (areIn(edit.replacement())
            || ranges.stream().anyMatch(secret -> overlap(secret, edit.range())));
  }

  private static String bare(String text) {
    return NOISE.matcher(text).replaceAll("");
  }

  private static boolean overlap(SourceRange one, SourceRange other) {
    return one.source() == other.source() && one.start() < other.end() && other.start() < one.end();
  }
}
