package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Interpolation.Operator;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one scalar while variables are filled into it. */
final class Template {

  /** Deepest nesting of variables in defaults; people need two or three. */
  private static final int MAX_DEPTH = 20;

  private final Interpolator interpolator;
  private final MappedText raw;
  private final String text;

  Template(Interpolator interpolator, MappedText raw) {
    this.interpolator = interpolator;
    this.raw = raw;
    this.text = raw.text();
  }

  /** Appends the text with its variables filled in, and notes their uses. */
  void fill(MappedText.Builder filled, List<Use> uses) {
    fill(new Part(0, text.length(), 0), new MappedOutput(filled, raw), uses);
  }

  /** The use of a variable, and which part of the filled text it gave. */
  record Use(Interpolation interpolation, int start, int end) {}

  /** A stretch of the text, and in how many arguments it stands. */
  private record Part(int start, int end, int depth) {}

  /** Takes the filled text piece by piece. */
  private interface Output {
    void literal(int start, int end);

    void value(int start, int end, String value);

    /** The number of characters taken so far. */
    int length();
  }

  private record MappedOutput(MappedText.Builder filled, MappedText raw) implements Output {
    @Override
    public void literal(int start, int end) {
      filled.append(raw.substring(start, end));
    }

    @Override
    public void value(int start, int end, String value) {
      SourceRange place = raw.range(start, end);
      filled.replace(place.start(), place.end(), value);
    }

    @Override
    public int length() {
      return filled.length();
    }
  }

  private record PlainOutput(StringBuilder filled, String text) implements Output {
    @Override
    public void literal(int start, int end) {
      filled.append(text, start, end);
    }

    @Override
    public void value(int start, int end, String value) {
      filled.append(value);
    }

    @Override
    public int length() {
      return filled.length();
    }
  }

  private void fill(Part part, Output out, List<Use> uses) {
    Lines lines = new Lines(part.end);
    int copied = part.start;
    int dollar = text.indexOf('$', part.start);
    while (dollar >= 0 && dollar + 1 < part.end) {
      int end = useEnd(dollar, part, lines);
      if (end < 0) {
        dollar = text.indexOf('$', dollar + 1);
        continue;
      }
      out.literal(copied, dollar);
      writeUse(dollar, end, part, out, uses);
      copied = end;
      dollar = text.indexOf('$', end);
    }
    out.literal(copied, part.end);
  }

  /** Where the use of a variable ends that begins with a dollar sign; -1 if it begins none. */
  private int useEnd(int dollar, Part part, Lines lines) {
    char next = text.charAt(dollar + 1);
    if (next == '$') {
      return dollar + 2;
    }
    if (next == '{') {
      return bracedEnd(dollar, part, lines);
    }
    int end = nameEnd(dollar + 1, part.end);
    return end > dollar + 1 ? end : -1;
  }

  private int bracedEnd(int dollar, Part part, Lines lines) {
    int nameEnd = nameEnd(dollar + 2, part.end);
    if (nameEnd > dollar + 2 && nameEnd < part.end) {
      if (text.charAt(nameEnd) == '}') {
        return nameEnd + 1;
      }
      int argument = argumentStart(nameEnd, part.end);
      int last = argument < 0 ? -1 : lines.lastBrace(argument);
      if (last >= argument && argument > 0) {
        return balancedEnd(dollar, last);
      }
    }
    interpolator
        .problems()
        .report(
            raw.range(dollar, dollar + 2),
            "'${' begins no variable; write '$${' to mean it as it is");
    return -1;
  }

  /** Behind the brace that closes the first one; braces inside count, as in compose. */
  private int balancedEnd(int dollar, int last) {
    int open = 0;
    for (int i = dollar; i <= last; i++) {
      char c = text.charAt(i);
      if (c == '}' && --open == 0) {
        return i + 1;
      }
      if (c == '{') {
        open++;
        i++;
      }
    }
    return last + 1;
  }

  /** Where the argument begins behind an operator; -1 if no operator stands there. */
  private int argumentStart(int nameEnd, int end) {
    int sign = text.charAt(nameEnd) == ':' ? nameEnd + 1 : nameEnd;
    return sign < end && "-+?".indexOf(text.charAt(sign)) >= 0 ? sign + 1 : -1;
  }

