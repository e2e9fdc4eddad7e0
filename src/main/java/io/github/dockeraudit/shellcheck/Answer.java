package io.github.dockeraudit.shellcheck;

import static java.util.Comparator.comparingInt;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.dockeraudit.project.ScriptReviewer.Change;
import io.github.dockeraudit.project.ScriptReviewer.Comment;
import io.github.dockeraudit.project.ScriptReviewer.Level;
import io.github.dockeraudit.project.ScriptReviewer.Script;
import io.github.dockeraudit.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What ShellCheck prints, in its format {@code json1}; whatever is not of that form is left out.
 */
final class Answer {

  private static final int LEAST_CODE = 1000;
  private static final int GREATEST_CODE = 9999;

  /** The whole; fields as in the JSON. */
  private record Report(List<Remark> comments) {}

  private record Remark(
      String file,
      int line,
      int endLine,
      int column,
      int endColumn,
      String level,
      int code,
      String message,
      Mending fix) {}

  private record Mending(List<Replacement> replacements) {}

  private record Replacement(
      int line, int endLine, int column, int endColumn, String replacement) {}

  private Answer() {}

  /**
   * The comments on each script.
   *
   * @param scripts those that were given, each in a file that is called by its number from 0
   */
  static List<List<Comment>> read(String json, List<Script> scripts)
      throws Execution.FailedException {
    List<List<Comment>> comments = new ArrayList<>();
    List<ReviewedText> texts = new ArrayList<>();
    for (Script script : scripts) {
      comments.add(new ArrayList<>());
      texts.add(ReviewedText.of(script));
    }
    for (Remark remark : parse(json).comments()) {
      int file = remark == null ? -1 : number(remark.file());
      if (file >= 0 && file < texts.size()) {
        comment(remark, texts.get(file)).ifPresent(comments.get(file)::add);
      }
    }
    comments.forEach(ofScript -> ofScript.sort(comparingInt(Comment::start)));
    return comments;
  }

  private static Report parse(String json) throws Execution.FailedException {
    try {
      Report report = new Gson().fromJson(json, Report.class);
      if (report != null && report.comments() != null) {
        return report;
      }
    } catch (JsonParseException malformed) {
      // told below, like an answer without comments
    }
    throw new Execution.FailedException("gives no answer that can be read");
  }

  private static int number(String file) {
    try {
      return file == null ? -1 : Integer.parseInt(file);
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }

  private static Optional<Comment> comment(Remark remark, ReviewedText text) {
    int start = text.offset(remark.line(), remark.column());
    int end = text.offset(remark.endLine(), remark.endColumn());
    Optional<Level> level = level(remark.level());
    boolean isCode = remark.code() >= LEAST_CODE && remark.code() <= GREATEST_CODE;
    if (start < 0 || level.isEmpty() || !isCode || remark.message() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Comment(
            "SC" + remark.code(),
            level.get(),
            Printable.onOneLine(remark.message()),
            start,
            Math.max(start, end),
            changes(remark.fix(), text)));
  }

  private static Optional<Level> level(String word) {
    for (Level level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** All of them, or none if one is not inside of the script. */
  private static List<Change> changes(Mending fix, ReviewedText text) {
    List<Change> changes = new ArrayList<>();
    List<Replacement> replacements =
        fix == null || fix.replacements() == null ? List.of() : fix.replacements();
    for (Replacement each : replacements) {
      int start = text.offset(each.line(), each.column());
      int end = text.offset(each.endLine(), each.endColumn());
      if (start < 0 || end < start || each.replacement() == null) {
        return List.of();
      }
      changes.add(new Change(start, end, each.replacement()));
    }
    return changes;
  }
}
