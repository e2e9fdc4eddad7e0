package io.github.dockeraudit.declarative;

import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule says of a place, and what it puts there.
 *
 * @param message what is wrong and what to do; names between braces stand for parts of the match
 * @param remedy how to mend it; empty for by hand
 */
record Wording(String message, Optional<Remedy> remedy) {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

  /** A name with what parts it from the one before. */
  private static final Pattern PART = Pattern.compile("([:@]?)\\{(\\w+)\\}");

  /**
   * How to mend it.
   *
   * @param replacement what takes the place of the words pointed at
   * @param applicability how safe that is
   */
  record Remedy(String replacement, Applicability applicability) {}

  /** The same where its options hold something. */
  Wording with(OwnOptions options) {
    return new Wording(
        options.inMessage(message),
        remedy.map(
            own -> new Remedy(options.inReplacement(own.replacement()), own.applicability())));
  }

  /** The finding at a place. */
  Finding finding(Rule rule, Match match) {
    Finding finding =
        rule.finding(match.where(), format(message), arguments(message, match.names()));
    if (remedy.isEmpty()) {
      return finding;
    }
    if (!match.isLiteral()) {
      return finding.notFixedBecause("a variable stands in its place");
    }
    if (losesDigest(remedy.get().replacement(), match.names())) {
      return finding.notFixedBecause("it would lose its digest; the fix has to say @{digest}");
    }
    String replacement = filled(remedy.get().replacement(), match.names());
    return finding.fixedBy(
        new Fix(
            "Replace it with " + replacement,
            remedy.get().applicability(),
            List.of(match.where().range().replaceWith(replacement))));
  }

  /** Names in a text that nothing stands for. */
  static Optional<String> unknownName(String text, List<String> known) {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      if (!known.contains(name.group(1))) {
        return Optional.of(name.group(1));
      }
    }
    return Optional.empty();
  }

  /** A rule shortens long parts of a message by itself. */
  private static String format(String text) {
    return NAME.matcher(text.replace("%", "%%")).replaceAll("%s");
  }

  private static Object[] arguments(String text, Map<String, String> names) {
    return NAME.matcher(text)
        .results()
        .map(name -> names.getOrDefault(name.group(1), ""))
        .toArray();
  }

  /** Whether a fix keeps the tag of an image and forgets what the image is pinned by. */
  private static boolean losesDigest(String replacement, Map<String, String> names) {
    return !names.getOrDefault("digest", "").isEmpty()
        && replacement.contains("{tag}")
        && !replacement.contains("{digest}");
  }

  /** What parts an image from a tag or digest that it has not goes with that. */
  private static String filled(String text, Map<String, String> names) {
    return PART.matcher(text)
        .replaceAll(
            part -> {
              String value = names.getOrDefault(part.group(2), "");
              return Matcher.quoteReplacement(value.isEmpty() ? "" : part.group(1) + value);
            });
  }
}
