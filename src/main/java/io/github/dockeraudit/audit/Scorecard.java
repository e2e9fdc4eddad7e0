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
  private final Map<Aspect, Mark> marks;

  /** Those that were asked for. */
  private final Map<Source, Mark> marksOfFiles = new ConcurrentHashMap<>();

  private Scorecard(Audit audit, Predicate<String> wanted) {
    this.findings =
        audit.weighed().filter(finding -> wanted.test(finding.range().source().path())).toList();
    this.findingsByFile =
        findings.stream().collect(groupingBy(finding -> finding.range().source()));
    this.units = new Units(audit.project(), wanted);
    Marking marking = new Marking(Exposure.of(units));
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
    return new Scorecard(audit, path -> true);
  }

  /**
   * The marks of one part of a project.
   *
   * @param wanted says of the path of a file whether it is part of it
   */
  static Scorecard of(Audit audit, Predicate<String> wanted) {
    return new Scorecard(audit, wanted);
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
