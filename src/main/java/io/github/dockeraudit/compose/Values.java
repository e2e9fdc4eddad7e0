package io.github.dockeraudit.compose;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads sizes, durations, numbers and booleans as compose does. */
final class Values {

  private Values() {}

  /** {@code true}, {@code yes}, {@code on} or {@code y} in any case, and {@code 1}. */
  static boolean isTrue(String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "true":
      case "yes":
      case "on":
      case "y":
      case "1":
        return true;
      default:
        return false;
    }
  }

  static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  static OptionalLong bytes(String text) {
    return OptionalLong.empty();
  }

  static Optional<Duration> duration(String text) {
    return Optional.empty();
  }
}
