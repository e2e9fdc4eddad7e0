package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.audit.Fingerprints.Print;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Findings that were there before.
 *
 * @param entries one for each, in the order of file, rule and digests
 */
public record Baseline(List<Entry> entries) {

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::file)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::context)
          .thenComparing(Entry::content)
          .thenComparing(Entry::severity);

  /**
   * A finding that was there before.
   *
   * @param file path of its file, from the folder of the baseline
   * @param rule id of its rule
   * @param name name of its rule, for readers
   * @param severity its severity then
   * @param context a digest of its text and what is around it, as {@link Fingerprints} has it
   * @param content a digest of its text
   */
  public record Entry(
      String file, String rule, String name, Severity severity, String context, String content) {

    public Entry {
      requireNonNull(file);
      requireNonNull(rule);
      requireNonNull(name);
      requireNonNull(severity);
      requireNonNull(context);
      requireNonNull(content);
    }
  }

  public Baseline {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /**
   * What an audit found and nobody accepts, be it known from before or not.
   *
   * @param place the audited folder as seen from that of the baseline: empty for the same, or with
   *     a slash at its end
   */
  public static Baseline of(Audit audit, String place) {
    SortedSet<Finding> all = new TreeSet<>();
    audit.weighed().forEach(all::add);
    Map<Finding, Print> prints = Fingerprints.prints(audit.project(), all);
    List<Entry> entries = new ArrayList<>();
    prints.forEach((finding, print) -> entries.add(entry(finding, print, place)));
    return new Baseline(entries);
  }

  private static Entry entry(Finding finding, Print print, String place) {
    return new Entry(
        place + finding.range().source().path(),
        finding.rule().id(),
        finding.rule().name(),
        finding.severity(),
        print.context(),
        print.content());
  }

  /** No findings. */
  public static Baseline empty() {
    return new Baseline(List.of());
  }

  /** Those of files that are not audited with a project. */
  public Baseline elsewhere(Project project, String place) {
    return new Baseline(entries.stream().filter(entry -> !isOf(entry, project, place)).toList());
  }

  /** Whether the file of an entry is, or was, one of a project. */
  static boolean isOf(Entry entry, Project project, String place) {
    return entry.file().startsWith(place) && project.owns(entry.file().substring(place.length()));
  }

  /** The findings of both. */
  public Baseline with(Baseline other) {
    List<Entry> both = new ArrayList<>(entries);
    both.addAll(other.entries);
    return new Baseline(both);
  }

  /** This baseline without the entries that are over. */
  public Baseline without(List<Entry> gone) {
    List<Entry> left = new ArrayList<>(entries);
    gone.forEach(left::remove);
    return new Baseline(left);
  }
}
