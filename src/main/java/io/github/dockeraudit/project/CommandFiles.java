package io.github.dockeraudit.project;

import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the files of a folder that offer commands to developers. */
final class CommandFiles {

  /** What a tool looks for, the name that wins first, and how it is read. */
  private record Format(List<String> names, Function<Source, List<DeveloperCommand>> reader) {}

  private static final List<Format> FORMATS =
      List.of(
          new Format(List.of("GNUmakefile", "makefile", "Makefile"), Makefile::commandsOf),
          new Format(List.of("justfile", "Justfile", ".justfile"), Justfile::commandsOf),
          new Format(
              List.of(
                  "Taskfile.yml",
                  "taskfile.yml",
                  "Taskfile.yaml",
                  "taskfile.yaml",
                  "Taskfile.dist.yml",
                  "taskfile.dist.yml",
                  "Taskfile.dist.yaml",
                  "taskfile.dist.yaml"),
              YamlCommands::tasksOf),
          new Format(List.of("package.json"), YamlCommands::scriptsOf),
          new Format(List.of("mvnw"), CommandFiles::wrapper));

  private final BiFunction<String, String, Optional<Source>> files;

  /**
   * @param files reads a file by its folder and its name; empty if there is none
   */
  CommandFiles(BiFunction<String, String, Optional<Source>> files) {
    this.files = files;
  }

  /** The commands that the files of one folder offer, tool by tool. */
  Stream<DeveloperCommand> commandsIn(String folder) {
    return FORMATS.stream().flatMap(format -> commandsIn(folder, format));
  }

  private Stream<DeveloperCommand> commandsIn(String folder, Format format) {
    return format.names.stream()
        .flatMap(name -> files.apply(folder, name).stream())
        .findFirst()
        .stream()
        .flatMap(source -> format.reader.apply(source).stream());
  }

  private static List<DeveloperCommand> wrapper(Source source) {
    return List.of(
        new DeveloperCommand(Tool.MAVEN_WRAPPER, "mvnw", source.range(0, 0), source.range(0, 0)));
  }
}
