package io.github.dockeraudit.conformance;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The simple commands of every RUN of a Dockerfile, and what of it could not be read. */
final class ShellDump implements DumpMode {

  @Override
  public Map<String, Object> describe(Path path) throws IOException {
    Dockerfile file = Dockerfile.parse(Source.of(path.toString(), Files.readAllBytes(path)));
    return Map.of("runs", runs(file).map(ShellDump::run).toList());
  }

  /** Every RUN in file order, those of ONBUILD included. */
  static Stream<Run> runs(Dockerfile file) {
    return file.instructions().stream()
        .map(ShellDump::triggered)
        .filter(Run.class::isInstance)
        .map(Run.class::cast);
  }

  private static Instruction triggered(Instruction instruction) {
    return instruction instanceof Onbuild onbuild ? onbuild.trigger() : instruction;
  }

  private static Map<String, Object> run(Run run) {
    Script script = run.command().script();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", run.startLine());
    json.put("commands", script.commands().stream().map(ShellDump::command).toList());
    json.put("remainder", script.remainder().map(SourceRange::text).orElse(null));
    return json;
  }

  /** The words with quotes removed, or as they are written where they expand. */
  private static List<String> command(SimpleCommand command) {
    return command.words().stream().map(ShellDump::word).toList();
  }

  private static String word(Word word) {
    return word.literal().orElseGet(word::raw);
  }
}
