package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.rule.Finding;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What has changed since an earlier audit. Findings are the same if their {@link Fingerprints} are.
 *
 * @param fresh what is found now and was not, or was accepted
 * @param gone what was found and is not any more
 * @param accepted what was found, and a comment accepts by now
 * @param overall how the overall score moved; empty if it is not known what it was
 * @param marks how the scores of the aspects moved, in their order; those that are known
 */
public record Trend(
    List<Finding> fresh,
    List<EarlierFinding> gone,
    List<Finding> accepted,
    Optional<Move> overall,
    Map<Aspect, Move> marks) {

  /**
   * How a score moved.
   *
   * @param before what it was, from 0 to 100
   * @param after what it is
   */
  public record Move(int before, int after) {

    /** By how much it moved; negative if it is lower now. */
    public int difference() {
      return after - before;
    }
  }

  public Trend {
    fresh = List.copyOf(fresh);
    gone = List.copyOf(gone);
    accepted = List.copyOf(accepted);
    Objects.requireNonNull(overall);
    marks = Collections.unmodifiableMap(new EnumMap<>(marks));
  }

  /** What has changed since the audit that this one is compared with; empty if there is none. */
  public static Optional<Trend> of(Audit audit) {
    return audit.earlier().map(earlier -> between(earlier, audit));
  }

  private static Trend between(EarlierAudit earlier, Audit audit) {
    Map<Finding, String> fingerprints = Fingerprints.of(audit);
    Set<String> before =
        earlier.findings().stream().map(EarlierFinding::fingerprint).collect(toSet());
    Set<String> now = Set.copyOf(fingerprints.values());
    Scorecard card = Scorecard.of(audit);
    return new Trend(
        audit.findings().stream().filter(f -> !before.contains(fingerprints.get(f))).toList(),
        earlier.findings().stream().filter(f -> !now.contains(f.fingerprint())).toList(),
        audit.suppressed().stream()
            .map(Suppressed::finding)
            .filter(f -> before.contains(fingerprints.get(f)))
            .toList(),
        earlier.overall().map(score -> new Move(score, card.overall())),
        marks(earlier, card));
  }

  private static Map<Aspect, Move> marks(EarlierAudit earlier, Scorecard card) {
    Map<Aspect, Move> marks = new EnumMap<>(Aspect.class);
    earlier
        .marks()
        .forEach((aspect, score) -> marks.put(aspect, new Move(score, card.mark(aspect).score())));
    return marks;
  }
}
