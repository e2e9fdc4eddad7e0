package io.github.dockeraudit.facts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells SPDX licence expressions from other texts: {@code Apache-2.0 OR (GPL-2.0-only WITH
 * Classpath-exception-2.0)}.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/">SPDX
 *     licence expressions</a>
 */
final class SpdxExpression {

  private static final Table IDS = Table.read("spdx.tsv");
  private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.:+-]+)");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+");

  /** Expressions are short; who writes a longer one may be believed. */
  private static final int MOST_CHARACTERS = 1_000;

  private final List<String> tokens;
  private int next;

  private SpdxExpression(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Whether a text is such an expression of licences that the list has. */
  static boolean is(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return true;
    }
    Matcher matcher = TOKEN.matcher(text.strip());
    List<String> tokens = matcher.results().map(token -> token.group(1)).toList();
    boolean isComplete = matcher.replaceAll("").isEmpty();
    SpdxExpression expression = new SpdxExpression(tokens);
    return isComplete && expression.isCompound() && expression.next == tokens.size();
  }

  private boolean isCompound() {
    do {
      if (!isSimple()) {
        return false;
      }
    } while (takes("AND") || takes("OR"));
    return true;
  }

  private boolean isSimple() {
    if (takes("(")) {
      return isCompound() && takes(")");
    }
    if (next == tokens.size() || !isLicense(tokens.get(next++))) {
      return false;
    }
    return !takes("WITH") || next < tokens.size() && isOfKind("exception", tokens.get(next++));
  }

  private boolean takes(String token) {
    boolean isNext = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
    next += isNext ? 1 : 0;
    return isNext;
  }

  /** A plus stands for later versions too, and some old identifiers end in one. */
  private static boolean isLicense(String token) {
    return isOfKind("license", token)
        || token.endsWith("+") && isOfKind("license", token.substring(0, token.length() - 1))
        || REFERENCE.matcher(token).matches()
        || token.equals("NONE")
        || token.equals("NOASSERTION");
  }

  private static boolean isOfKind(String kind, String id) {
    return IDS.rows(id.toLowerCase(Locale.ROOT)).stream().anyMatch(row -> row.cell(1).equals(kind));
  }
}
