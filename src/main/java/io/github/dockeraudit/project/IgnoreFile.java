package io.github.dockeraudit.project;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A {@code .dockerignore} file: which paths of a build context are left out of the build.
 *
 * <p>Paths are relative to the context, with {@code /} between the names; one at the beginning and
 * {@code ..} above the context are passed over, as in the sources of {@code COPY}. In a pattern a
 * backslash escapes, on every operating system, as the builder itself runs on Linux. What is
 * decided for a folder holds for all below it, until a later line decides otherwise. The last line
 * that changes the lot of a path decides it.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">Docker's
 *     documentation</a>
 */
public final class IgnoreFile {

  /** Docker reads no line that is longer, in UTF-16 code units. */
  private static final int LONGEST_LINE = 65_535;

  private final Source source;
  private final List<IgnorePattern> patterns;
  private final List<Problem> problems;

  private IgnoreFile(Source source, List<IgnorePattern> patterns, List<Problem> problems) {
    this.source = source;
    this.patterns = List.copyOf(patterns);
    this.problems = List.copyOf(problems);
  }

  /**
   * A line that Docker refuses or that cannot match what it seems to.
   *
   * @param range the line without the white space around it
   * @param message what is wrong and what to do
   */
  public record Problem(SourceRange range, String message) implements Located {}

  /** Reads a file of any content; a line that has a problem is no pattern. */
  public static IgnoreFile parse(Source source) {
    List<IgnorePattern> patterns = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int number = 1; number <= source.lineCount(); number++) {
      SourceRange line = source.line(number);
      SourceRange said = trimmed(line);
      if (said.isEmpty() || source.text().charAt(line.start()) == '#') {
        continue;
      }
      try {
        patterns.add(pattern(said));
      } catch (BadPatternException bad) {
        problems.add(new Problem(said, bad.getMessage()));
      }
    }
    return new IgnoreFile(source, patterns, problems);
  }

  /**
   * Docker normalises a line twice, first behind the exclamation mark and then with it, so that
   * {@code ./!a} is an exception too.
   */
  private static IgnorePattern pattern(SourceRange said) throws BadPatternException {
    if (said.length() > LONGEST_LINE) {
      throw new BadPatternException("the line is longer than Docker reads; split it");
    }
    String text = said.text();
    boolean marked = text.startsWith("!");
    String line =
        Paths.clean(strip((marked ? "!" : "") + relative(text.substring(marked ? 1 : 0))));
    boolean exception = line.startsWith("!");
    String path = line.substring(exception ? 1 : 0);
    if (path.isEmpty()) {
      throw new BadPatternException("'!' stands alone; write the exception behind it");
    }
    return new IgnorePattern(said, path, exception, GlobSyntax.ignored(path));
  }

  private static String relative(String written) {
    String path = strip(written);
    if (path.isEmpty()) {
      return path;
    }
    path = Paths.clean(path);
    return path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
  }

  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static SourceRange trimmed(SourceRange line) {
    String text = line.text();
    String said = strip(text);
    int start = line.start() + text.indexOf(said);
    return line.source().range(start, start + said.length());
  }

  /** White space as Go sees it, which knows more of it than Java. */
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == '\u0085' || Character.isSpaceChar(c);
  }

  /** The file. */
  public Source source() {
    return source;
  }

  /** The lines that say something, in the order of the file. */
  public List<IgnorePattern> patterns() {
    return patterns;
  }

  /** The lines that are wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Whether the path is left out of the build. A folder that is left out may still be there, empty
   * but for what an exception lets in below it.
   */
  public boolean excludes(String path) {
    return decisive(path).filter(Predicate.not(IgnorePattern::isException)).isPresent();
  }

  /**
   * The line that decides about the path; empty if no line concerns it, so that it gets in, and for
   * the context itself.
   */
  public Optional<IgnorePattern> decisive(String path) {
    return Optional.of(decisiveIndex(Paths.inContext(path)))
        .filter(index -> index >= 0)
        .map(patterns::get);
  }

  private int decisiveIndex(String path) {
    if (path.equals(".")) {
      return -1;
    }
    boolean[] matched = new boolean[patterns.size()];
    for (int end = Paths.endOfName(path, 0); ; end = Paths.endOfName(path, end + 1)) {
      int decisive = decide(path.substring(0, end), matched);
      if (end == path.length()) {
        return decisive;
      }
    }
  }

  /**
   * The line that keeps everything below the folder out of the build; empty if something may get
   * in, and when in doubt.
   */
  public Optional<IgnorePattern> excludingAllBelow(String folder) {
    String clean = Paths.inContext(folder);
    int exception = lastExceptionFor(clean);
    int decisive = decisiveIndex(clean);
    if (decisive >= 0 && !patterns.get(decisive).isException()) {
      return decisive > exception ? Optional.of(patterns.get(decisive)) : Optional.empty();
    }
    return patterns.stream()
        .skip(exception + 1L)
        .filter(line -> !line.isException() && line.matchesEveryEntryOf(clean))
        .findFirst();
  }

  /** The index of the last exception that lets the folder in or may let in something below it. */
  private int lastExceptionFor(String folder) {
    int last = patterns.size() - 1;
    while (last >= 0 && !isExceptionFor(folder, patterns.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean isExceptionFor(String folder, IgnorePattern line) {
    return line.isException() && (line.matchesFolderOrAbove(folder) || line.mayMatchBelow(folder));
  }

  /**
   * Judges one path by what matched the folder above it.
   *
   * @param matched which lines matched that folder; overwritten with those that match this path
   * @return the index of the line that decides; -1 for none
   */
  private int decide(String path, boolean[] matched) {
    boolean excluded = false;
    int decisive = -1;
    for (int i = 0; i < matched.length; i++) {
      boolean changes = patterns.get(i).isException() == excluded;
      matched[i] = matched[i] || changes && patterns.get(i).matches(path);
      if (matched[i] && changes) {
        excluded = !excluded;
        decisive = i;
      }
    }
    return decisive;
  }

  @Override
  public String toString() {
    return source.path();
  }
}
