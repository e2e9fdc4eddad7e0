package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.AuditException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A parameter that takes one of a few words. */
final class Choice {

  private Choice() {}

  /**
   * The constant that a user names, whatever the case of letters.
   *
   * @throws AuditException if it is none
   */
  static <E extends Enum<E>> E of(String parameter, String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(() -> notOne(parameter, word, type));
  }

  private static <E extends Enum<E>> AuditException notOne(
      String parameter, String word, Class<E> type) {
    String words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new AuditException("%s is '%s'".formatted(parameter, word), "give one of " + words);
  }
}
