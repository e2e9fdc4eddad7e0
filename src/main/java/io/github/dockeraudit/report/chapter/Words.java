package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.document.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Small words that chapters share. */
final class Words {

  private Words() {}

  /** {@code 1 service}, {@code 2 services}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Names of files one after the other. */
  static Text codes(List<String> names) {
    return names.stream().map(Text::ofCode).collect(Text.joining());
  }

  /** Names of files, of many the first; the rest is counted. */
  static Text codes(List<?> names, int most) {
    Stream<Text> more =
        names.size() <= most ? Stream.empty() : Stream.of(Text.of(names.size() - most + " more"));
    return Stream.concat(names.stream().limit(most).map(name -> Text.ofCode(name.toString())), more)
        .collect(Text.joining());
  }

  /** A text, or a dash where there is none. */
  static Text orDash(Text text) {
    return text.isEmpty() ? Text.of("-") : text;
  }

  /** Points of a mark: {@code 3.4}. */
  static String points(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  /** Megabytes (10^6 bytes). */
  static String megabytes(double megabytes) {
    return Math.round(megabytes) + " MB";
  }
}
