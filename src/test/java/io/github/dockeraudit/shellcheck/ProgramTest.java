package io.github.dockeraudit.shellcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.project.AuditException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProgramTest {

  @TempDir Path folder;

  @Test
  void isFoundOnThePath() throws IOException {
    Path program = program("shellcheck");
    String path = "/absent" + File.pathSeparator + File.pathSeparator + folder;
    assertThat(Program.find("", path)).map(Program::file).contains(program);
    assertThat(Program.find("shellcheck", path)).map(Program::file).contains(program);
    assertThat(Program.find("OFF", path)).isEmpty();
  }

  @Test
  void isFoundByItsPath() throws IOException {
    Path program = program("mine");
    assertThat(Program.find(program.toString(), "")).map(Program::file).contains(program);
  }

  @Test
  void needNotBeThereUnlessItIsNamed() {
    assertThat(Program.find("", folder.toString())).isEmpty();
    assertThatThrownBy(() -> Program.find("shellcheck", folder.toString()))
        .isInstanceOf(AuditException.class)
        .hasMessage(
            "shellcheck is 'shellcheck', which is no program; give the absolute path of ShellCheck, or off");
    assertThatThrownBy(() -> Program.find("/absent/shellcheck\0", ""))
        .isInstanceOf(AuditException.class);
  }

  @Test
  void isNeverOneOfTheAuditedFolder() throws IOException {
    program("shellcheck");
    Path relative = Path.of("").toAbsolutePath().relativize(folder);
    assertThat(Program.find("", relative.toString())).isEmpty();
    assertThat(Program.find("", ".")).isEmpty();
  }

  @Test
  void aFolderOrAFileThatCannotBeRunIsNone() throws IOException {
    Files.createDirectory(folder.resolve("shellcheck"));
    assertThat(Program.find("", folder.toString())).isEmpty();
    Files.delete(folder.resolve("shellcheck"));
    Files.writeString(folder.resolve("shellcheck"), "text");
    assertThat(Program.find("", folder.toString())).isEmpty();
  }

  /** An audit is made anew if another one would be asked. */
  @Test
  void anotherOneIsNotEqual() throws IOException {
    Path program = program("shellcheck");
    Optional<Program> before = Program.find("", folder.toString());
    assertThat(Program.find("", folder.toString())).isEqualTo(before);
    Files.setLastModifiedTime(program, FileTime.fromMillis(1));
    assertThat(Program.find("", folder.toString())).isNotEqualTo(before);
  }

  @Test
  void aScriptThatHandsOnIsAskedForItsVersion() throws IOException {
    assertThat(Program.find(program("shellcheck").toString(), ""))
        .map(Program::version)
        .contains("0.9.0");
  }

  private Path program(String name) throws IOException {
    Path program = new StandIn(folder, "true").program();
    return Files.move(program, folder.resolve(name));
  }
}
