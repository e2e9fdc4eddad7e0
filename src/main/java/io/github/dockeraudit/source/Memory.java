package io.github.dockeraudit.source;

/**
 * The answers that one part of the model keeps; {@link Fact} asks for them.
 *
 * <p>Several threads may ask without a lock: entries are immutable and hold all that were before
 * them. Of several answers to the same question the first is kept and given to all, so that whoever
 * compares parts of them by identity finds the same ones.
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

  /** Keeps an answer, unless there is one by now; gives the one that is kept. */
  synchronized Object keep(Fact<?, ?> fact, Object answer) {
    Object known = answer(fact);
    if (known == null) {
      last = new Entry(fact, answer, last);
      return answer;
    }
    return known;
  }
}
