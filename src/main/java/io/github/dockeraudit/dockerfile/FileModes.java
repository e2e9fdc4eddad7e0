package io.github.dockeraudit.dockerfile;

import java.util.regex.Pattern;

/** File modes as {@code --chmod} takes them. */
final class FileModes {

  private static final Pattern OCTAL = Pattern.compile("0*[0-7]{1,4}");
  private static final Pattern CLAUSE = Pattern.compile("[ugoa]*([-+=]([ugo]|[rwxXst]*))+");

  private FileModes() {}

  /** Whether a text is an octal mode up to 7777 or a symbolic one such as {@code u=rwX,go=rX}. */
  static boolean isValid(String text) {
    if (OCTAL.matcher(text).matches()) {
      return true;
    }
    for (String clause : text.split(",", -1)) {
      if (!CLAUSE.matcher(clause).matches()) {
        return false;
      }
    }
    return true;
  }
}
