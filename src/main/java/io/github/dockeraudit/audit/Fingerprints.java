package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells by the text whether findings of two audits are the same, though lines have moved.
 *
 * <p>What counts is the rule, the file, the marked text, the lines that it is on and, in a compose
 * file, those that they are indented below. Blanks count little, line numbers and secrets not at
 * all: a digest of a short secret could be tried out. Findings with all that in common are numbered
 * from the top of the file.
 */
public final class Fingerprints {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The end of a line that goes on, and the empty lines and comments below it. */
  private static final Pattern BREAK =
      Pattern.compile("\\\\[ \\t]*(\\r?\\n[ \\t]*(#[^\\n]*)?(?=\\r?\\n))*\\r?(\\n|$)");

  /** In bytes. */
  private static final int LENGTH = 16;

  private static final int SHORT_LENGTH = 8;

  /** By the offset that they begin at; no two overlap. */
  private final Map<Source, NavigableMap<Integer, SourceRange>> secrets = new HashMap<>();

  private final Set<Source> indented;
  private final Map<Source, Outline> outlines = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<Finding, Print> prints = new HashMap<>();

  /**
   * What a finding is known by.
   *
   * @param fingerprint its rule, file, context and text; 32 hexadecimal digits
   * @param context its rule, context and text, whatever the file; 16 hexadecimal digits
   * @param content its rule and the marked text alone; 16 hexadecimal digits
   */
  record Print(String fingerprint, String context, String content) {}

  private Fingerprints(Project project) {
    for (SourceRange secret : SecretValues.in(project)) {
      secrets
          .computeIfAbsent(secret.source(), unused -> new TreeMap<>())
          .put(secret.start(), secret);
    }
    this.indented = project.composeSources().collect(toSet());
  }

  /** The fingerprints of all findings, of suppressed ones too; 32 hexadecimal digits each. */
  public static Map<Finding, String> of(Audit audit) {
    SortedSet<Finding> all = new TreeSet<>(audit.findings());
    audit.suppressed().forEach(suppressed -> all.add(suppressed.finding()));
    Map<Finding, String> fingerprints = new HashMap<>();
    prints(audit.project(), all)
        .forEach((finding, print) -> fingerprints.put(finding, print.fingerprint()));
    return Map.copyOf(fingerprints);
  }

  /** What all findings of a project are known by. */
  static Map<Finding, Print> prints(Project project, Collection<Finding> all) {
    Fingerprints fingerprints = new Fingerprints(project);
    all.forEach(fingerprints::add);
    return Map.copyOf(fingerprints.prints);
  }

  private void add(Finding finding) {
    List<String> parts = parts(finding);
    String text = String.join("\n", parts);
    int number = seen.merge(text, 1, Integer::sum);
    List<String> context = new ArrayList<>(parts);
    context.remove(1);
    prints.put(
        finding,
        new Print(
            digest(text + "\n" + number, LENGTH),
            digest(String.join("\n", context), SHORT_LENGTH),
            digest(parts.get(0) + "\n" + parts.get(parts.size() - 1), SHORT_LENGTH)));
  }

  private List<String> parts(Finding finding) {
    SourceRange marked = finding.range();
    Source source = marked.source();
    List<String> parts = new ArrayList<>();
    parts.add(finding.rule().id());
    parts.add(source.path());
    if (indented.contains(source)) {
      outlines
          .computeIfAbsent(source, Outline::of)
          .above(line(source, marked.start()))
          .forEach(line -> parts.add(normalised(source.line(line))));
    }
    parts.add(normalised(lines(marked)));
    parts.add(normalised(marked));
    return parts;
  }

  /** The whole lines that a range is on; a line ending does not reach the next line. */
  private static SourceRange lines(SourceRange range) {
    Source source = range.source();
    int last = Math.max(range.start(), range.end() - 1);
    return source.line(line(source, range.start())).union(source.line(line(source, last)));
  }

  /** The line of an offset, where the end of the file is on the last line. */
  private static int line(Source source, int offset) {
    return Math.min(source.position(offset).line(), source.lineCount());
  }

  private String normalised(SourceRange range) {
    StringBuilder text = new StringBuilder();
    int from = range.start();
    for (SourceRange secret : secretsIn(range)) {
      text.append(range.source().text(), from, Math.max(from, secret.start())).append('*');
      from = Math.min(range.end(), secret.end());
    }
    text.append(range.source().text(), from, range.end());
    return BLANKS.matcher(withoutBreaks(text, range.source())).replaceAll(" ").strip();
  }

  /** In a Dockerfile, how an instruction is spread over lines, with comments between, is form. */
  private String withoutBreaks(CharSequence text, Source source) {
    return indented.contains(source) ? text.toString() : BREAK.matcher(text).replaceAll(" ");
  }

  private List<SourceRange> secretsIn(SourceRange range) {
    NavigableMap<Integer, SourceRange> all =
        secrets.getOrDefault(range.source(), Collections.emptyNavigableMap());
    Integer before = all.floorKey(range.start());
    return all
        .subMap(before == null ? range.start() : before, true, range.end(), true)
        .values()
        .stream()
        .filter(secret -> secret.start() < range.end() && range.start() < secret.end())
        .toList();
  }

  private static String digest(String text, int length) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, length);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