  private void writeUse(int start, int end, Part part, Output out, List<Use> uses) {
    if (text.charAt(start + 1) == '$') {
      out.value(start, end, "$");
      return;
    }
    int before = out.length();
    List<Use> nested = new ArrayList<>();
    Filled filled = valueOf(start, end, part, nested);
    out.value(start, end, interpolator.withinLimit(filled.value, filled.interpolation));
    uses.add(new Use(filled.interpolation, before, out.length()));
  }

  /** The use of a variable with what comes of it. */
  private record Filled(Interpolation interpolation, String value) {}

  private Filled valueOf(int start, int end, Part part, List<Use> nested) {
    boolean braced = text.charAt(start + 1) == '{';
    int nameStart = start + (braced ? 2 : 1);
    int nameEnd = nameEnd(nameStart, end);
    String name = text.substring(nameStart, nameEnd);
    Optional<String> value = interpolator.valueOf(name);
    SourceRange use = raw.range(start, end);
    if (!braced || text.charAt(nameEnd) == '}') {
      SourceRange none = raw.range(nameEnd, nameEnd);
      return new Filled(
          new Interpolation(use, name, Operator.NONE, "", none, value, List.of()),
          value.orElse(""));
    }
    int argumentStart = argumentStart(nameEnd, end);
    Operator operator = operatorOf(text.substring(nameEnd, argumentStart));
    Part argument = new Part(argumentStart, end - 1, part.depth + 1);
    boolean given = value.isPresent() && !(operator.countsEmptyAsUnset() && value.get().isEmpty());
    boolean replaced = given == operator.replacesGiven();
    String filled = replaced ? argument(argument, use, nested) : value.orElse("");
    if (replaced && operator.requires()) {
      reportMissing(use, name, text.substring(argument.start, argument.end));
      filled = "";
    }
    Interpolation interpolation =
        new Interpolation(
            use,
            name,
            operator,
            text.substring(argument.start, argument.end),
            raw.range(argument.start, argument.end),
            value,
            nested.stream().map(Use::interpolation).toList());
    return new Filled(interpolation, filled);
  }

  private void reportMissing(SourceRange use, String name, String reason) {
    String because = reason.isBlank() ? "" : " (" + reason.strip() + ")";
    interpolator
        .problems()
        .report(
            use,
            "Variable %s must be set%s; set it in .env".formatted(name, because),
            List.of(name));
  }

  private String argument(Part argument, SourceRange use, List<Use> nested) {
    if (argument.depth > MAX_DEPTH) {
      interpolator
          .problems()
          .report(use, "Variables nest deeper than %s levels; flatten".formatted(MAX_DEPTH));
      return "";
    }
    StringBuilder filled = new StringBuilder();
    fill(argument, new PlainOutput(filled, text), nested);
    return filled.toString();
  }

  private static Operator operatorOf(String sign) {
    for (Operator operator : Operator.values()) {
      if (operator.sign().equals(sign)) {
        return operator;
      }
    }
    throw new IllegalArgumentException(sign);
  }

  private int nameEnd(int start, int end) {
    int i = start;
    while (i < end && isNamePart(text.charAt(i), i > start)) {
      i++;
    }
    return i;
  }

  private static boolean isNamePart(char c, boolean inside) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || inside && c >= '0' && c <= '9';
  }

  /** Remembers where the line ends that is being read, so that many variables cost no more. */
  private final class Lines {

    private final int end;
    private int lineEnd = -1;
    private int lastBrace;

    Lines(int end) {
      this.end = end;
    }

    /**
     * The last closing brace of the line that {@code offset} is in; less than it if there is none.
     */
    int lastBrace(int offset) {
      if (offset >= lineEnd) {
        int newline = text.indexOf('\n', offset);
        lineEnd = newline < 0 || newline > end ? end : newline;
        lastBrace = lineEnd - 1;
        while (lastBrace >= offset && text.charAt(lastBrace) != '}') {
          lastBrace--;
        }
      }
      return lastBrace;
    }
  }
}
