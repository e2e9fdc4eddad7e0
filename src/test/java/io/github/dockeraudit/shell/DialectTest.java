package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Dialect.BASH;
import static io.github.dockeraudit.shell.Dialect.OPAQUE;
import static io.github.dockeraudit.shell.Dialect.POSIX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DialectTest {

  @Test
  void theShellSaysItsDialect() {
    assertThat(Dialect.of(List.of("/bin/sh", "-c"))).isEqualTo(POSIX);
    assertThat(Dialect.of(List.of("/bin/bash", "-o", "pipefail", "-c"))).isEqualTo(BASH);
    assertThat(Dialect.of(List.of("conda", "run", "-n", "x", "/bin/bash", "-c"))).isEqualTo(BASH);
    assertThat(Dialect.of(List.of("powershell", "-Command"))).isEqualTo(OPAQUE);
    assertThat(Dialect.of(List.of("cmd", "/S", "/C"))).isEqualTo(OPAQUE);
    assertThat(Dialect.of(List.of())).isEqualTo(OPAQUE);
  }

  @Test
  void theFirstLineOfAScriptSaysItsDialect() {
    assertThat(Dialect.ofShebang("#!/usr/bin/env bash\nx")).contains(BASH);
    assertThat(Dialect.ofShebang("#! /bin/sh -e\r\nx")).contains(POSIX);
    assertThat(Dialect.ofShebang("#!/usr/bin/python3\nx")).contains(OPAQUE);
    assertThat(Dialect.ofShebang("#!")).contains(OPAQUE);
    assertThat(Dialect.ofShebang("# a\n")).isEmpty();
  }

  @Test
  void aDescriptorNameIsAWordInPosix() {
    assertThat(Scripts.sh("a {b}>c").commands().get(0).words()).hasToString("[a, {b}]");
    assertThat(Scripts.bash("a {b}>c").commands().get(0).words()).hasToString("[a]");
  }
}
