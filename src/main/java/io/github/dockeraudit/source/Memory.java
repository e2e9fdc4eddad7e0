package io.github.dockeraudit.source;

/**
 * The answers that one part of the model keeps; {@link Fact} asks for them.
 *
 * <p>Several threads may use it without a lock: entries are immutable and hold all that were before
 * them, so that a race can lose an answer, which is then worked out again, but never show half of
 * one.
 */
public final class Memory {

  private record Entry(Fact<?, ?> fact, Object answer, Entry before) {}

  private Entry last;

  /** The answer; null if it is not kept. */
  Object answer(Fact<?, ?> fact) {
    for (Entry entry = last; entry != null; entry = entry.before) {
      if (entry.fact == fact) {
        return entry.answer;
      }
    }
    return null;
  }

  void keep(Fact<?, ?> fact, Object answer) {
    last = new Entry(fact, answer, last);
  }
}
