package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Parts the value of a {@code --mount} flag into its fields, as one line of CSV. */
final class MountFields {

  private MountFields() {}

  /** The fields; none if the value is not CSV as Go reads it. */
  static List<Mount.Field> of(Word value) {
    String text = value.text();
    List<Mount.Field> fields = new ArrayList<>();
    int start = 0;
    while (!text.isEmpty()) {
      boolean quoted = text.startsWith("\"", start);
      int end = quoted ? closingQuote(text, start + 1) : comma(text, start);
      int after = quoted ? end + 1 : end;
      if (end < 0 || after < text.length() && text.charAt(after) != ',') {
        return List.of();
      }
      fields.add(new Mount.Field(value.part(quoted ? start + 1 : start, end)));
      if (after == text.length()) {
        return List.copyOf(fields);
      }
      start = after + 1;
    }
    return List.of();
  }

  /** The end of a field without quotes; -1 if there is a quote in it. */
  private static int comma(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '"') {
      end++;
    }
    return end < text.length() && text.charAt(end) == '"' ? -1 : end;
  }

  /** The quote that closes a field, two of them standing for one inside it; -1 without one. */
  private static int closingQuote(String text, int start) {
    int quote = text.indexOf('"', start);
    while (quote >= 0 && text.startsWith("\"", quote + 1)) {
      quote = text.indexOf('"', quote + 2);
    }
    return quote;
  }
}
