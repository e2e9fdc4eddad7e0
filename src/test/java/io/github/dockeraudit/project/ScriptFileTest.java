package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFileTest {

  @ParameterizedTest
  @CsvSource({
    "#!/bin/sh, POSIX",
    "#!/bin/sh -e, POSIX",
    "#!/bin/dash, POSIX",
    "#!/bin/bash, BASH",
    "#!/usr/bin/env bash, BASH",
    "#!/usr/bin/env python3, OPAQUE",
    "#!/usr/bin/pwsh, OPAQUE",
    "echo, POSIX",
  })
  void theFirstLineTellsTheLanguage(String line, Dialect dialect) {
    assertThat(new ScriptFile(Source.of("a.sh", line + "\n"), true).dialect()).isEqualTo(dialect);
  }

  @Test
  void theCommandsAreReadOnFirstUse() {
    ScriptFile file = new ScriptFile(Source.of("a.sh", "#!/bin/sh\nset -e\nexec \"$@\"\n"), true);
    assertThat(file.script().commands()).hasSize(2);
    assertThat(file.script()).isSameAs(file.script());
    assertThat(file.hasInterpreter()).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thePermissionToExecuteIsKnown(@TempDir Path folder) throws IOException {
    Tree tree = new Tree(folder).dockerfiles("Dockerfile").empty("a.sh", "b.sh");
    Files.setPosixFilePermissions(tree.path("a.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(tree.path("b.sh"), PosixFilePermissions.fromString("rw-r--r--"));
    Project project = tree.project();
    assertThat(project.script("a.sh").orElseThrow().isExecutable()).isTrue();
    assertThat(project.script("b.sh").orElseThrow().isExecutable()).isFalse();
    assertThat(project.script("c.sh")).isEmpty();
  }
}
