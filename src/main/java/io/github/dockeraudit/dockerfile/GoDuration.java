package io.github.dockeraudit.dockerfile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Durations as Go writes them: {@code 1m30s}, {@code 1.5h}, {@code 500ms}. */
final class GoDuration {

  private record Unit(String symbol, long nanoseconds) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("ns", 1),
          new Unit("us", 1_000),
          new Unit("\u00b5s", 1_000),
          new Unit("\u03bcs", 1_000),
          new Unit("ms", 1_000_000),
          new Unit("s", 1_000_000_000L),
          new Unit("m", 60_000_000_000L),
          new Unit("h", 3_600_000_000_000L));

  private static final int LONGEST = 100;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private GoDuration() {}

  /** The duration; empty if the text is none, or one of more than about 292 years. */
  static Optional<Duration> parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String amount = signed ? text.substring(1) : text;
    if (amount.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (amount.isEmpty() || amount.length() > LONGEST) {
      return Optional.empty();
    }
    return nanoseconds(amount)
        .filter(total -> total.compareTo(MOST) <= 0)
        .map(total -> Duration.ofNanos(total.longValue()))
        .map(duration -> text.startsWith("-") ? duration.negated() : duration);
  }

  private static Optional<BigDecimal> nanoseconds(String text) {
    BigDecimal total = BigDecimal.ZERO;
    int position = 0;
    while (position < text.length()) {
      int start = position;
      while (position < text.length() && "0123456789.".indexOf(text.charAt(position)) >= 0) {
        position++;
      }
      String number = text.substring(start, position);
      Optional<Unit> unit = unit(text, position);
      if (unit.isEmpty() || !isNumber(number)) {
        return Optional.empty();
      }
      BigDecimal part = new BigDecimal('0' + number).multiply(factor(unit.get()));
      total = total.add(part.setScale(0, RoundingMode.DOWN));
      position += unit.get().symbol.length();
    }
    return Optional.of(total);
  }

  private static BigDecimal factor(Unit unit) {
    return BigDecimal.valueOf(unit.nanoseconds);
  }

  private static boolean isNumber(String text) {
    int point = text.indexOf('.');
    return !text.isEmpty() && !text.equals(".") && point == text.lastIndexOf('.');
  }

  /** The unit that stands at {@code start} up to the next number. */
  private static Optional<Unit> unit(String text, int start) {
    int end = start;
    while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String symbol = text.substring(start, end);
    return UNITS.stream().filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }
}
