package io.github.dockeraudit.fix;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.fix.Edits.Edited;
import io.github.dockeraudit.fix.Edits.Place;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks whether a round has done what it promised, and no harm. */
final class Verification {

  private static final Pattern LINE = Pattern.compile("line \\d+");

  /** What is refused in the compose files of a project, and what is wrong with any file of it. */
  private static final Fact<Project, Map<String, List<String>>> REFUSALS =
      Fact.of(Verification::refusals);

  private final Project before;
  private final Audit auditBefore;
  private final Map<String, Edited> changed;

  Verification(Audit auditBefore, Map<String, Edited> changed) {
    this.before = auditBefore.project();
    this.auditBefore = auditBefore;
    this.changed = changed;
  }

  /**
   * What Docker refuses in a changed file now and did not before: the message; empty if there is
   * nothing.
   */
  Optional<String> newRefusal(Project after, String path) {
    if (before.dockerfile(path).isPresent() && after.dockerfile(path).isEmpty()) {
      return Optional.of("this is no Dockerfile any more");
    }
    List<String> now = refusals(after, path);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> known = new HashMap<>();
    refusals(before, path).forEach(message -> known.merge(apartFromLine(message), 1, Integer::sum));
    return now.stream()
        .filter(message -> known.merge(apartFromLine(message), -1, Integer::sum) < 0)
        .findFirst();
  }

  /** A message that names another line, which has moved, with any number in its place. */
  private static String apartFromLine(String message) {
    return LINE.matcher(message).replaceAll("line");
  }

  /** A variable that is to be set first is no reason to refuse the file itself. */
  private static List<String> refusals(Project project, String path) {
    Stream<String> ofDockerfile =
        project.dockerfile(path).stream()
            .flatMap(file -> file.problems().stream())
            .map(problem -> problem.message());
    Stream<String> ofOthers = REFUSALS.about(project).getOrDefault(path, List.of()).stream();
    return Stream.concat(ofDockerfile, ofOthers).toList();
  }

  private static Map<String, List<String>> refusals(Project project) {
    Map<String, List<String>> refusals = new HashMap<>();
    Set<Problem> ofCompose = new LinkedHashSet<>();
    project.deployments().forEach(deployment -> ofCompose.addAll(deployment.problems()));
    ofCompose.stream()
        .filter(Problem::isCertain)
        .forEach(problem -> add(refusals, problem, problem.message()));
    project.problems().forEach(problem -> add(refusals, problem, problem.message()));
    return refusals;
  }

  private static void add(Map<String, List<String>> refusals, Located place, String message) {
    refusals
        .computeIfAbsent(place.range().source().path(), path -> new ArrayList<>(1))
        .add(message);
  }

  /** The fixes of a round whose findings still stand. */
  List<AppliedFix> withoutEffect(List<AppliedFix> fixes, Audit after) {
    Set<Finding> fixed = Collections.newSetFromMap(new IdentityHashMap<>());
    fixes.forEach(applied -> fixed.add(applied.finding()));
    Map<String, int[]> now = starts(after.findings(), finding -> finding.range().start());
    Map<String, int[]> expected =
        starts(
            auditBefore.findings().stream().filter(finding -> !fixed.contains(finding)).toList(),
            finding -> placeOf(finding).start());
    return fixes.stream()
        .filter(
            applied -> {
              Place place = placeOf(applied.finding());
              String key = key(applied.finding());
              return count(now.get(key), place) > count(expected.get(key), place);
            })
        .toList();
  }

  /** Where the findings of each rule in each file begin, in order. */
  private static Map<String, int[]> starts(List<Finding> findings, ToIntFunction<Finding> start) {
    return findings.stream()
        .collect(
            groupingBy(
                Verification::key,
                collectingAndThen(
                    toList(), ofKey -> ofKey.stream().mapToInt(start).sorted().toArray())));
  }

  private static int count(int[] starts, Place place) {
    return starts == null ? 0 : below(starts, place.end() + 1) - below(starts, place.start());
  }

  /** How many of the sorted numbers are less than a limit. */
  private static int below(int[] sorted, int limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Place placeOf(Finding finding) {
    Edited edited = changed.get(finding.range().source().path());
    int start = finding.range().start();
    return edited == null || edited.before() != finding.range().source()
        ? new Place(start, start)
        : edited.placeOf(start);
  }

  private static String key(Finding finding) {
    return finding.rule().id() + " " + finding.range().source().path();
  }
}
