package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Interpolation;
import io.github.dockeraudit.compose.Key;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.facts.SecretText.Hit;
import io.github.dockeraudit.facts.SecretText.Kind;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in a compose file that is used as a secret and stands there for everybody to read.
 *
 * @param name what holds it, for the beginning of a message: a variable, an option or a URL
 * @param range where that name stands
 * @param value where the text stands
 * @param kind {@link SecretValue#GUESSABLE} or {@link SecretValue#LITERAL}
 * @param isDefault whether it counts only as long as a variable is not set
 * @param isOverridden whether it is a default and the variable is set in the project
 */
public record WrittenSecret(
    String name,
    SourceRange range,
    SourceRange value,
    SecretValue kind,
    boolean isDefault,
    boolean isOverridden)
    implements Located {

  private static final Fact<Deployment, List<WrittenSecret>> OF_DEPLOYMENT =
      Fact.of(WrittenSecret::find);

  private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]*");

  /**
   * The secrets written into the environments, build arguments, labels and commands of services,
   * and as defaults of variables anywhere; each place once, however many services share it.
   */
  public static List<WrittenSecret> in(Deployment deployment) {
    return OF_DEPLOYMENT.about(deployment);
  }

  private static List<WrittenSecret> find(Deployment deployment) {
    Reader reader = new Reader();
    for (Service service : deployment.services()) {
      variables(service).forEach(reader::readVariable);
      commands(service).forEach(reader::readCommand);
    }
    reader.readDefaults(deployment.interpolations());
    return List.copyOf(reader.found.values());
  }

  /**
   * The edit that takes the text away and demands a variable; empty where the text is only a part
   * of a value, or its name could not be that of a variable.
   */
  public Optional<TextEdit> demand() {
    String message = ":?set %s in .env".formatted(name);
    if (isDefault) {
      return Optional.of(range.source().range(range.end(), value.end()).replaceWith(message));
    }
    boolean isWhole = name.equals(range.text()) && NAME.matcher(name).matches();
    return isWhole ? Optional.of(value.replaceWith("${" + name + message + "}")) : Optional.empty();
  }

  private static List<Variable> variables(Service service) {
    return Stream.of(
            service.environment(),
            service.labels(),
            service.build().map(Build::args).orElse(List.of()),
            service.build().map(Build::labels).orElse(List.of()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<CommandLine> commands(Service service) {
    return Stream.of(
            service.entrypoint(),
            service.command(),
            service.healthcheck().flatMap(HealthCheck::test))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Collects secrets by the place of their text. */
  private static final class Reader {

    /** Entries are headers and the like; defaults are found by the variables that have them. */
    private static final Set<Kind> IN_COMMANDS = Set.of(Kind.ASSIGNMENT, Kind.OPTION, Kind.URL);

    /** Ways to authenticate. */
    private static final Set<String> METHODS =
        Set.of("basic", "htpasswd", "jwt", "ldap", "md5", "oauth", "oauth2", "oidc", "token");

    private static final Set<Kind> IN_VALUES =
        Set.of(Kind.ASSIGNMENT, Kind.OPTION, Kind.URL, Kind.TOKEN);

    private final Map<SourceRange, WrittenSecret> found = new LinkedHashMap<>();

    void readVariable(Variable variable) {
      variable.value().ifPresent(value -> readValue(variable.key(), value));
    }

    private void readValue(Key key, Scalar value) {
      if (isMethod(key, value)) {
        return;
      }
      if (Secrets.isSecret(key.name())) {
        read(key.name(), key.range(), unquoted(value.range()), value.interpolations());
        return;
      }
      for (Hit hit : SecretText.in(value.range())) {
        if (IN_VALUES.contains(hit.kind()) && !isUnknownToken(hit)) {
          read("A secret in " + key, key.range(), hit.value(), value.interpolations());
        }
      }
    }

    /** {@code REGISTRY_AUTH: htpasswd} says how, and not with what. */
    private static boolean isMethod(Key key, Scalar value) {
      return key.name().toLowerCase(Locale.ROOT).endsWith("auth")
          && METHODS.contains(value.text().toLowerCase(Locale.ROOT));
    }

    private static boolean isUnknownToken(Hit hit) {
      return hit.kind() == Kind.TOKEN
          && !hit.isPrivateKey()
          && !SecretFormat.isToken(hit.value().text());
    }

    void readCommand(CommandLine command) {
      List<Interpolation> uses =
          Stream.concat(command.string().stream(), command.words().stream())
              .flatMap(word -> word.interpolations().stream())
              .toList();
      for (Hit hit : SecretText.in(command.range())) {
        if (IN_COMMANDS.contains(hit.kind()) && !isExpandedInContainer(hit.value().text())) {
          read(capitalised(hit.nameInMessage()), hit.name(), hit.value(), uses);
        }
      }
    }

    private static String capitalised(String words) {
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Compose makes {@code $PASSWORD} of {@code $$PASSWORD}, and the shell its value of that. */
    private static boolean isExpandedInContainer(String word) {
      return SecretValue.of(word.replace("$$", "$")) == SecretValue.REFERENCE
          && word.contains("$$");
    }

    /** Takes the text, or the default of the one variable that the text is. */
    private void read(String name, SourceRange place, SourceRange text, List<Interpolation> uses) {
      add(new WrittenSecret(name, place, text, SecretValue.of(text.text()), false, false));
      uses.stream().filter(use -> use.range().equals(text)).forEach(this::readDefault);
    }

    void readDefaults(List<Interpolation> uses) {
      for (Interpolation use : uses) {
        if (Secrets.isSecret(use.name())) {
          readDefault(use);
        }
        readDefaults(use.nested());
      }
    }

    private void readDefault(Interpolation use) {
      if (use.hasDefault()) {
        int start = use.range().start() + "${".length();
        SourceRange name = use.range().source().range(start, start + use.name().length());
        SecretValue kind = SecretValue.of(use.argument());
        boolean isSet = use.value().filter(value -> !value.isEmpty()).isPresent();
        add(new WrittenSecret(use.name(), name, use.argumentRange(), kind, true, isSet));
      }
    }

    private void add(WrittenSecret secret) {
      if (secret.kind.isWritten()) {
        found.putIfAbsent(secret.value, secret);
      }
    }

    private static SourceRange unquoted(SourceRange range) {
      String text = range.text();
      boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0;
      return quoted ? range.source().range(range.start() + 1, range.end() - 1) : range;
    }
  }
}
