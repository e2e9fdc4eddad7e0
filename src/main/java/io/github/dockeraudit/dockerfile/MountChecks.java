package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what BuildKit rejects in a {@code --mount}. */
final class MountChecks {

  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");

  /** What the value of a key must look like; a key with an empty pattern takes any text. */
  private static final Map<String, Pattern> KEYS =
      Map.ofEntries(
          Map.entry("type", Pattern.compile("(?i)bind|cache|tmpfs|secret|ssh")),
          Map.entry("from", Pattern.compile("(?s).*")),
          Map.entry("source", Pattern.compile("(?s).*")),
          Map.entry("target", Pattern.compile("(?s).*")),
          Map.entry("id", Pattern.compile("(?s).*")),
          Map.entry("env", Pattern.compile("(?s).*")),
          Map.entry("readonly", Pattern.compile("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False")),
          Map.entry("readwrite", Pattern.compile("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False")),
          Map.entry("required", Pattern.compile("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False")),
          Map.entry("sharing", Pattern.compile("(?i)shared|private|locked")),
          Map.entry("size", Pattern.compile("(?i)\\d+(\\.\\d*)?[ ]?([kmgtp]i?b?|b)?")),
          Map.entry("mode", Pattern.compile("[0-7]{1,11}")),
          Map.entry("uid", Pattern.compile("\\d{1,10}")),
          Map.entry("gid", Pattern.compile("\\d{1,10}")));

  private static final Set<String> SWITCHES = Set.of("readonly", "readwrite", "required");

  /** Keys that only some types of mounts have. */
  private static final Map<String, Set<String>> TYPES_OF_KEY =
      Map.of(
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
    mount
        .from()
        .filter(from -> from.indexOf('$') >= 0 && from.indexOf('$') < from.length() - 1)
        .ifPresent(
            from ->
                objections.to(
                    from, "from=%s cannot hold a variable; name a stage that uses it", from));
  }

  /** Checks what the fields come to before an instruction for which {@code state} is in effect. */
  void check(Mount mount, State state) {
    for (Mount.Field field : mount.fields()) {
      checkField(field, state);
    }
    Optional<String> type = type(mount, state);
    if (type.isPresent()) {
      checkKeys(mount, type.get());
      checkTarget(mount, type.get(), state);
    }
  }

  private void checkField(Mount.Field field, State state) {
    String key = field.key();
    Pattern pattern = KEYS.get(key);
    if (pattern == null) {
      String remedy =
          Suggestion.closest(key, KEYS.keySet())
              .map(name -> "did you mean " + name + "?")
              .orElse("remove it");
      objections.to(field, "A mount has no %s; %s", key, remedy);
    } else if (field.value().isEmpty()) {
      if (!SWITCHES.contains(key)) {
        objections.to(field, "%s needs a value; write %s=value", key, key);
      }
    } else {
      Value value = state.expand(field.value().get());
      boolean isWrong =
          !value.isDefault()
              && value.text().filter(text -> !pattern.matcher(text).matches()).isPresent();
      if (isWrong) {
        objections.to(field, "%s cannot be %s; correct it", key, value.text().get());
      }
    }
  }

  /** The type if it is certain and there is such a type. */
  private static Optional<String> type(Mount mount, State state) {
    Optional<Word> given = mount.value("type");
    if (given.isEmpty()) {
      return Optional.of("bind");
    }
    Value value = state.expand(given.get());
    return value.isDefault()
        ? Optional.empty()
        : value.text().map(text -> text.toLowerCase(java.util.Locale.ROOT)).filter(TYPES::contains);
  }

  private void checkKeys(Mount mount, String type) {
    for (Mount.Field field : mount.fields()) {
      Set<String> types = TYPES_OF_KEY.getOrDefault(field.key(), TYPES);
      boolean secretFrom = type.equals("secret") && field.key().equals("from");
      if (!types.contains(type) || secretFrom) {
        objections.to(field, "A %s mount has no %s; remove it", type, field.key());
      }
    }
    if (!type.equals("secret")) {
      return;
    }
    boolean named =
        List.of("id", "source", "target", "env").stream().anyMatch(key -> has(mount, key));
    if (!named) {
      objections.to(mount, "A secret mount names no secret; add id=name");
    } else if (has(mount, "id") && has(mount, "source")) {
      objections.to(mount, "A secret mount has both id and source; keep id");
    }
  }

  private static boolean has(Mount mount, String key) {
    return mount.value(key).filter(word -> !word.isEmpty()).isPresent();
  }

  private void checkTarget(Mount mount, String type, State state) {
    if (type.equals("secret") || type.equals("ssh")) {
      return;
    }
    Value target = mount.target().map(state::expand).orElse(Value.known(""));
    Optional<String> path = target.isDefault() ? Optional.empty() : target.text();
    boolean isAbsolute = path.filter(text -> Paths.isAbsolute(text, state.isWindows())).isPresent();
    Optional<String> directory =
        isAbsolute || state.workdir().isDefault() ? Optional.of("/") : state.workdir().text();
    boolean isRoot =
        path.isPresent()
            && !state.isWindows()
            && (isAbsolute || !state.workdir().isDefault())
            && directory.filter(d -> Paths.join(d, path.get(), false).equals("/")).isPresent();
    if (isRoot) {
      objections.to(mount, "A mount cannot cover /; give it a target=/path");
    }
  }
}
