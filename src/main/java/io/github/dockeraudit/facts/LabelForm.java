package io.github.dockeraudit.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the value of a label must be for those who read it. */
public enum LabelForm {
  /** Any text that is not blank. */
  TEXT("a text", value -> !value.isBlank()),
  /** An absolute URL. */
  URL("a URL", matches("[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#][^\\s]*")),
  /** A date with a time, as RFC 3339 has it. */
  RFC3339(
      "a time as in RFC 3339",
      matches(
          "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])[Tt ](?:[01]\\d|2[0-3]):[0-5]\\d:"
              + "(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)")),
  /** An SPDX licence expression. */
  SPDX("an SPDX expression", SpdxExpression::is),
  /** The hash of a git commit, whole or shortened. */
  HASH("the hash of a commit", matches("[0-9a-fA-F]{7,40}|[0-9a-fA-F]{64}")),
  /** A semantic version. */
  SEMVER(
      "a semantic version",
      matches(
          "(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)"
              + "(?:-(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)"
              + "(?:\\.(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*)?"
              + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?")),
  /** An e-mail address. */
  EMAIL("an e-mail address", matches("[^\\s@<>\"]+@[^\\s@<>\".]+(?:\\.[^\\s@<>\".]+)*"));

  private final String description;
  private final Predicate<String> form;

  LabelForm(String description, Predicate<String> form) {
    this.description = description;
    this.form = form;
  }

  private static Predicate<String> matches(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  /** The form that goes by a name, whatever its case: {@code rfc3339}. */
  public static Optional<LabelForm> named(String name) {
    return Arrays.stream(values()).filter(form -> form.label().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The labels of an option with their forms, each as {@code name:form}; the last word on a label
   * holds, and what is blank says nothing.
   *
   * @throws IllegalArgumentException if one is not written so
   */
  public static Map<String, LabelForm> byName(String option, List<String> entries) {
    Map<String, LabelForm> forms = new TreeMap<>();
    for (String entry : entries) {
      int colon = entry.lastIndexOf(':');
      String name = entry.substring(0, Math.max(0, colon)).strip();
      if (!entry.isBlank()) {
        forms.put(
            name,
            named(entry.substring(colon + 1).strip())
                .filter(known -> !name.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(refusal(option, entry.strip()))));
      }
    }
    return forms;
  }

  private static String refusal(String option, String entry) {
    return "option %s takes name:form, where a form is one of %s, not '%s'"
        .formatted(
            option,
            Arrays.stream(values()).map(LabelForm::label).collect(Collectors.joining(", ")),
            entry);
  }

  /** The name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a value has to be, with its article, for a message. */
  public String description() {
    return description;
  }

  /** Whether a value is of this form. */
  public boolean accepts(String value) {
    return form.test(value);
  }
}
