package io.github.dockeraudit.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by the name of a variable whether its value is meant to be a secret.
 *
 * @see SecretValue
 */
public final class Secrets {

  /** Words that BuildKit takes for the name of a secret. */
  private static final Set<String> BUILDKIT_WORDS =
      Set.of(
          "apikey",
          "auth",
          "credential",
          "credentials",
          "key",
          "passwd",
          "password",
          "pword",
          "secret",
          "token");

  /** Words with which a name is harmless to BuildKit, whatever else it says. */
  private static final Set<String> BUILDKIT_HARMLESS = Set.of("file", "public", "version");

  /** Parts of a name that are enough for hadolint. */
  private static final List<String> HADOLINT_PARTS =
      List.of("api_key", "client_key", "password", "private", "secret", "token", "username");

  /** Names that hadolint knows beside those parts. */
  private static final Set<String> HADOLINT_NAMES =
      Set.of(
          "APPLICATION_KEY",
          "AWS_ACCESS_KEY_ID",
          "CI_DEPLOY_USER",
          "DOCKER_EMAIL",
          "FACEBOOK_APP_ID",
          "HEROKU_API_USER",
          "OKTA_AUTHN_GROUPID",
          "OKTA_CLIENT_ORGURL",
          "OKTA_OAUTH2_CLIENTID",
          "STRIPE_DEVICE_NAME",
          "TRAVIS_OS_NAME",
          "TRAVIS_SECURE_ENV_VARS",
          "TRAVIS_SUDO");

  /** Words that mean a secret and that BuildKit does not know. */
  private static final Set<String> SECRET_WORDS =
      Set.of("passcode", "passphrase", "passwords", "pw", "secrets");

  /** Ends of words run together, as in {@code PGPASSWORD} or {@code clientsecret}. */
  private static final List<String> SECRET_ENDS =
      List.of("password", "passwd", "passphrase", "secret", "token", "apikey", "secretkey");

  /** Short words that mean a secret only at the end of a name, and not after these. */
  private static final Set<String> SHORT_WORDS = Set.of("pass", "pwd");

  private static final Set<String> NOT_BEFORE_SHORT_WORDS =
      Set.of("by", "current", "first", "init", "multi", "old", "one", "proxy", "second", "two");

  /** Keys that everybody may have, or that open nothing. */
  private static final Set<String> HARMLESS_KEYS =
      Set.of(
          "apt",
          "cache",
          "foreign",
          "gpg",
          "host",
          "hot",
          "partition",
          "pgp",
          "primary",
          "registry",
          "repo",
          "repository",
          "rpm",
          "sort",
          "translation");

  /** Words at the end of a name that speak about a secret, and do not hold it. */
  private static final Set<String> ABOUT_A_SECRET =
      Set.of(
          """
          active age alg algorithm arn attempts audience backend backends bits bucket
          budget characters chars charset checking checksum claim claims class column
          complexity converter cost count curve day days decimals delay delimiter
          digits dir directory disabled domain duration email enabled encoder encoding
          endpoint expiration expire expires expiry field fingerprint flow folder
          format generator grant group hasher hashers header help hint host hour hours
          id ids interval ip issuer iterations label length level lifespan lifetime
          limit location locked lockout login max mechanism mechanisms method methods
          millis milliseconds min minute minutes mode module ms name namespace num
          number operator options opts params path pattern plugin policy port prefix
          provider rate ratelimit realm regex required reset retries rotation rounds
          scheme scope scopes seconds secs separator server service size sock
          socket source status strategy strength strictness suffix symbol threshold
          timeout ttl type uri url usage user username validation validators validity
          window
          """
              .replace('\n', ' ')
              .split(" "));

  /** Words anywhere in a name that make its value a switch: {@code ALLOW_EMPTY_PASSWORD}. */
  private static final Set<String> SWITCHES =
      Set.of(
          "allow",
          "check",
          "disable",
          "enable",
          "generate",
          "has",
          "is",
          "no",
          "random",
          "require",
          "skip",
          "use",
          "verify",
          "without");

  /** Names of a path and of a cluster, by the conventions of those who read them. */
  private static final Set<String> HARMLESS_NAMES =
      Set.of(
          "etcd_initial_cluster_token", "google_application_credentials", "initial_cluster_token");

  /** One of these is part of every name that is suspect at all, whatever its words are. */
  private static final List<String> HINTS =
      List.of("key", "pass", "secret", "token", "auth", "pw", "credential");

  /** The bit by which a small letter of ASCII differs from its capital. */
  private static final int LOWER_CASE = 32;

  private static final int[] LETTERS_OF_HINTS = HINTS.stream().mapToInt(Letters::of).toArray();

  private Secrets() {}

