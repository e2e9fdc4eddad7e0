package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
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
  private static final int LENGTH = 16;

  /** By the offset that they begin at; no two overlap. */
  private final Map<Source, NavigableMap<Integer, SourceRange>> secrets = new HashMap<>();

  private final Set<Source> indented;
  private final Map<Source, Outline> outlines = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Map<Finding, String> fingerprints = new HashMap<>();

  private Fingerprints(Audit audit) {
    for (SourceRange secret : SecretValues.in(audit.project())) {
      secrets
          .computeIfAbsent(secret.source(), unused -> new TreeMap<>())
          .put(secret.start(), secret);
    }
    this.indented = audit.project().composeSources().collect(toSet());
  }

  /** The fingerprints of all findings, of suppressed ones too; 32 hexadecimal digits each. */
  public static Map<Finding, String> of(Audit audit) {
    Set<Finding> all = new TreeSet<>(audit.findings());
    audit.suppressed().forEach(suppressed -> all.add(suppressed.finding()));
    Fingerprints fingerprints = new Fingerprints(audit);
    all.forEach(fingerprints::add);
    return Map.copyOf(fingerprints.fingerprints);
  }

  private void add(Finding finding) {
    String text = String.join("\n", parts(finding));
    int number = seen.merge(text, 1, Integer::sum);
    fingerprints.put(finding, digest(text + "\n" + number));
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
    return BLANKS.matcher(text).replaceAll(" ").strip();
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

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
