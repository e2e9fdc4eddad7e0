package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parser directives of a file. */
public final class Directives {

  private static final String ERROR = "error=";

  /** What Go's {@code strconv.ParseBool} takes for true. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

  /** Repositories of Docker's own frontend, at its registry or a mirror. */
  private static final Set<String> FRONTENDS =
      Set.of("docker/dockerfile", "docker/dockerfile-upstream");

  private static final Pattern WITHOUT_HEREDOCS = Pattern.compile("1\\.[0-3](?:[.-].*)?");

  private final List<Directive> all;

  /** Null for the frontend built into BuildKit. */
  private final Directive syntax;

  Directives(List<Directive> all, Optional<Directive> syntax) {
    this.all = all;
    this.syntax = syntax.orElse(null);
  }

  /** Those that BuildKit's own parser sees, in file order, each name once. */
  public List<Directive> all() {
    return all;
  }

  /**
   * The frontend that reads the file, an image and what it is given; empty for the one built into
   * BuildKit. It is also found where BuildKit's own parser sees no directive: below a shebang,
   * behind {@code //}, and in a JSON object.
   */
  public Optional<Directive> syntax() {
    return Optional.ofNullable(syntax);
  }

  /**
   * Whether Docker's own frontend reads the file, in whatever version; if not, the file is written
   * in a language of which we know only that it may look like this one.
   */
  public boolean isDockerSyntax() {
    return frontend()
        .map(ImageReference::repository)
        .filter(repository -> !FRONTENDS.contains(repository))
        .isEmpty();
  }

  /** Whether the frontend that reads the file has heredocs, as Docker's has from 1.4 on. */
  public boolean knowsHeredocs() {
    return isDockerSyntax()
        && frontend()
            .flatMap(ImageReference::tag)
            .filter(tag -> WITHOUT_HEREDOCS.matcher(tag).matches())
            .isEmpty();
  }

  private Optional<ImageReference> frontend() {
    return syntax()
        .map(directive -> directive.text().split(" ", 2)[0])
        .flatMap(ImageReference::parse);
  }

  /** The directive that chooses the escape character. */
  public Optional<Directive> escape() {
    return named("escape");
  }

  /** The directive that configures the build checks. */
  public Optional<Directive> check() {
    return named("check");
  }

  /** Whether a build fails where BuildKit's build checks find something: {@code error=true}. */
  public boolean failsOnChecks() {
    return check().stream()
        .flatMap(directive -> Stream.of(directive.text().split(";")))
        .map(String::strip)
        .filter(setting -> setting.regionMatches(true, 0, ERROR, 0, ERROR.length()))
        .anyMatch(setting -> TRUE.contains(setting.substring(ERROR.length()).strip()));
  }

  /** The escape character in effect: a backslash, or a back quote if the file says so. */
  public char escapeCharacter() {
    return escape().filter(directive -> directive.text().equals("`")).isPresent() ? '`' : '\\';
  }

  private Optional<Directive> named(String name) {
    return all.stream().filter(directive -> directive.name().equals(name)).findFirst();
  }
}
