package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The marks that a project must reach for its build to pass.
 *
 * @param score the lowest overall score, from 0 to 100; 0 asks for nothing
 * @param overall the lowest overall grade; empty asks for nothing
 * @param aspects the lowest grade of an aspect; one that is not there may have any
 */
public record MinimumGrades(int score, Optional<Grade> overall, Map<Aspect, Grade> aspects) {

  private static final int SHOWN = 3;

  /**
   * @throws IllegalArgumentException if the score is not from 0 to 100
   */
  public MinimumGrades {
    requireNonNull(overall);
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("minScore is not from 0 to 100: " + score);
    }
    Map<Aspect, Grade> sorted = new EnumMap<>(Aspect.class);
    sorted.putAll(aspects);
    aspects = Collections.unmodifiableMap(sorted);
  }

  /**
   * Why the build must fail: the marks that are too low, and what cost most of them. Empty if all
   * are reached.
   */
  public Optional<String> missedBy(Scorecard card) {
    List<String> missed = new ArrayList<>();
    if (card.overall() < score) {
      missed.add("The score is %s, at least %s is asked for".formatted(card.overall(), score));
    }
    overall
        .filter(asked -> !card.grade().isAtLeast(asked))
        .ifPresent(asked -> missed.add(low("The grade", card.grade(), card.overall(), asked)));
    aspects.forEach(
        (aspect, asked) -> {
          Mark mark = card.mark(aspect);
          if (!mark.grade().isAtLeast(asked)) {
            String name = aspect.label().substring(0, 1).toUpperCase(Locale.ROOT);
            String what = name + aspect.label().substring(1);
            missed.add(low(what, mark.grade(), mark.score(), asked) + costs(mark));
          }
        });
    return missed.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", missed));
  }

  private static String low(String what, Grade grade, int score, Grade asked) {
    return "%s is %s (%s), at least %s (%s) is asked for"
        .formatted(what, grade, score, asked, asked.from());
  }

  private static String costs(Mark mark) {
    StringBuilder text = new StringBuilder(":");
    mark.deductions().stream()
        .sorted(Comparator.comparing(Deduction::points).reversed())
        .limit(SHOWN)
        .forEach(cost -> text.append(line(cost)));
    int hidden = mark.deductions().size() - SHOWN;
    return hidden > 0
        ? text.append("\n  and %s more".formatted(hidden)).toString()
        : text.toString();
  }

  private static String line(Deduction cost) {
    return String.format(
        Locale.ROOT,
        "\n  %s %s %s costs %.1f points",
        cost.finding().range(),
        cost.finding().rule().id(),
        cost.finding().rule().name(),
        cost.points());
  }
}
