package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Source;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The marks of a project. What a comment or the configuration accepts costs nothing, and neither
 * does what no rule looks for; what is merely known from before costs as much as what is new.
 */
public final class Scorecard {

  private final List<Finding> findings;
  private final Map<Source, List<Finding>> findingsByFile;
  private final Units units;
  private final Exposure exposure;
  private final Map<Aspect, Mark> marks;

  /** Those that were asked for. */
  private final Map<Source, Mark> marksOfFiles = new ConcurrentHashMap<>();

  private Scorecard(List<Finding> findings, Units units, Exposure exposure) {
    this.findings = findings;
    this.findingsByFile =
        findings.stream().collect(groupingBy(finding -> finding.range().source()));
    this.units = units;
    this.exposure = exposure;
    Marking marking = new Marking(exposure);
    this.marks =
        Arrays.stream(Aspect.values())
            .collect(
                toMap(
                    Function.identity(),
                    aspect -> marking.mark(findings(aspect)),
                    (one, other) -> one,
                    () -> new EnumMap<>(Aspect.class)));
  }

  /** The marks that the findings of an audit come to. */
  public static Scorecard of(Audit audit) {
    return of(audit, path -> true);
  }

  /**
   * The marks of one part of a project.
   *
   * @param wanted says of the path of a file whether it is part of it
   */
  static Scorecard of(Audit audit, Predicate<String> wanted) {
    Units units = new Units(audit.project(), wanted);
    List<Finding> findings =
        audit.weighed().filter(finding -> wanted.test(finding.range().source().path())).toList();
    return new Scorecard(findings, units, Exposure.of(units));
  }

  /** The marks of the same project once some of its findings are gone. */
  public Scorecard without(Set<Finding> gone) {
    List<Finding> left = findings.stream().filter(finding -> !gone.contains(finding)).toList();
    return new Scorecard(left, units, exposure);
  }

  /** The mark of every aspect, in their order. */
  public Map<Aspect, Mark> marks() {
    return Collections.unmodifiableMap(marks);
  }

  /** The mark of one aspect. */
  public Mark mark(Aspect aspect) {
    return marks.get(aspect);
  }

  /** The mean of the marks, in whole numbers from 0 to 100. */
  public int overall() {
    return (int)
        Math.round(marks.values().stream().mapToDouble(Mark::points).average().orElseThrow());
  }

  /** The letter of {@link #overall}. */
  public Grade grade() {
    return Grade.of(overall());
  }

  /** The mark of a Dockerfile or compose file by itself, over all aspects. */
  public Mark mark(Source file) {
    return marksOfFiles.computeIfAbsent(
        file,
        asked ->
            new Marking(Exposure.of(units, asked))
                .mark(findingsByFile.getOrDefault(asked, List.of())));
  }

  private List<Finding> findings(Aspect aspect) {
    return findings.stream()
        .filter(finding -> Aspect.of(finding.rule().category()) == aspect)
        .toList();
  }
}
