package io.github.dockeraudit.dockerfile;

import java.util.regex.Pattern;

/** File modes as {@code --chmod} takes them. */
final class FileModes {

  private static final Pattern OCTAL = Pattern.compile("0*[0-7]{1,4}");
  private static final String OPERATORS = "-+=";

  private FileModes() {}

  /** Whether a text is an octal mode up to 7777 or a symbolic one such as {@code u=rwX,go=rX}. */
  static boolean isValid(String text) {
    if (OCTAL.matcher(text).matches()) {
      return true;
    }
    for (String clause : text.split(",", -1)) {
      if (!isClause(clause)) {
        return false;
      }
    }
    return true;
  }

  /** Whom it is for, then one or more operators with permissions, or with whose to copy. */
  private static boolean isClause(String clause) {
    int at = endOf("ugoa", clause, 0);
    int operators = 0;
    while (at < clause.length() && OPERATORS.indexOf(clause.charAt(at)) >= 0) {
      int permissions = endOf("rwxXst", clause, at + 1);
      boolean copies = permissions == at + 1 && endOf("ugo", clause, at + 1) > at + 1;
      at = copies ? at + 2 : permissions;
      operators++;
    }
    return operators > 0 && at == clause.length();
  }

  private static int endOf(String characters, String text, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
