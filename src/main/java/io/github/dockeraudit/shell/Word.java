package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One word of a command, such as its name or an argument. */
public final class Word extends Span {

  /** How the raw text of a word relates to its value. */
  enum Form {
    /** The raw text is the value, but for expansions. */
    PLAIN,
    /** Quotes or backslashes have to be removed. */
    QUOTED,
    /** Several values in parentheses, which no one string can hold. */
    ARRAY,
    /** Lines in which only backslashes have to be removed. */
    HERE_DOCUMENT,
    /** The raw text is the value, between the quotes of an array of the exec form. */
    ITEM;

    /** The form after a quote has been met in it. */
    Form quoted() {
      return this == PLAIN ? QUOTED : this;
    }
  }

  private final Form form;
  private final List<Expansion> expansions;

  /** The value before the first expansion, computed on first use; a race only computes it twice. */
  private String prefix;

  Word(MappedText text, int start, int end, Form form, List<Expansion> expansions) {
    super(text, start, end);
    this.form = form;
    this.expansions = expansions;
  }

  /** An item of a JSON array, which is just the value. */
  static Word verbatim(MappedText value) {
    return new Word(value, 0, value.length(), Form.ITEM, List.of());
  }

  /**
   * The value, quotes removed; empty when it holds an expansion. Patterns ({@code *.deb}), braces
   * ({@code {a,b}}) and tildes stand in it as they are written.
   */
  public Optional<String> literal() {
    return isLiteral() ? Optional.of(prefix()) : Optional.empty();
  }

  /** The part of the value before the first expansion, quotes removed; all of a literal. */
  public String prefix() {
    String known = prefix;
    if (known == null) {
      known = form == Form.ARRAY ? "" : isVerbatim() ? raw() : Quoting.prefix(this);
      prefix = known;
    }
    return known;
  }

  /** Whether this is a literal of just this value. */
  public boolean is(String value) {
    return isLiteral() && prefix().equals(value);
  }

  /** Whether any of it is quoted, by quotes or by a backslash; false for an array. */
  public boolean isQuoted() {
    return form == Form.QUOTED;
  }

  /**
   * All expansions in text order; empty for a literal. Those inside <code>${...}</code> and
   * arithmetic are included, those inside commands belong to the words of the commands.
   */
  public List<Expansion> expansions() {
    return expansions;
  }

  /** Whether it holds no expansion but of parameters of which this is true. */
  public boolean expandsOnly(Predicate<String> isKnown) {
    return expansions.stream()
        .allMatch(
            expansion ->
                expansion.kind() == Expansion.Kind.PARAMETER && isKnown.test(expansion.name()));
  }

  /** The rest of this word, which begins outside of quotes. */
  Word from(int offset) {
    int inside = 0;
    while (inside < expansions.size() && expansions.get(inside).start < offset) {
      inside++;
    }
    return new Word(text, offset, end, form, expansions.subList(inside, expansions.size()));
  }

  Form form() {
    return form;
  }

  /** Whether it is an item of a JSON array, so that no shell reads what is written there. */
  public boolean isItem() {
    return form == Form.ITEM;
  }

  /** An edit that gives the command further words right after this one. */
  public TextEdit followedBy(String... words) {
    return range()
        .insertAfter(
            isItem() ? "\", \"" + String.join("\", \"", words) : " " + String.join(" ", words));
  }

  /** Whether the value is the very text. */
  boolean isVerbatim() {
    return (form == Form.PLAIN || form == Form.ITEM) && expansions.isEmpty();
  }

  /** Whether there is nothing but one expansion in it, quoted or not. */
  boolean isOneExpansion() {
    if (expansions.isEmpty()) {
      return false;
    }
    int length = end - start;
    int inside = expansions.get(0).end - expansions.get(0).start;
    return inside == length || inside == length - 2 && text.text().charAt(start) == '"';
  }

  private boolean isLiteral() {
    return form != Form.ARRAY && expansions.isEmpty();
  }
}
