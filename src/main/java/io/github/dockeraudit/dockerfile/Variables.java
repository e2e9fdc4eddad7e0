package io.github.dockeraudit.dockerfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Variables by name, immutable; a copy with one more shares all but a few nodes with the original,
 * so that a state after each of many instructions costs little.
 */
final class Variables {

  static final Variables NONE = new Variables(null);

  /** A binary tree in which bit n of the hash of a name says where it stands below level n. */
  private record Node(long hash, String name, Value value, Node zero, Node one) {}

  private final Node root;

  private Variables(Node root) {
    this.root = root;
  }

  /** The value given to a variable; null if none has been given. */
  Value get(String name) {
    long hash = hash(name);
    int level = 0;
    for (Node node = root; node != null; node = bit(hash, level++) ? node.one : node.zero) {
      if (node.hash == hash && node.name.equals(name)) {
        return node.value;
      }
    }
    return null;
  }

  /** The names of all that have a value, and of those that are declared without one. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Node node = root; node != null; node = open.poll()) {
      names.add(node.name);
      Stream.of(node.zero, node.one).filter(Objects::nonNull).forEachOrdered(open::push);
    }
    return names;
  }

  Variables with(String name, Value value) {
    return new Variables(with(root, hash(name), name, value, 0));
  }

  private static Node with(Node node, long hash, String name, Value value, int level) {
    if (node == null) {
      return new Node(hash, name, value, null, null);
    }
    if (node.hash == hash) {
      return new Node(hash, name, value, node.zero, node.one);
    }
    return bit(hash, level)
        ? new Node(
            node.hash,
            node.name,
            node.value,
            node.zero,
            with(node.one, hash, name, value, level + 1))
        : new Node(
            node.hash,
            node.name,
            node.value,
            with(node.zero, hash, name, value, level + 1),
            node.one);
  }

  private static boolean bit(long hash, int level) {
    return (hash >>> level & 1) != 0;
  }

  /** FNV-1a with 64 bits, so that two names of one file do not share a hash. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 32;
  }
}
