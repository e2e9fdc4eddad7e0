package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.source.TextEdit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what BuildKit rejects in a {@code --mount}. */
final class MountChecks {

  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");

  private static final Pattern ANYTHING = Pattern.compile("(?s).*");
  private static final Pattern SWITCH =
      Pattern.compile("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False");
  private static final Pattern ID = Pattern.compile("\\d{1,10}");

  /** What the value of each key must look like. */
  private static final Map<String, Pattern> KEYS =
      Map.ofEntries(
          Map.entry("type", Pattern.compile("(?i)bind|cache|tmpfs|secret|ssh")),
          Map.entry("from", ANYTHING),
          Map.entry("source", ANYTHING),
          Map.entry("target", ANYTHING),
          Map.entry("id", ANYTHING),
          Map.entry("env", ANYTHING),
          Map.entry("readonly", SWITCH),
          Map.entry("readwrite", SWITCH),
          Map.entry("required", SWITCH),
          Map.entry("sharing", Pattern.compile("(?i)shared|private|locked")),
          Map.entry("size", Pattern.compile("(?i)\\d+(\\.\\d*)? ?([kmgtp]i?b?|b)?")),
          Map.entry("mode", Pattern.compile("[0-7]{1,11}")),
          Map.entry("uid", ID),
          Map.entry("gid", ID));

  private static final Set<String> SWITCHES = Set.of("readonly", "readwrite", "required");

  /** Keys that only some types of mounts have. */
  private static final Map<String, Set<String>> TYPES_OF_KEY =
      Map.of(
          "from", Set.of("bind", "cache", "tmpfs", "ssh"),
          "required", Set.of("secret", "ssh"),
          "size", Set.of("tmpfs"),
          "mode", Set.of("secret", "ssh", "cache"),
          "uid", Set.of("secret", "ssh", "cache"),
          "gid", Set.of("secret", "ssh", "cache"),
          "sharing", Set.of("cache"));

  private final Objections objections;

  MountChecks(Objections objections) {
    this.objections = objections;
  }

  /** Checks what can be seen before variables are expanded. */
  void check(Mount mount) {
    if (mount.fields().isEmpty()) {
      objections.to(
          mount, "%s cannot be read; write --mount=type=cache,target=/path", mount.flag().word());
    }
    mount.from().filter(MountChecks::holdsVariable).ifPresent(this::rejectVariable);
  }

  private static boolean holdsVariable(Word word) {
    int dollar = word.indexOf('$');
    return dollar >= 0 && dollar < word.length() - 1;
  }

  private void rejectVariable(Word from) {
    objections.to(from, "from=%s cannot hold a variable; name a stage that uses it", from);
  }

  /** Checks what the fields come to before an instruction for which {@code state} is in effect. */
  void check(Mount mount, State state) {
    for (Mount.Field field : mount.fields()) {
      checkField(field, state);
    }
    Optional<String> type = type(mount, state);
    type.ifPresent(given -> checkKeys(mount, given));
    if (type.filter(given -> given.equals("secret")).isPresent()) {
      checkSecret(mount);
    } else if (type.filter(given -> !given.equals("ssh")).isPresent()) {
      checkTarget(mount, state);
    }
  }

  private void checkField(Mount.Field field, State state) {
    String key = field.key();
    Optional<Word> value = field.value();
    if (!KEYS.containsKey(key)) {
      Optional<String> meant = Suggestion.closest(key, KEYS.keySet());
      String remedy = meant.map(name -> "did you mean " + name + "?").orElse("remove it");
      objections.to(
          field,
          meant.flatMap(name -> rename(field, key, name)),
          "A mount has no %s; %s",
          key,
          remedy);
    } else if (value.isPresent()) {
      objections.toFault(value.get(), state);
      certain(value.get(), state)
          .filter(text -> !KEYS.get(key).matcher(text).matches())
          .ifPresent(text -> objections.to(field, "%s cannot be %s; correct it", key, text));
    } else if (!SWITCHES.contains(key)) {
      objections.to(field, "%s needs a value; write %s=value", key, key);
    }
  }

  private static Optional<TextEdit> rename(Mount.Field field, String key, String name) {
    String text = field.range().text();
    SourceRange range = field.range();
    return text.regionMatches(true, 0, key, 0, key.length())
        ? Optional.of(
            range.source().range(range.start(), range.start() + key.length()).replaceWith(name))
        : Optional.empty();
  }

  /** What a word comes to if nothing can change it. */
  private static Optional<String> certain(Word word, State state) {
    return state.expand(word).certain();
  }

  /** The type if it is certain and there is such a type. */
  private static Optional<String> type(Mount mount, State state) {
    return mount
        .value("type")
        .map(word -> certain(word, state))
        .orElse(Optional.of("bind"))
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(TYPES::contains);
  }

  private void checkKeys(Mount mount, String type) {
    for (Mount.Field field : mount.fields()) {
      if (!TYPES_OF_KEY.getOrDefault(field.key(), TYPES).contains(type)) {
        objections.to(field, "A %s mount has no %s; remove it", type, field.key());
      }
    }
  }

  private void checkSecret(Mount mount) {
    if (Stream.of("id", "source", "target", "env").noneMatch(key -> has(mount, key))) {
      objections.to(mount, "A secret mount names no secret; add id=name");
    } else if (has(mount, "id") && has(mount, "source")) {
      objections.to(mount, "A secret mount has both id and source; keep id");
    }
  }

  private static boolean has(Mount mount, String key) {
    return mount.value(key).filter(word -> !word.isEmpty()).isPresent();
  }

  /** A relative target, or none, is seen from the working directory. */
  private void checkTarget(Mount mount, State state) {
    Optional<String> target =
        mount.target().map(word -> certain(word, state)).orElse(Optional.of(""));
    Optional<String> directory =
        target.filter(path -> path.startsWith("/")).or(() -> state.workdir().certain());
    boolean isRoot =
        target.isPresent()
            && directory.isPresent()
            && !state.isWindows()
            && Paths.join(directory.get(), target.get(), false).equals("/");
    if (isRoot) {
      objections.to(mount, "A mount cannot cover /; give it a target=/path");
    }
  }
}
