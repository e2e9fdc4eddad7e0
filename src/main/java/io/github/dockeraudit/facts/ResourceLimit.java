package io.github.dockeraudit.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The most that a container is to have.
 *
 * @param memory the memory as compose reads it: {@code 512M}
 * @param cpus the number of processors: {@code 0.5}
 */
public record ResourceLimit(String memory, String cpus) {

  private static final Pattern MEMORY = Pattern.compile("\\d{1,9}[bkmgBKMG]");
  private static final Pattern CPUS = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");

  /**
   * @throws IllegalArgumentException if one of them is not of its form
   */
  public ResourceLimit {
    if (!MEMORY.matcher(memory).matches()) {
      throw new IllegalArgumentException("'%s' is no memory like 512M".formatted(memory));
    }
    if (!CPUS.matcher(cpus).matches()) {
      throw new IllegalArgumentException("'%s' is no number like 0.5".formatted(cpus));
    }
  }

  /**
   * Reads {@code 512M/0.5}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  static ResourceLimit parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'%s' is no limit like 512M/0.5".formatted(text));
    }
    return new ResourceLimit(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * Reads limits by name from texts such as {@code api=768M/0.5}.
   *
   * @throws IllegalArgumentException if one is not of that form
   */
  public static Map<String, ResourceLimit> byName(List<String> texts) {
    Map<String, ResourceLimit> limits = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'%s' is no limit like api=768M/0.5".formatted(text));
      }
      limits.put(text.substring(0, equals).strip(), parse(text.substring(equals + 1).strip()));
    }
    return limits;
  }

  /** The memory in bytes. */
  long bytes() {
    return bytes(memory);
  }

  /** This limit with at least so much memory, rounded up to a multiple of 128 MB. */
  ResourceLimit atLeast(long bytes) {
    if (bytes <= bytes()) {
      return this;
    }
    long portions = (bytes + (128L << 20) - 1) >> 27;
    return new ResourceLimit(portions % 8 == 0 ? portions / 8 + "G" : portions * 128 + "M", cpus);
  }

  /** The bytes that a number with a unit stands for. */
  static long bytes(String memory) {
    int shift = 10 * "bkmg".indexOf(Character.toLowerCase(memory.charAt(memory.length() - 1)));
    return Long.parseLong(memory.substring(0, memory.length() - 1)) << shift;
  }
}
