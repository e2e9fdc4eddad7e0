package io.github.dockeraudit.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import io.github.dockeraudit.source.Encoding;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A change of a file as a unified diff with three lines of context, as {@code git apply} takes it.
 *
 * @see <a href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">the
 *     format</a>
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  /** What a line of a diff stands for. */
  public enum Kind {
    /** The name of a file, the place of a hunk, or that a last line has no line feed. */
    NOTE,
    /** A line that stays. */
    KEPT,
    /** A line that is taken away. */
    REMOVED,
    /** A line that is added. */
    ADDED
  }

  /**
   * One line of a diff.
   *
   * @param text with its leading sign and without a line feed
   */
  public record Line(Kind kind, String text) {}

  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private final FileChange change;
  private final String folder;
  private final Function<SourceRange, String> show;
  private final List<SourceRange> before;
  private final List<SourceRange> after;
  private final List<Line> out = new ArrayList<>();

  private UnifiedDiff(FileChange change, String folder, Function<SourceRange, String> show) {
    this.change = change;
    this.folder = folder;
    this.show = show;
    this.before = change.before().map(UnifiedDiff::lines).orElse(List.of());
    this.after = lines(change.after());
  }

  /**
   * The lines of the diff.
   *
   * @param folder where the paths begin, as seen from where the diff is applied: empty for the same
   *     place, or with a slash at its end
   * @param show how to write a line of the file, given without its line feed
   */
  public static List<Line> of(
      FileChange change, String folder, Function<SourceRange, String> show) {
    return new UnifiedDiff(change, folder, show).write();
  }

  /**
   * All changes as the bytes of a patch file, the byte order marks and line endings of the files
   * included. Files in UTF-16, which no patch can change, are left out.
   *
   * @param folder as in {@link #of}
   */
  public static byte[] patch(List<FileChange> changes, String folder) {
    StringBuilder patch = new StringBuilder();
    for (FileChange change : changes) {
      if (isPatchable(change)) {
        of(change, folder, UnifiedDiff::raw)
            .forEach(line -> patch.append(line.text()).append('\n'));
      }
    }
    return Encoding.UTF_8.encode(patch.toString());
  }

  /** Whether a patch file can hold the change. */
  public static boolean isPatchable(FileChange change) {
    Encoding encoding = change.after().encoding();
    return encoding == Encoding.UTF_8 || encoding == Encoding.UTF_8_BOM;
  }

  private static String raw(SourceRange line) {
    boolean isMarked = line.start() == 0 && line.source().encoding().hasByteOrderMark();
    return isMarked ? '\uFEFF' + line.text() : line.text();
  }

  /** The lines without line feeds; a carriage return before one is part of its line. */
  private static List<SourceRange> lines(Source source) {
    String text = source.text();
    List<SourceRange> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(source.range(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(source.range(start, text.length()));
    }
    return lines;
  }

  private List<Line> write() {
    note("--- " + change.before().map(source -> name("a/", source)).orElse("/dev/null"));
    note("+++ " + name("b/", change.after()));
    List<AbstractDelta<String>> deltas = DiffUtils.diff(texts(before), texts(after)).getDeltas();
    for (int from = 0; from < deltas.size(); ) {
      int to = from + 1;
      while (to < deltas.size() && areNear(deltas.get(to - 1), deltas.get(to))) {
        to++;
      }
      writeHunk(deltas.subList(from, to));
      from = to;
    }
    return out;
  }

  /** With the line feeds, so that a last line without one is another line. */
  private static List<String> texts(List<SourceRange> lines) {
    return lines.stream()
        .map(line -> hasLineFeed(line) ? line.text() + '\n' : line.text())
        .toList();
  }

  private static boolean hasLineFeed(SourceRange line) {
    return line.end() < line.source().text().length();
  }

  /** Git puts a tab after a name with a blank, and quotes one with unusual characters. */
  private String name(String side, Source source) {
    String path = side + folder + source.path();
    boolean isPlain = path.chars().allMatch(c -> c >= ' ' && c != 0x7F && c != '"' && c != '\\');
    if (isPlain) {
      return path.indexOf(' ') < 0 ? path : path + '\t';
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : path.toCharArray()) {
      if (c < ' ' || c == 0x7F) {
        quoted.append('\\').append(String.format("%03o", (int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean areNear(AbstractDelta<String> one, AbstractDelta<String> next) {
    return next.getSource().getPosition() - end(one.getSource()) <= 2 * CONTEXT;
  }

  private static int end(Chunk<String> chunk) {
    return chunk.getPosition() + chunk.size();
  }

  private void writeHunk(List<AbstractDelta<String>> deltas) {
    AbstractDelta<String> first = deltas.get(0);
    AbstractDelta<String> last = deltas.get(deltas.size() - 1);
    int lead = Math.min(CONTEXT, first.getSource().getPosition());
    int tail = Math.min(CONTEXT, before.size() - end(last.getSource()));
    int from = first.getSource().getPosition() - lead;
    int to = end(last.getSource()) + tail;
    note(
        "@@ -%s +%s @@"
            .formatted(
                span(from, to),
                span(first.getTarget().getPosition() - lead, end(last.getTarget()) + tail)));
    int at = from;
    for (AbstractDelta<String> delta : deltas) {
      Chunk<String> old = delta.getSource();
      Chunk<String> replaced = delta.getTarget();
      write(Kind.KEPT, before.subList(at, old.getPosition()));
      write(Kind.REMOVED, before.subList(old.getPosition(), end(old)));
      write(Kind.ADDED, after.subList(replaced.getPosition(), end(replaced)));
      at = end(old);
    }
    write(Kind.KEPT, before.subList(at, to));
  }

  /** Lines from 1 with their number, which is left out where it is 1; an empty span names 0. */
  private static String span(int from, int to) {
    int count = to - from;
    int first = count == 0 ? from : from + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }

  private void write(Kind kind, List<SourceRange> lines) {
    for (SourceRange line : lines) {
      out.add(new Line(kind, sign(kind) + show.apply(line)));
      if (!hasLineFeed(line)) {
        note(NO_NEWLINE);
      }
    }
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case KEPT -> " ";
      case NOTE -> "";
    };
  }

  private void note(String text) {
    out.add(new Line(Kind.NOTE, text));
  }
}
