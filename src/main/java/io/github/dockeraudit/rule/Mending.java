package io.github.dockeraudit.rule;

import io.github.dockeraudit.facts.Remedy;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done about a finding, worked out when it is first asked for. */
final class Mending {

  /** Nothing, and nothing to be said. */
  static final Mending NONE = new Mending(new Outcome(Optional.empty(), Optional.empty()));

  private record Outcome(Optional<Fix> fix, Optional<String> obstacle) {

    static Outcome of(Remedy remedy) {
      return remedy.obstacle().isPresent()
          ? new Outcome(Optional.empty(), remedy.obstacle())
          : new Outcome(
              Optional.of(new Fix(remedy.title(), applicability(remedy.effect()), remedy.edits())),
              Optional.empty());
    }

    private static Applicability applicability(Remedy.Effect effect) {
      return switch (effect) {
        case NOTHING -> Applicability.SAFE;
        case INTENDED -> Applicability.INTENDED;
        case RISKY -> Applicability.RISKY;
      };
    }
  }

  private final Supplier<Remedy> question;

  /** A race only works it out twice. */
  private Outcome answer;

  private Mending(Outcome answer) {
    this.question = null;
    this.answer = answer;
  }

  private Mending(Supplier<Remedy> question) {
    this.question = question;
  }

  static Mending by(Fix fix) {
    return new Mending(new Outcome(Optional.of(fix), Optional.empty()));
  }

  static Mending none(String obstacle) {
    return new Mending(new Outcome(Optional.empty(), Optional.of(obstacle)));
  }

  static Mending when(Supplier<Remedy> asked) {
    return new Mending(asked);
  }

  Optional<Fix> fix() {
    return answer().fix();
  }

  Optional<String> obstacle() {
    return answer().obstacle();
  }

  private Outcome answer() {
    Outcome known = answer;
    if (known == null) {
      known = Outcome.of(question.get());
      answer = known;
    }
    return known;
  }
}
