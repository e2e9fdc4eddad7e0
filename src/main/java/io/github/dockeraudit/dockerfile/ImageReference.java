package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The name of an image by the distribution reference grammar, in canonical form.
 *
 * @see <a href="https://github.com/distribution/reference">distribution/reference</a>
 */
public final class ImageReference implements Remembering {

  private static final String DEFAULT_REGISTRY = "docker.io";
  private static final String LEGACY_REGISTRY = "index.docker.io";
  private static final String OFFICIAL = "library/";
  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_TAG = 128;
  private static final int BARE_ID = 64;

  /** Hexadecimal digits by algorithm; Docker knows no other. */
  private static final Map<String, Integer> DIGEST_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private final String registry;
  private final String repository;
  private final String tag;
  private final String digest;
  private final Memory memory = new Memory();

  private ImageReference(String registry, String repository, String tag, String digest) {
    this.registry = registry;
    this.repository = repository;
    this.tag = tag;
    this.digest = digest;
  }

  /**
   * The reference that {@code text} is; empty if Docker does not accept it as one, as with an upper
   * case letter in the path, an empty tag, or 64 hexadecimal digits alone.
   */
  public static Optional<ImageReference> parse(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? null : text.substring(at + 1);
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String tag = colon < 0 ? null : named.substring(colon + 1);
    String name = colon < 0 ? named : named.substring(0, colon);
    boolean isValid =
        (digest == null || isDigest(digest))
            && (tag == null || isTag(tag))
            && !(tag == null && digest == null && isBareId(name));
    return isValid ? named(name, tag, digest) : Optional.empty();
  }

  private static Optional<ImageReference> named(String name, String tag, String digest) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean hasRegistry = isRegistry(first);
    String registry = hasRegistry ? first : DEFAULT_REGISTRY;
    String path = hasRegistry ? name.substring(slash + 1) : name;
    if (registry.equals(LEGACY_REGISTRY)) {
      registry = DEFAULT_REGISTRY;
    }
    if (registry.equals(DEFAULT_REGISTRY) && path.indexOf('/') < 0) {
      path = OFFICIAL + path;
    }
    boolean isValid = isHost(registry) && isPath(path) && path.length() <= LONGEST_PATH;
    return isValid
        ? Optional.of(new ImageReference(registry, path, tag, digest))
        : Optional.empty();
  }

  /** Docker takes the first part for a host if no part of a path could look so. */
  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static boolean isHost(String registry) {
    int colon = registry.lastIndexOf(':');
    boolean bracketed = registry.startsWith("[");
    boolean hasPort = colon > registry.lastIndexOf(']');
    String host = hasPort ? registry.substring(0, colon) : registry;
    if (hasPort && !isDigits(registry.substring(colon + 1))) {
      return false;
    }
    return bracketed ? isBracketedAddress(host) : isDomain(host);
  }

  private static boolean isBracketedAddress(String host) {
    return host.length() >= 3
        && host.endsWith("]")
        && consistsOf(host.substring(1, host.length() - 1), c -> c == ':' || isHex(c));
  }

  /** Names of letters, digits and inner dashes between dots. */
  private static boolean isDomain(String host) {
    char before = '.';
    for (int i = 0; i <= host.length(); i++) {
      char c = i < host.length() ? host.charAt(i) : '.';
      boolean fits =
          switch (c) {
            case '.' -> before != '.' && before != '-';
            case '-' -> before != '.';
            default -> isAlphanumeric(c);
          };
      if (!fits) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Names of lower case letters and digits with a dot, dashes or up to two underscores between. */
  private static boolean isPath(String path) {
    int run = 0;
    boolean started = false;
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : '/';
      if (isLowerAlphanumeric(c)) {
        if (run > 0 && !isSeparator(path.substring(i - run, i))) {
          return false;
        }
        started = true;
        run = 0;
      } else if (c == '/') {
        if (!started || run > 0) {
          return false;
        }
        started = false;
      } else if (started && (c == '.' || c == '_' || c == '-')) {
        run++;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(String run) {
    return run.equals(".") || run.equals("_") || run.equals("__") || consistsOf(run, c -> c == '-');
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= LONGEST_TAG
        && tag.charAt(0) != '.'
        && tag.charAt(0) != '-'
        && consistsOf(tag, c -> c == '_' || c == '.' || c == '-' || isAlphanumeric(c));
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    Integer length = colon < 0 ? null : DIGEST_LENGTHS.get(digest.substring(0, colon));
    return length != null
        && digest.length() - colon - 1 == length
        && isLowerHex(digest.substring(colon + 1));
  }

  private static boolean isBareId(String name) {
    return name.length() == BARE_ID && isLowerHex(name);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && consistsOf(text, c -> c >= '0' && c <= '9');
  }

  private static boolean isLowerHex(String text) {
    return consistsOf(text, c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  private static boolean consistsOf(String text, IntPredicate allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (!allowed.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private static boolean isLowerAlphanumeric(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
  }

  private static boolean isAlphanumeric(int c) {
    return isLowerAlphanumeric(c) || c >= 'A' && c <= 'Z';
  }

  /** The host, with its port if it has one; {@code docker.io} where none is given. */
  public String registry() {
    return registry;
  }

  /** The path at the registry: {@code library/nginx} for {@code nginx}. */
  public String repository() {
    return repository;
  }

  /**
   * The name as people write it, without tag: {@code nginx} for {@code docker.io/library/nginx}.
   */
  public String familiarName() {
    if (!registry.equals(DEFAULT_REGISTRY)) {
      return registry + '/' + repository;
    }
    boolean isOfficial =
        repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0;
    return isOfficial ? repository.substring(OFFICIAL.length()) : repository;
  }

  /** The tag without the colon; empty if none is given, which means {@code latest}. */
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** The digest with its algorithm, such as {@code sha256:...}; empty if none is given. */
  public Optional<String> digest() {
    return Optional.ofNullable(digest);
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageReference && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The canonical form: registry, repository, tag and digest. */
  @Override
  public String toString() {
    return registry
        + '/'
        + repository
        + (tag == null ? "" : ':' + tag)
        + (digest == null ? "" : '@' + digest);
  }
}
