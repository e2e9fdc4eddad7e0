package io.github.dockeraudit.source;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * A question about a part of the model that several rules ask. Its answer is worked out on first
 * use and kept with that part as long as that lives, which need not know who asks what.
 *
 * <p>A fact is a constant of the class that knows how to answer it. It is worked out of nothing but
 * the part itself, and immutable.
 *
 * @param <P> what it is about
 * @param <A> the answer
 */
public final class Fact<P extends Remembering, A> {

  private final Function<? super P, ? extends A> answer;

  private Fact(Function<? super P, ? extends A> answer) {
    this.answer = answer;
  }

  /** A fact by how it is worked out, which never comes to null. */
  public static <P extends Remembering, A> Fact<P, A> of(Function<? super P, ? extends A> answer) {
    return new Fact<>(answer);
  }

  /**
   * The answer for one part of the model; several threads may each get an equal one of their own.
   */
  public A about(P part) {
    Memory memory = part.memory();
    @SuppressWarnings("unchecked") // only this fact keeps answers under itself
    A known = (A) memory.answer(this);
    if (known == null) {
      known = requireNonNull(answer.apply(part));
      memory.keep(this, known);
    }
    return known;
  }
}
