package io.github.dockeraudit.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The language that a command text is written in, as far as it changes how the text is read. */
public enum Dialect {
  /**
   * What a {@code /bin/sh} runs. As that is dash, busybox or bash by the image, bash's forms are
   * read too, unless they would mean something else in POSIX.
   */
  POSIX,
  /** bash, ksh or zsh. */
  BASH,
  /** PowerShell, cmd, Python or anything else: the text is not read at all. */
  OPAQUE;

  private static final Set<String> POSIX_SHELLS = Set.of("sh", "ash", "dash");
  private static final Set<String> BASH_SHELLS = Set.of("bash", "rbash", "ksh", "mksh", "zsh");

  /**
   * The dialect of a command that runs a shell, such as {@code ["/bin/bash", "-o", "pipefail",
   * "-c"]}: that of the first word that names a shell by its path or name, else {@link #OPAQUE}.
   */
  public static Dialect of(List<String> command) {
    for (String word : command) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (BASH_SHELLS.contains(name)) {
        return BASH;
      }
      if (POSIX_SHELLS.contains(name) || name.equals("busybox")) {
        return POSIX;
      }
    }
    return OPAQUE;
  }

  /** Whether a program of this name is a shell whose scripts are read. */
  public static boolean isShell(String program) {
    return POSIX_SHELLS.contains(program) || BASH_SHELLS.contains(program);
  }

  /**
   * The dialect that a script names in its first line, such as {@code #!/usr/bin/env bash}; empty
   * if the text does not begin with {@code #!}.
   */
  public static Optional<Dialect> ofShebang(String script) {
    if (!script.startsWith("#!")) {
      return Optional.empty();
    }
    String line = script.substring(2).lines().findFirst().orElse("").strip();
    return Optional.of(of(List.of(line.split("[ \t]+"))));
  }
}
