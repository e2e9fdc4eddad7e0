package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Remembering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rules say of parts of the model. A rule is asked once about the same part: what stays as it
 * is from one audit to the next, while others change, is not checked again.
 *
 * @param <R> the kind of rule
 * @param <P> what such a rule looks at
 */
final class Checks<R extends Rule, P extends Remembering> {

  /** What one rule says of one part; immutable, as another thread may read it. */
  private record Answer(List<Finding> found, List<RuleFailure> failures) {

    static final Answer NOTHING = new Answer(List.of(), List.of());
  }

  private final Policy policy;
  private final R[] rules;
  private final BiFunction<R, P, Stream<Finding>> check;
  private final Function<P, String> place;

  /** By the place of the rule in the list; null for a rule that was not asked yet. */
  private final Fact<P, Answer[]> answers = Fact.of(this::noneYet);

  /**
   * @param type which of the policy's rules
   * @param check asks a rule
   * @param place what is said to be where a rule broke down
   */
  Checks(
      Policy policy,
      Class<R> type,
      BiFunction<R, P, Stream<Finding>> check,
      Function<P, String> place) {
    this.policy = policy;
    @SuppressWarnings("unchecked") // it holds what is of this type alone
    R[] ofType =
        (R[]) policy.rules().rules().stream().filter(type::isInstance).toArray(Rule[]::new);
    this.rules = ofType;
    this.check = check;
    this.place = place;
  }

  /** Whether there is any of these rules. */
  boolean isAnyAsked(Predicate<Rule> isAsked) {
    return Arrays.stream(rules).anyMatch(isAsked);
  }

  /**
   * What some rules say of a part.
   *
   * @param isAsked which of the rules
   */
  Outcome of(P part, Predicate<Rule> isAsked) {
    Outcome all = new Outcome();
    Answer[] known = answers.about(part);
    Listener listener = new Listener();
    for (int i = 0; i < known.length; i++) {
      if (isAsked.test(rules[i])) {
        add(answer(i, known, part, listener), all);
      }
    }
    return all;
  }

  /** The same of a part so large that rules had better look at it at once; in the same order. */
  Outcome atOnce(P part, Predicate<Rule> isAsked) {
    Outcome all = new Outcome();
    Answer[] known = answers.about(part);
    IntStream.range(0, known.length)
        .parallel()
        .filter(i -> isAsked.test(rules[i]))
        .mapToObj(i -> answer(i, known, part, new Listener()))
        .forEachOrdered(answer -> add(answer, all));
    return all;
  }

  private Answer answer(int rule, Answer[] known, P part, Listener listener) {
    Answer answer = known[rule];
    if (answer == null) {
      answer = ask(rules[rule], part, listener);
      known[rule] = answer;
    }
    return answer;
  }

  private static void add(Answer answer, Outcome all) {
    if (answer != Answer.NOTHING) {
      all.add(answer.found, answer.failures);
    }
  }

  private Answer[] noneYet(P part) {
    return new Answer[rules.length];
  }

  /** What a rule says before it breaks down counts. */
  private Answer ask(R rule, P part, Listener listener) {
    listener.rule = rule;
    List<RuleFailure> failures = List.of();
    try {
      check.apply(rule, part).forEachOrdered(listener);
    } catch (RuntimeException bug) {
      failures = List.of(new RuleFailure(rule.info(), place.apply(part), bug));
    }
    List<Finding> found = listener.take();
    return found.isEmpty() && failures.isEmpty() ? Answer.NOTHING : new Answer(found, failures);
  }

  /** Hears one rule after the other, most of which say nothing. */
  private final class Listener implements Consumer<Finding> {

    private final List<Finding> found = new ArrayList<>();
    private Rule rule;

    @Override
    public void accept(Finding finding) {
      policy.judged(finding, rule).ifPresent(found::add);
    }

    List<Finding> take() {
      if (found.isEmpty()) {
        return List.of();
      }
      List<Finding> taken = List.copyOf(found);
      found.clear();
      return taken;
    }
  }
}
