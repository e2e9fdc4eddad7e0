package io.github.dockeraudit.project;

import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the commands of {@code Taskfile.yml} and, as JSON is YAML, of {@code package.json}. */
final class YamlCommands {

  private YamlCommands() {}

  /**
   * The public tasks of a Taskfile, in its order.
   *
   * @see <a href="https://taskfile.dev/reference/schema">Schema of Taskfile.yml</a>
   */
  static List<DeveloperCommand> tasksOf(Source source) {
    return commands(source, "tasks", Tool.TASK);
  }

  /** The scripts of a package.json, in its order. */
  static List<DeveloperCommand> scriptsOf(Source source) {
    return commands(source, "scripts", Tool.NPM);
  }

  private static List<DeveloperCommand> commands(Source source, String section, Tool tool) {
    return mapping(Yaml.parse(source).root())
        .flatMap(root -> mapping(root.get(section)))
        .flatMap(commands -> commands.entries().stream())
        .filter(entry -> !isInternal(entry))
        .map(entry -> command(entry, tool))
        .toList();
  }

  private static boolean isInternal(YamlEntry task) {
    return mapping(Optional.of(task.value()))
        .flatMap(body -> body.get("internal").stream())
        .anyMatch(internal -> internal.toString().equals("true"));
  }

  private static DeveloperCommand command(YamlEntry entry, Tool tool) {
    return new DeveloperCommand(
        tool, entry.key().value(), entry.key().range(), entry.value().range());
  }

  private static Stream<YamlMapping> mapping(Optional<YamlNode> node) {
    return node.stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }
}
