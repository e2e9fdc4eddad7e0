package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandFilesTest {

  private static List<DeveloperCommand> commands(String name, String... lines) {
    return commands(Map.of(name, String.join("\n", lines)));
  }

  private static List<DeveloperCommand> commands(Map<String, String> files) {
    return new CommandFiles(
            (folder, name) ->
                Optional.ofNullable(files.get(name)).map(text -> Source.of(name, text)))
        .commandsIn(".")
        .toList();
  }

  private static List<String> names(List<DeveloperCommand> commands) {
    return commands.stream().map(DeveloperCommand::name).toList();
  }

  @Test
  void targetsOfAMakefileAreCommands() {
    List<DeveloperCommand> commands =
        commands(
            "Makefile",
            "up: build ## Start",
            "\tdocker compose up -d",
            "",
            "\t# wait",
            "down logs:",
            "\tdocker compose $@",
            "now: ; date",
            "");
    assertThat(names(commands)).containsExactly("up", "down", "logs", "now");
    assertThat(commands.get(0).body().text()).isEqualTo("\tdocker compose up -d\n\n\t# wait");
    assertThat(commands.get(1).range().text()).isEqualTo("down");
    assertThat(commands.get(2).body().text()).isEqualTo("\tdocker compose $@");
    assertThat(commands.get(3).body().text()).isEqualTo(" date");
    assertThat(commands.get(0)).hasToString("make up");
  }

  @Test
  void whatIsNoTargetOfAMakefileIsPassedOver() {
    List<DeveloperCommand> commands =
        commands(
            "Makefile",
            ".PHONY: up down",
            "A := b:c",
            "B = x: y",
            "C ::= d",
            "up: export X = y",
            "$(DIR)/a: b",
            "%.o: %.c",
            "\tcc $<",
            "# comment: no",
            "include other.mk",
            "ifeq ($(A):,b)",
            "real::",
            "endif",
            "define TEXT",
            "fake: target",
            "endef",
            "$(foreach x,a b,$(eval $(x): y))",
            "override X := y: z");
    assertThat(names(commands)).containsExactly("real");
  }

  @Test
  void aRuleOfAMakefileMayGoOnInFurtherLines() {
    List<DeveloperCommand> commands =
        commands("Makefile", "a \\", "b: c \\", "  d", "\techo 1 \\", "2", "e:");
    assertThat(names(commands)).containsExactly("a", "b", "e");
    assertThat(commands.get(0).body().text()).isEqualTo("\techo 1 \\\n2");
  }

  @Test
  void aMakefileMayEndAnywhere() {
    assertThat(names(commands("Makefile", "a:"))).containsExactly("a");
    assertThat(names(commands("Makefile", "a: \\"))).containsExactly("a");
    assertThat(names(commands("Makefile", "define X"))).isEmpty();
    assertThat(names(commands("Makefile", "\\"))).isEmpty();
    assertThat(names(commands("Makefile", "\r\n\r\na:\r\n"))).containsExactly("a");
    assertThat(names(commands("Makefile", "a:\r\n\tb\r"))).containsExactly("a");
    assertThat(names(commands("Makefile", "", ":", "::", "="))).isEmpty();
  }

  @Test
  void makeReadsOnlyTheFirstOfItsFiles() {
    Map<String, String> files = Map.of("GNUmakefile", "a:", "Makefile", "b:");
    assertThat(names(commands(files))).containsExactly("a");
  }

  @Test
  void recipesOfAJustfileAreCommands() {
    List<DeveloperCommand> commands =
        commands(
            "justfile",
            "set dotenv-load := true",
            "version := `git describe: x`",
            "alias  b := build",
            "# Build it",
            "build target='a: b' *flags: _prepare",
            "    docker build .",
            "",
            "    docker push x",
            "@quiet:",
            "  true",
            "_prepare:",
            "[private]",
            "import 'x.just'");
    assertThat(names(commands)).containsExactly("b", "build", "quiet");
    assertThat(commands.get(1).body().text()).isEqualTo("    docker build .\n\n    docker push x");
    assertThat(commands.get(1)).hasToString("just build");
  }

  @Test
  void tasksAreCommands() {
    List<DeveloperCommand> commands =
        commands(
            "Taskfile.yml",
            "version: '3'",
            "tasks:",
            "  up: docker compose up",
            "  hidden: {internal: true, cmds: [a]}",
            "  test:",
            "    cmds: [mvn verify]");
    assertThat(names(commands)).containsExactly("up", "test");
    assertThat(commands.get(0).body().text()).isEqualTo("docker compose up");
    assertThat(commands.get(0).tool()).isEqualTo(Tool.TASK);
  }

  @Test
  void scriptsOfAPackageAreCommands() {
    List<DeveloperCommand> commands =
        commands("package.json", "{\"name\": \"x\",", "\"scripts\": {\"start\": \"node .\"}}");
    assertThat(commands)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command).hasToString("npm run start");
              assertThat(command.body().text()).isEqualTo("\"node .\"");
            });
  }

  @Test
  void theMavenWrapperIsACommand() {
    assertThat(commands("mvnw", "#!/bin/sh")).singleElement().hasToString("./mvnw");
  }

  @Test
  void brokenFilesHaveNoCommands() {
    assertThat(commands("package.json", "{")).isEmpty();
    assertThat(commands("Taskfile.yml", "tasks: [a]")).isEmpty();
    assertThat(commands("package.json", "[]")).isEmpty();
  }
}