  /**
   * Whether the name between two offsets may be one of a secret at all, as one with a character
   * beyond ASCII always may.
   *
   * @param letters its {@link Letters}, which settle most names
   */
  static boolean isHintedAt(String text, int from, int to, int letters) {
    if (letters == Letters.ALL) {
      return true;
    }
    if (!Letters.holdOneOf(LETTERS_OF_HINTS, letters)) {
      return false;
    }
    for (int i = 0; i < LETTERS_OF_HINTS.length; i++) {
      if ((letters & LETTERS_OF_HINTS[i]) == LETTERS_OF_HINTS[i]
          && holds(text, from, to, HINTS.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text, int from, int to, String hint) {
    char first = hint.charAt(0);
    for (int at = from; at <= to - hint.length(); at++) {
      if ((text.charAt(at) | LOWER_CASE) == first
          && text.regionMatches(true, at + 1, hint, 1, hint.length() - 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A short text without line ends, such as a quote of a file in a message, with the secrets in it
   * replaced by asterisks: those that a name says to be one, and passwords of addresses.
   */
  public static String masked(String text) {
    return SecretText.masked(text);
  }

  /**
   * Whether a variable of this name is meant to hold a secret. Knows what BuildKit knows, other
   * ways to write a password ({@code PGPASSWORD}, {@code DB_PASS}, {@code apiKey}), and names that
   * only speak of one ({@code PASSWORD_MIN_LENGTH}, {@code TOKEN_URL}, {@code
   * ALLOW_EMPTY_PASSWORD}) or are no secret at all ({@code GPG_KEY} is a public fingerprint, {@code
   * AWS_ACCESS_KEY_ID} an account).
   */
  public static boolean isSecret(String name) {
    if (!isHinted(name)) {
      return false;
    }
    List<String> words = words(name);
    return (isSuspectToBuildKit(name) || holdsSecretWord(words)) && !isHarmless(name, words);
  }

  /**
   * Whether BuildKit's check {@code SecretsUsedInArgOrEnv} suspects the name: one of its words,
   * which underscores part, is on BuildKit's list and none excuses it.
   *
   * @see <a href="https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/">
   *     SecretsUsedInArgOrEnv</a>
   */
  public static boolean isSuspectToBuildKit(String name) {
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("_"));
    return words.stream().anyMatch(BUILDKIT_WORDS::contains)
        && words.stream().noneMatch(BUILDKIT_HARMLESS::contains);
  }

  /** Whether hadolint's DL3064 suspects the name: by a part of it, or because it knows it. */
  public static boolean isSuspectToHadolint(String name) {
    return HADOLINT_NAMES.contains(name.toUpperCase(Locale.ROOT))
        || HADOLINT_PARTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
  }

  private static boolean isHinted(String name) {
    return isHintedAt(name, 0, name.length(), Letters.of(name));
  }

  private static boolean holdsSecretWord(List<String> words) {
    for (String word : words) {
      if (BUILDKIT_WORDS.contains(word)
          || SECRET_WORDS.contains(word)
          || SECRET_ENDS.stream().anyMatch(word::endsWith)) {
        return true;
      }
    }
    return words.size() > 1
        && SHORT_WORDS.contains(last(words))
        && !NOT_BEFORE_SHORT_WORDS.contains(words.get(words.size() - 2));
  }

  private static boolean isHarmless(String name, List<String> words) {
    if (words.stream().anyMatch(BUILDKIT_HARMLESS::contains)
        || words.stream().anyMatch(SWITCHES::contains)
        || HARMLESS_NAMES.contains(name.toLowerCase(Locale.ROOT).replace('-', '_'))) {
      return true;
    }
    String last = last(words);
    if (ABOUT_A_SECRET.contains(last)) {
      return !(last.equals("id") && isVault(words));
    }
    String before = words.size() < 2 ? "" : words.get(words.size() - 2);
    return last.equals("key") && HARMLESS_KEYS.contains(before)
        || last.equals("admin") && before.equals("auth");
  }

  /** Vault's {@code SECRET_ID} and {@code ROOT_TOKEN_ID} are the secret themselves. */
  private static boolean isVault(List<String> words) {
    return words.contains("vault") || words.contains("approle");
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  /**
   * The words of a name, in lower case: parted by anything but letters, and by {@code camelCase}.
   */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean isLetter = i < name.length() && Character.isLetter(name.charAt(i));
      if (!isLetter || isHump(name, i)) {
        if (start < i) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = isLetter ? i : i + 1;
      }
    }
    return words.isEmpty() ? List.of("") : words;
  }

  private static boolean isHump(String name, int i) {
    return i > 0
        && Character.isUpperCase(name.charAt(i))
        && Character.isLowerCase(name.charAt(i - 1));
  }
}
