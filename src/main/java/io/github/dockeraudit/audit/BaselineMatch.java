package io.github.dockeraudit.audit;

import io.github.dockeraudit.audit.Baseline.Entry;
import io.github.dockeraudit.audit.Fingerprints.Print;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tells which findings a baseline knows. Each entry answers to one finding that is no graver than
 * it was: first to one with the same context in the same file, then to one with the same text in
 * the same file, so that lines may change around it, and then to one with the same context in a
 * file that is new where the entry's own is gone, so that files may be renamed.
 */
final class BaselineMatch {

  private static final Deque<Entry> NONE = new ArrayDeque<>(0);

  private final Project project;
  private final String place;
  private final Map<Finding, Print> prints;
  private final Set<String> knownFiles = new HashSet<>();
  private final Set<Finding> known = new HashSet<>();
  private final List<Entry> open;

  private BaselineMatch(
      Baseline baseline, String place, Project project, Map<Finding, Print> prints) {
    this.project = project;
    this.place = place;
    this.prints = prints;
    this.open = new ArrayList<>();
    for (Entry entry : baseline.entries()) {
      if (Baseline.isOf(entry, project, place)) {
        open.add(entry);
        knownFiles.add(entry.file());
      }
    }
  }

  private String path(Entry entry) {
    return entry.file().substring(place.length());
  }

  /**
   * Holds findings against a baseline.
   *
   * @param place the audited folder as seen from that of the baseline: empty for the same, or with
   *     a slash at its end
   * @param prints of all findings that nobody accepts
   */
  static BaselineMatch of(
      Baseline baseline, String place, Project project, Map<Finding, Print> prints) {
    BaselineMatch match = new BaselineMatch(baseline, place, project, prints);
    match.pass(
        entry -> entry.file() + ' ' + entry.context(),
        (file, print) -> file + ' ' + print.context());
    match.pass(
        entry -> entry.file() + ' ' + entry.content(),
        (file, print) -> file + ' ' + print.content());
    match.pass(
        entry -> match.isThere(entry) ? "" : entry.context(),
        (file, print) -> match.knownFiles.contains(file) ? "" : print.context());
    return match;
  }

  private boolean isThere(Entry entry) {
    String path = path(entry);
    return project.tree().isFile(path) || project.source(path).isPresent();
  }

  /** Lets entries answer to findings with the same key; none has the empty one. */
  private void pass(Function<Entry, String> keyOfEntry, BiFunction<String, Print, String> keyOf) {
    Map<String, Deque<Entry>> byKey = new HashMap<>();
    for (Entry entry : open) {
      String key = keyOfEntry.apply(entry);
      if (!key.isEmpty()) {
        byKey.computeIfAbsent(key, unused -> new ArrayDeque<>()).add(entry);
      }
    }
    Set<Entry> answered = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding finding : new TreeSet<>(prints.keySet())) {
      if (!known.contains(finding)) {
        String file = place + finding.range().source().path();
        Deque<Entry> alike = byKey.getOrDefault(keyOf.apply(file, prints.get(finding)), NONE);
        answer(finding, alike).ifPresent(answered::add);
      }
    }
    open.removeIf(answered::contains);
  }

  private Optional<Entry> answer(Finding finding, Deque<Entry> alike) {
    Optional<Entry> first =
        alike.stream().filter(entry -> entry.severity().isAtLeast(finding.severity())).findFirst();
    if (first.isPresent()) {
      alike.remove(first.get());
      known.add(finding);
    }
    return first;
  }

  /** Whether the baseline knows a finding. */
  boolean knows(Finding finding) {
    return known.contains(finding);
  }

  /** The entries that no finding answers to. */
  List<Entry> outlived() {
    return List.copyOf(open);
  }
}
