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

  /** The answer for one part of the model, the same for all threads. */
  public A about(P part) {
    Memory memory = part.memory();
    Object known = memory.answer(this);
    if (known == null) {
      known = memory.keep(this, requireNonNull(answer.apply(part)));
    }
    @SuppressWarnings("unchecked") // only this fact keeps answers under itself
    A kept = (A) known;
    return kept;
  }
}
