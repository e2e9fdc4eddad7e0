package io.github.dockeraudit.conformance;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Problem;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether BuildKit accepts a Dockerfile, and the first thing that it objects to. */
final class DockerfileChecksDump implements DumpMode {

  @Override
  public Map<String, Object> describe(Path path) throws IOException {
    return describe(Dockerfile.parse(Source.of(path.toString(), Files.readAllBytes(path))));
  }

  Map<String, Object> describe(Dockerfile file) {
    Optional<Problem> first = file.problems().stream().findFirst();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("accepted", file.accepted());
    line.put("error", first.map(Problem::message).orElse(null));
    line.put("errorLine", first.map(problem -> line(file, problem)).orElse(null));
    line.put("warnings", List.of());
    return line;
  }

  /** BuildKit names the first line of an instruction. */
  private static int line(Dockerfile file, Problem problem) {
    return file.instructionAt(problem.range().start())
        .map(Instruction::startLine)
        .orElseGet(() -> problem.range().from().line());
  }
}
