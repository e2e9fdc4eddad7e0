package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.FlagChecks.Kind.LIST;
import static io.github.dockeraudit.dockerfile.FlagChecks.Kind.SWITCH;
import static io.github.dockeraudit.dockerfile.FlagChecks.Kind.TEXT;

import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.source.TextEdit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds flags that an instruction does not take, or not so. */
final class FlagChecks {

  /** How a flag is given. */
  enum Kind {
    /** Once, without a value or with {@code true} or {@code false}. */
    SWITCH,
    /** Once, with a value. */
    TEXT,
    /** Any number of times, with a value each. */
    LIST
  }

  /** The flags of each instruction that has any, those of BuildKit's labs channel included. */
  private static final Map<Keyword, Map<String, Kind>> KNOWN =
      Map.of(
          Keyword.FROM,
          Map.of("platform", TEXT),
          Keyword.RUN,
          Map.of("mount", LIST, "network", TEXT, "security", TEXT, "device", LIST),
          Keyword.COPY,
          Map.of(
              "from", TEXT, "chown", TEXT, "chmod", TEXT, "link", SWITCH, "parents", SWITCH,
              "exclude", LIST),
          Keyword.ADD,
          Map.of(
              "chown",
              TEXT,
              "chmod",
              TEXT,
              "link",
              SWITCH,
              "keep-git-dir",
              SWITCH,
              "checksum",
              TEXT,
              "unpack",
              SWITCH,
              "exclude",
              LIST),
          Keyword.HEALTHCHECK,
          Map.of(
              "interval",
              TEXT,
              "timeout",
              TEXT,
              "start-period",
              TEXT,
              "start-interval",
              TEXT,
              "retries",
              TEXT));

  private final Objections objections;

  FlagChecks(Objections objections) {
    this.objections = objections;
  }

  /** Checks the flags of an instruction with that keyword. */
  void check(Instruction instruction, Keyword keyword) {
    if (instruction.flags().isEmpty()) {
      return;
    }
    Map<String, Kind> known = KNOWN.getOrDefault(keyword, Map.of());
    Set<String> seen = new HashSet<>();
    for (Flag flag : instruction.flags()) {
      Kind kind = known.get(flag.name());
      if (kind == null) {
        unknown(flag, keyword, known.keySet());
      } else if (!seen.add(flag.name()) && kind != LIST) {
        objections.to(
            flag,
            isAlike(flag, instruction) ? Optional.of(before(flag).delete()) : Optional.empty(),
            "--%s is given twice; keep one",
            flag.name());
      } else {
        checkValue(flag, kind);
      }
    }
  }

  /** Whether it says the same as the first of that name. */
  private static boolean isAlike(Flag flag, Instruction instruction) {
    String first = instruction.flag(flag.name()).map(it -> it.word().text()).orElse("");
    return first.equals(flag.word().text());
  }

  /** The flag with the blank before it. */
  private static SourceRange before(Flag flag) {
    SourceRange range = flag.range();
    return range.source().range(range.start() - 1, range.end());
  }

  private void unknown(Flag flag, Keyword keyword, Set<String> known) {
    Optional<String> meant = Suggestion.closest(flag.name(), known);
    String remedy = meant.map(name -> "did you mean --" + name + "?").orElse("remove it");
    objections.to(
        flag,
        meant.flatMap(name -> rename(flag, name)),
        "%s has no flag --%s; %s",
        keyword,
        flag.name(),
        remedy);
  }

  private static Optional<TextEdit> rename(Flag flag, String name) {
    return flag.range().text().startsWith("--" + flag.name())
        ? Optional.of(flag.word().part(2, 2 + flag.name().length()).range().replaceWith(name))
        : Optional.empty();
  }

  private void checkValue(Flag flag, Kind kind) {
    Optional<Word> value = flag.value();
    if (kind == SWITCH) {
      boolean fits = value.isEmpty() || value.get().is("true") || value.get().is("false");
      if (!fits) {
        objections.to(flag, "--%s is on or off; give it no value, true or false", flag.name());
      }
    } else if (value.isEmpty()) {
      objections.to(flag, "--%s needs a value; write --%s=value", flag.name(), flag.name());
    }
  }
}
