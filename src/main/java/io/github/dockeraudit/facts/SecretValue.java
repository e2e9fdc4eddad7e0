package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Word;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a value is that stands where a secret is meant to be. Looks at the text alone; neither this
 * nor any message repeats it.
 *
 * @see Secrets
 */
public enum SecretValue {
  /**
   * Nothing to hide: empty, a switch such as {@code true}, a URL without a password, a public key.
   */
  NOT_SECRET,
  /** Taken from elsewhere: a variable, a command, a template, a file. */
  REFERENCE,
  /** A secret that anybody would try first, or words in its place: {@code change_me}. */
  GUESSABLE,
  /** A secret, written down. */
  LITERAL;

  /** What is shorter is found by trying. */
  private static final int SHORTEST_SECRET = 6;

  /** A word of no more letters is in the lists of those who try. */
  private static final int LONGEST_PLAIN_WORD = 12;

  /** What is longer is no words in the place of a secret; also bounds the work. */
  private static final int LONGEST_PHRASE = 64;

  private static final int VAPID_KEY_LENGTH = 87;

  /** What the names of files with keys end with. */
  private static final Set<String> KEY_FILES =
      Set.of(
          """
          asc cfg conf crt der env gpg htpasswd ini jks json key p12 pem pfx properties toml txt
          xml yaml yml
          """
              .strip()
              .split("\\s+"));

  private static final Pattern MASK =
      Pattern.compile(
          "(?i)(?:[a-z]{2,8}[-_])?x{3,}(?:[-_]?x+)*[-_]*|[*._#?-]+|dummy|fake|mock|placeholder");

  private static final String PASSWORD_PARAMETER = "password=";

  private static final Set<String> SWITCHES =
      Set.of(
          """
          0 1 always basic default disabled enabled false native never nil no none null
          off on optional required true undefined yes
          """
              .replace('\n', ' ')
              .split(" "));

  /** Words of which guessable passwords and placeholders are made. */
  private static final Set<String> WORDS =
      Set.of(
          """
          abc abcd abcdef access account add admin administrator airflow any api app
          application asdf at auth bar base baz be bit change changed changeit
          changeme characters chars client data database db default demo dev
          development django docker dummy elastic encryption enter example fake
          fixme foo foobar for from generate gitea grafana guest hello here host in
          insecure insert is it jenkins jhipster jwt key keycloak laravel least
          letmein local localhost long mail maria mariadb master me minio minioadmin
          mongo mongodb must my mysql neo no not oracle owner pass passwd password
          placeholder please postgres postgresql private prod production public put
          pw qwerty rabbitmq random redis replace root sa safe sample secret secrets
          secure sentry server service session set should some something sonar
          sonarqube spring staging string strong super symfony system temp temporary
          test testing text the this to todo token top unsafe use user username
          value very weak web welcome wiki with wordpress world xxx your
          """
              .replace('\n', ' ')
              .split(" "));

  private static final int LONGEST_WORD =
      WORDS.stream().mapToInt(String::length).max().orElseThrow();

  /** What a value is. */
  public static SecretValue of(String value) {
    String text = unquoted(value.strip());
    return isUrl(text)
        ? passwordInUrl(text).map(SecretValue::ofText).orElse(NOT_SECRET)
        : ofText(text);
  }

