package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets in running text whose form tells what they are, and no name: the token of an HTTP header,
 * the password of a {@code .netrc}, a token in the place of a user's name in a URL.
 */
final class UnnamedSecrets {

  private static final Pattern HEADER =
      Pattern.compile("(?i)authorization:\\s{0,4}(?:[a-z]{3,12}\\s{1,4})?([^\\s\"'`\\\\]+)");

  private static final Pattern NETRC =
      Pattern.compile("\\blogin\\s{1,8}\\S{1,200}\\s{1,8}password\\s{1,8}(\\S+)");

  /** No user has so long a name with a digit in it. */
  private static final Pattern USER =
      Pattern.compile("://((?=[^@/\\s]{0,200}\\d)[\\w.~%+-]{20,200})@");

  private UnnamedSecrets() {}

  /** Where they stand in a file. */
  static List<SourceRange> in(Source source) {
    List<SourceRange> found = new ArrayList<>(0);
    String text = source.text();
    if (text.contains("uthorization:")) {
      add(HEADER, source, found);
    }
    if (text.contains("login ") && text.contains("password ")) {
      add(NETRC, source, found);
    }
    if (text.indexOf('@') >= 0) {
      add(USER, source, found);
    }
    return found;
  }

  private static void add(Pattern pattern, Source source, List<SourceRange> found) {
    Matcher secret = pattern.matcher(source.text());
    while (secret.find()) {
      found.add(source.range(secret.start(1), secret.end(1)));
    }
  }
}
