package io.github.dockeraudit.compose;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads sizes, durations, numbers and booleans as compose does. */
final class Values {

  private static final String SIZE_UNITS = "kmgtp";
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double LONGEST_DURATION = Long.MAX_VALUE;

  private Values() {}

  /** {@code true}, {@code yes}, {@code on} or {@code y}, in any case. */
  static boolean isTrue(String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "true":
      case "yes":
      case "on":
      case "y":
        return true;
      default:
        return false;
    }
  }

  static boolean isBoolean(String text) {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "false":
      case "no":
      case "off":
      case "n":
        return true;
      default:
        return isTrue(text);
    }
  }

  static boolean isWhole(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return start < text.length() && digitsEnd(text, start) == text.length();
  }

  static boolean isNumber(String text) {
    return number(text).isPresent();
  }

  static OptionalDouble number(String text) {
    if (text.isEmpty() || !isNumberPart(text.charAt(text.length() - 1)) || text.charAt(0) <= ' ') {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** Java would also take {@code 1d}, {@code 1f} and blanks. */
  private static boolean isNumberPart(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  static boolean isSize(String text) {
    return bytes(text).isPresent();
  }

  /** A number, which may have a fraction, then {@code b}, {@code k}, {@code kb}, {@code kib} ... */
  static OptionalLong bytes(String text) {
    int last = text.length() - 1;
    while (last >= 0 && !isNumberPart(text.charAt(last)) && text.charAt(last) != ' ') {
      last--;
    }
    if (last < 0) {
      return OptionalLong.empty();
    }
    String digits = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
    OptionalDouble number = number(digits);
    double factor = sizeFactor(text.substring(last + 1).toLowerCase(Locale.ROOT));
    if (number.isEmpty() || number.getAsDouble() < 0 || factor < 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) (number.getAsDouble() * factor));
  }

  /** What the number before a unit is multiplied by; -1 if it is no unit. */
  private static double sizeFactor(String unit) {
    if (unit.isEmpty() || unit.equals("b")) {
      return 1;
    }
    int power = SIZE_UNITS.indexOf(unit.charAt(0)) + 1;
    String rest = unit.substring(1);
    boolean known = power > 0 && (rest.isEmpty() || rest.equals("b") || rest.equals("ib"));
    return known ? Math.pow(1024, power) : -1;
  }

  static boolean isDuration(String text) {
    return duration(text).isPresent();
  }

  /** Numbers with units from hours to nanoseconds, like {@code 1h30m} or {@code 1.5s}. */
  static Optional<Duration> duration(String text) {
    boolean negative = text.startsWith("-");
    int i = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(i).equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (i == text.length()) {
      return Optional.empty();
    }
    double nanos = 0;
    while (i < text.length()) {
      int numberEnd = i;
      while (numberEnd < text.length() && isNumberPart(text.charAt(numberEnd))) {
        numberEnd++;
      }
      int unitEnd = numberEnd;
      while (unitEnd < text.length() && !isNumberPart(text.charAt(unitEnd))) {
        unitEnd++;
      }
      OptionalDouble number = number(text.substring(i, numberEnd));
      double unit = secondsIn(text.substring(numberEnd, unitEnd));
      if (number.isEmpty() || unit < 0) {
        return Optional.empty();
      }
      nanos += number.getAsDouble() * unit * NANOS_PER_SECOND;
      i = unitEnd;
    }
    if (nanos > LONGEST_DURATION) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Math.round(negative ? -nanos : nanos)));
  }

  /** The seconds of one unit; -1 if it is no unit. */
  private static double secondsIn(String unit) {
    switch (unit) {
      case "h":
        return 3600;
      case "m":
        return 60;
      case "s":
        return 1;
      case "ms":
        return 1e-3;
      case "us":
      case "\u00B5s":
      case "\u03BCs":
        return 1e-6;
      case "ns":
        return 1e-9;
      default:
        return -1;
    }
  }

  /** Whether a part of the text could name a container; compose asks for no more. */
  static boolean holdsContainerName(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isAlphanumeric(text.charAt(i)) && isNamePart(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  static boolean isPullPolicy(String text) {
    for (String policy :
        new String[] {
          "always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"
        }) {
      if (text.contains(policy)) {
        return true;
      }
    }
    int every = text.indexOf("every_");
    int unit = every < 0 ? 0 : digitsEnd(text, every + 6);
    return every >= 0
        && unit > every + 6
        && unit < text.length()
        && "wdhms".indexOf(text.charAt(unit)) >= 0;
  }

  /** Whether the text may name a service, volume, secret or config. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNamePart(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isNamePart(char c) {
    return isAlphanumeric(c) || c == '_' || c == '.' || c == '-';
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