  /** Quotes inside of a default are kept by compose, and add nothing to a secret. */
  private static String unquoted(String text) {
    return isQuoted(text, "'") || isQuoted(text, "\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static boolean isQuoted(String text, String quote) {
    return text.length() > 1 && text.startsWith(quote) && text.endsWith(quote);
  }

  private static SecretValue ofText(String text) {
    if (text.isEmpty()
        || SWITCHES.contains(text.toLowerCase(Locale.ROOT))
        || isPublicKey(text)
        || isMask(text)) {
      return NOT_SECRET;
    }
    if (isReference(text)) {
      return REFERENCE;
    }
    return isGuessable(text) ? GUESSABLE : LITERAL;
  }

  /** What a value in a Dockerfile is as long as nobody sets the variable that it may be. */
  public static SecretValue of(Word value) {
    String text = value.literal().orElseGet(value::text);
    return of(fallback(text).orElse(text));
  }

  /** Whether the secret itself stands there for everybody to read. */
  public boolean isWritten() {
    return this == GUESSABLE || this == LITERAL;
  }

  /** What a value is, given the name of the user that it is for: the same again is guessable. */
  public static SecretValue of(String value, String user) {
    SecretValue kind = of(value);
    return kind == LITERAL && value.strip().equalsIgnoreCase(user.strip()) ? GUESSABLE : kind;
  }

  /**
   * The value in <code>${NAME:-value}</code> or <code>${NAME-value}</code>, if the whole text is
   * that: what holds as long as nobody sets the variable.
   */
  public static Optional<String> fallback(String text) {
    if (!text.startsWith("${") || closingBrace(text) != text.length() - 1) {
      return Optional.empty();
    }
    int dash = 2;
    while (isNameCharacter(text.charAt(dash))) {
      dash++;
    }
    dash += text.charAt(dash) == ':' ? 1 : 0;
    return text.charAt(dash) == '-'
        ? Optional.of(text.substring(dash + 1, text.length() - 1))
        : Optional.empty();
  }

  /**
   * The password in {@code scheme://user:password@host} or behind {@code password=} in the query;
   * empty if there is none.
   */
  public static Optional<String> passwordInUrl(String text) {
    if (!isUrl(text)) {
      return Optional.empty();
    }
    int authority = text.indexOf("://") + 3;
    int colon = text.indexOf(':', authority);
    int authorityEnd = endOfAuthority(text, authority);
    int at = text.lastIndexOf('@', authorityEnd);
    return colon > 0 && colon < at && !isPort(text.substring(at + 1, authorityEnd))
        ? Optional.of(text.substring(colon + 1, at))
        : passwordInQuery(text);
  }

  /** {@code reverse:https://example.com:443@8443} says what to listen on. */
  private static boolean isPort(String host) {
    return !host.isEmpty() && host.chars().allMatch(Character::isDigit);
  }

  private static Optional<String> passwordInQuery(String text) {
    int start = text.indexOf('?');
    while (start >= 0) {
      int end = indexOfAny(text, "&;", start + 1);
      if (text.startsWith(PASSWORD_PARAMETER, start + 1)) {
        return Optional.of(text.substring(start + 1 + PASSWORD_PARAMETER.length(), end));
      }
      start = end < text.length() ? end : -1;
    }
    return Optional.empty();
  }

  /** Where the first of some characters stands; the length of the text if none does. */
  private static int indexOfAny(String text, String characters, int from) {
    int index = from;
    while (index < text.length() && characters.indexOf(text.charAt(index)) < 0) {
      index++;
    }
    return index;
  }

  private static int endOfAuthority(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 ? text.length() : slash;
  }

  /** Where the brace closes that the text opens second; -1 if it does not. */
  private static int closingBrace(String text) {
    int depth = 0;
    for (int i = 1; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isUrl(String text) {
    int colon = text.indexOf("://");
    return colon > 0 && text.chars().limit(colon).allMatch(SecretValue::isSchemeCharacter);
  }

  private static boolean isSchemeCharacter(int c) {
    return Character.isLetterOrDigit(c) || "+.-:".indexOf(c) >= 0;
  }

  /**
   * Nothing but signs and the letter x, as in {@code ******}, {@code xoxb-xxxx} and {@code
   * XXXXXXXX}: what shows that a secret belongs there.
   */
  private static boolean isMask(String text) {
    return MASK.matcher(text).matches();
  }

  private static boolean isPublicKey(String text) {
    return text.startsWith("ssh-")
        || text.startsWith("ecdsa-")
        || text.startsWith("-----BEGIN PUBLIC KEY")
        || text.startsWith("-----BEGIN CERTIFICATE")
        || isVapidKey(text);
  }

  /**
   * A public key of web push: the 65 bytes of an uncompressed point, of which the first is a 4.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8292#section-3.2">RFC 8292</a>
   */
  private static boolean isVapidKey(String text) {
    return text.length() == VAPID_KEY_LENGTH
        && text.charAt(0) == 'B'
        && text.charAt(1) <= 'P'
        && text.chars().allMatch(c -> isNameCharacter((char) c) || c == '-');
  }

  private static boolean isReference(String text) {
    return holdsExpansion(text) || isTemplate(text) || isPath(text);
  }

  /** A dollar sign before a name, brace or parenthesis; {@code $$} is a dollar sign in compose. */
  private static boolean holdsExpansion(String text) {
    for (int i = text.indexOf('$'); i >= 0 && i + 1 < text.length(); i = text.indexOf('$', i + 1)) {
      char next = text.charAt(i + 1);
      if (next == '$') {
        i++;
      } else if (next == '{' || next == '(' || next == '_' || Character.isLetter(next)) {
        return true;
      }
    }
    return text.length() > 2 && text.startsWith("`") && text.endsWith("`");
  }

  private static boolean isTemplate(String text) {
    return text.contains("{{")
        || text.contains("<%")
        || isBetween(text, "%", "%")
        || isBetween(text, "@", "@")
        || isBetween(text, "__", "__")
        || isBetween(text, "ENC(", ")")
        || isBetween(text, "#{", "}#")
        || text.startsWith("vault:")
        || text.startsWith("arn:");
  }

  private static boolean isBetween(String text, String start, String end) {
    return text.length() > start.length() + end.length()
        && text.startsWith(start)
        && text.endsWith(end);
  }

  private static boolean isPath(String text) {
    boolean starts =
        text.startsWith("/")
            || text.startsWith("./")
            || text.startsWith("../")
            || text.startsWith("~/")
            || text.length() > 2 && text.startsWith(":\\", 1);
    return starts && text.chars().noneMatch(c -> c == '+' || c == '=') || isRelativePath(text);
  }

  /** Folders in lower case with a name at the end, which no key in Base64 looks like. */
  private static boolean isRelativePath(String text) {
    int firstSlash = text.indexOf('/');
    int lastSlash = text.lastIndexOf('/');
    return firstSlash > 0
        && (firstSlash < lastSlash || KEY_FILES.contains(extension(text)))
        && lastSlash < text.length() - 1
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || "0123456789/._-".indexOf(c) >= 0);
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean isGuessable(String text) {
    return text.length() < SHORTEST_SECRET
        || isPlaceholder(text)
        || isPlainWord(text)
        || text.length() <= LONGEST_PHRASE && (isMonotonous(text) || isPhrase(letters(text)));
  }

  private static boolean isPlaceholder(String text) {
    return isBetween(text, "<", ">")
        || isBetween(text, "[", "]")
        || text.toLowerCase(Locale.ROOT).contains("xxx")
        || text.contains("***")
        || text.contains("...");
  }

  /** Letters of one case alone; few of them can be told apart from chance. */
  private static boolean isPlainWord(String text) {
    return text.length() <= LONGEST_PLAIN_WORD
        && (text.chars().allMatch(Character::isLowerCase)
            || text.chars().allMatch(Character::isUpperCase));
  }

  private static boolean isMonotonous(String text) {
    return text.chars().distinct().count() <= 2 || text.chars().allMatch(Character::isDigit);
  }

  /** The letters of a text in lower case, with those that a sign stands for: {@code p@ssw0rd}. */
  private static String letters(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      int lookalike = "@0134$5".indexOf(c);
      if (Character.isLetter(c)) {
        letters.append(c);
      } else if (lookalike >= 0 && isLetterAt(lower, i - 1) && isLetterAt(lower, i + 1)) {
        letters.append("aoieass".charAt(lookalike));
      }
    }
    return letters.toString();
  }

  private static boolean isLetterAt(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** Whether a text is nothing but known words run together. */
  private static boolean isPhrase(String letters) {
    boolean[] reachable = new boolean[letters.length() + 1];
    reachable[0] = true;
    for (int end = 1; end <= letters.length(); end++) {
      for (int start = Math.max(0, end - LONGEST_WORD); start < end && !reachable[end]; start++) {
        reachable[end] = reachable[start] && WORDS.contains(letters.substring(start, end));
      }
    }
    return !letters.isEmpty() && reachable[letters.length()];
  }
}
