package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.audit.Units.Kind;
import io.github.dockeraudit.audit.Units.Unit;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Source;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of a project, or of one file, has a fault: the share of its Dockerfiles, services,
 * scripts or files that do.
 *
 * <p>Within one of them the first place counts for half, and each further one for half of the one
 * before. A fault that is found in things of two kinds is as exposed as two faults that chance
 * brings together, so that finding it in one more thing always adds.
 */
final class Exposure {

  private static final double FIRST_PLACE = 0.5;

  private final Units units;
  private final Map<Kind, Long> population;

  private Exposure(Units units, Stream<Unit> all) {
    this.units = units;
    this.population =
        all.distinct().collect(groupingBy(Unit::kind, () -> new EnumMap<>(Kind.class), counting()));
  }

  /** The exposure of all that there is. */
  static Exposure of(Units units) {
    return new Exposure(units, units.all());
  }

  /** The exposure of one file by itself. */
  static Exposure of(Units units, Source file) {
    return new Exposure(units, units.in(file));
  }

  /**
   * The exposure to one fault: more than 0, and 1 if all that could have it do, in many places
   * each.
   *
   * @param findings of one rule, at least one
   */
  double to(List<Finding> findings) {
    Map<Unit, Long> places = new HashMap<>();
    findings.forEach(each -> places.merge(units.at(each.range()), 1L, Long::sum));
    Map<Kind, Double> faulty = new EnumMap<>(Kind.class);
    places.forEach((unit, count) -> faulty.merge(unit.kind(), badness(count), Double::sum));
    double sound = 1;
    for (Map.Entry<Kind, Double> kind : faulty.entrySet()) {
      long size = population.getOrDefault(kind.getKey(), 1L);
      sound *= 1 - Math.min(1, kind.getValue() / size);
    }
    return 1 - sound;
  }

  private static double badness(long places) {
    return 1 - Math.pow(1 - FIRST_PLACE, places);
  }
}
