package io.github.dockeraudit.declarative;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Maintainer;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Instructions by their keyword, flags and arguments.
 *
 * @param types what they are
 * @param flags what flags have to be, by name
 * @param argument what one of the arguments has to be; empty for any or none
 */
record InstructionMatcher(
    List<Class<? extends Instruction>> types,
    Map<String, Condition> flags,
    Optional<Condition> argument)
    implements Matcher {

  static final String KEY = "instruction";
  static final String FLAGS = "flags";
  static final String ARGUMENT = "argument";
  static final List<String> KEYS = List.of(KEY, FLAGS, ARGUMENT);

  private static final Map<String, Class<? extends Instruction>> TYPES =
      Map.ofEntries(
          Map.entry("FROM", From.class),
          Map.entry("RUN", Run.class),
          Map.entry("COPY", Copy.class),
          Map.entry("ADD", Add.class),
          Map.entry("ARG", Arg.class),
          Map.entry("ENV", Env.class),
          Map.entry("LABEL", Label.class),
          Map.entry("EXPOSE", Expose.class),
          Map.entry("USER", User.class),
          Map.entry("WORKDIR", Workdir.class),
          Map.entry("VOLUME", Volume.class),
          Map.entry("CMD", Cmd.class),
          Map.entry("ENTRYPOINT", Entrypoint.class),
          Map.entry("HEALTHCHECK", Healthcheck.class),
          Map.entry("ONBUILD", Onbuild.class),
          Map.entry("SHELL", Shell.class),
          Map.entry("STOPSIGNAL", Stopsignal.class),
          Map.entry("MAINTAINER", Maintainer.class));

  static InstructionMatcher read(YamlMapping match) {
    YamlNode written = Nodes.required(match, KEY);
    List<Class<? extends Instruction>> types = new ArrayList<>();
    for (String keyword : Nodes.texts(written, KEY)) {
      Class<? extends Instruction> type = TYPES.get(keyword.toUpperCase(Locale.ROOT));
      if (type == null) {
        throw Nodes.unknown(
            written.site(), KEY, keyword, TYPES.keySet().stream().sorted().toList());
      }
      types.add(type);
    }
    Map<String, Condition> flags = new HashMap<>();
    match
        .get(FLAGS)
        .ifPresent(
            node -> {
              for (YamlEntry entry : Nodes.mapping(node, FLAGS, "chown").entries()) {
                String name = entry.key().value();
                flags.put(name.replaceFirst("^--", ""), Condition.read(entry.value(), name));
              }
            });
    return new InstructionMatcher(
        types, flags, match.get(ARGUMENT).map(node -> Condition.read(node, ARGUMENT)));
  }

  @Override
  public Matcher with(OwnOptions options) {
    return new InstructionMatcher(
        types, Condition.with(options, flags), argument.map(condition -> condition.with(options)));
  }

  @Override
  public List<String> names() {
    return List.of(KEY);
  }

  @Override
  public Stream<Match> in(Dockerfile file) {
    return types.stream()
        .<Instruction>flatMap(file::all)
        .filter(this::hasFlags)
        .flatMap(instruction -> match(instruction).stream());
  }

  private boolean hasFlags(Instruction instruction) {
    return flags.entrySet().stream()
        .allMatch(
            flag -> {
              Optional<Flag> written = instruction.flag(flag.getKey());
              return written.isPresent()
                  ? flag.getValue().holdsFor(written.get().value().flatMap(Word::literal))
                  : flag.getValue().holdsForNothing();
            });
  }

  private Optional<Match> match(Instruction instruction) {
    if (argument.isEmpty()) {
      return Optional.of(match(instruction.keyword(), instruction));
    }
    if (argument.get().holdsForNothing()) {
      return instruction.arguments().isEmpty()
          ? Optional.of(match(instruction.keyword(), instruction))
          : Optional.empty();
    }
    return instruction.arguments().stream()
        .filter(word -> argument.get().holdsFor(word.literal()))
        .findFirst()
        .map(word -> match(word, instruction));
  }

  private static Match match(Word word, Instruction instruction) {
    return new Match(word, word.literal().isPresent(), Map.of(KEY, instruction.name()));
  }
}
