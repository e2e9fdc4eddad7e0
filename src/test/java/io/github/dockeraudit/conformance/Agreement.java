package io.github.dockeraudit.conformance;

import java.util.Set;
import java.util.TreeSet;

/**
 * How far we and a peer say the same.
 *
 * @param both what both say
 * @param onlyOurs what only we say
 * @param onlyTheirs what only the peer says
 */
record Agreement(Set<String> both, Set<String> onlyOurs, Set<String> onlyTheirs) {

  static Agreement of(Set<String> ours, Set<String> theirs) {
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(theirs);
    return new Agreement(both, without(both, ours), without(both, theirs));
  }

  private static Set<String> without(Set<String> both, Set<String> all) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(both);
    return rest;
  }

  /** How often the peer says it. */
  int hits() {
    return both.size() + onlyTheirs.size();
  }

  /** The share of what the peer says that we say too; 1 if it says nothing. */
  double recall() {
    return share(both.size(), hits());
  }

  /** The share of what we say that the peer says too; 1 if we say nothing. */
  double precision() {
    return share(both.size(), both.size() + onlyOurs.size());
  }

  /** The harmonic mean of both. */
  double f1() {
    return share(2 * both.size(), 2 * both.size() + onlyOurs.size() + onlyTheirs.size());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
