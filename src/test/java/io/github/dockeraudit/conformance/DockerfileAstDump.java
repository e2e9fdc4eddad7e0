package io.github.dockeraudit.conformance;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Directive;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Heredoc;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Problem;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A Dockerfile as the nodes of BuildKit's parser. */
final class DockerfileAstDump implements DumpMode {

  @Override
  public Map<String, Object> describe(Path path) throws IOException {
    return describe(Dockerfile.parse(Source.of(path.toString(), Files.readAllBytes(path))));
  }

  Map<String, Object> describe(Dockerfile file) {
    boolean error =
        file.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.SYNTAX);
    List<Instruction> instructions = error ? List.of() : file.instructions();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("error", error);
    line.put("nodes", instructions.stream().map(DockerfileAstDump::node).toList());
    line.put("directives", directives(file));
    line.put("warnings", instructions.stream().flatMap(DockerfileAstDump::warnings).toList());
    return line;
  }

  private static Map<String, String> directives(Dockerfile file) {
    Map<String, String> directives = new LinkedHashMap<>();
    for (Directive directive : file.directives().all()) {
      directives.put(directive.name(), directive.text());
    }
    return directives;
  }

  private static Stream<String> warnings(Instruction instruction) {
    return instruction.blankLines().isEmpty()
        ? Stream.empty()
        : Stream.of(
            "Empty continuation line found in: " + valid(instruction.syntax().joined().text()));
  }

  private static List<Object> node(Instruction instruction) {
    return List.of(
        valid(instruction.name().toLowerCase(Locale.ROOT)),
        instruction.startLine(),
        instruction.endLine(),
        instruction.flags().stream()
            .map(Flag::word)
            .map(Word::text)
            .map(DockerfileAstDump::valid)
            .toList(),
        instruction.isJson(),
        arguments(instruction).map(DockerfileAstDump::valid).toList(),
        heredocs(instruction).stream().map(DockerfileAstDump::heredoc).toList());
  }

  private static Stream<String> arguments(Instruction instruction) {
    if (instruction instanceof Env env) {
      return triples(env.assignments());
    }
    if (instruction instanceof Label label) {
      return triples(label.assignments());
    }
    if (instruction instanceof Unknown) {
      return Stream.of("");
    }
    return instruction.arguments().stream().map(Word::text);
  }

  private static Stream<String> triples(List<Assignment> assignments) {
    return assignments.stream()
        .flatMap(
            assignment ->
                Stream.of(
                    assignment.name().text(),
                    assignment.value().map(Word::text).orElse(""),
                    assignment.isLegacy() ? "" : "="));
  }

  private static List<Heredoc> heredocs(Instruction instruction) {
    if (instruction instanceof Onbuild onbuild) {
      return heredocs(onbuild.trigger());
    }
    if (instruction instanceof Run run) {
      return run.heredocs();
    }
    if (instruction instanceof Copy copy) {
      return copy.heredocs();
    }
    return instruction instanceof Add add ? add.heredocs() : List.of();
  }

  private static List<Object> heredoc(Heredoc heredoc) {
    return List.of(
        valid(heredoc.name()),
        valid(heredoc.body().text()),
        heredoc.expands(),
        heredoc.chomps(),
        heredoc.fileDescriptor());
  }

  /** The text as JSON can hold it: a byte that is not UTF-8 becomes a replacement character. */
  private static String valid(String text) {
    return text.replaceAll("\\p{Cs}", "\uFFFD");
  }
}
