package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shell that runs a script, as ShellCheck calls it.
 *
 * @param program {@code sh}, {@code dash}, {@code bash} or {@code ksh}
 * @param isPlain whether it certainly has nothing that POSIX does not ask for: the {@code sh} of
 *     Alpine and that of Fedora have most of bash's forms, that of Debian has not
 */
record ShellName(String program, boolean isPlain) {

  private static final Map<String, ShellName> KNOWN =
      Map.of(
          "bash", new ShellName("bash", false),
          "rbash", new ShellName("bash", false),
          "ksh", new ShellName("ksh", false),
          "mksh", new ShellName("ksh", false),
          "dash", new ShellName("dash", true),
          "ash", new ShellName("dash", false),
          "busybox", new ShellName("dash", false));

  private static final String SH = "sh";

  /** The shell of a command in shell form; empty if it is one that ShellCheck cannot read. */
  static Optional<ShellName> of(Command command, Stage stage, State state) {
    String text = command.text().text();
    List<String> words =
        command.isLoneHeredoc() && text.startsWith("#!")
            ? List.of(text.substring(2).lines().findFirst().orElse("").strip().split("[ \t]+"))
            : state.shell().map(ShellName::words).orElse(List.of(SH));
    boolean isOfImage = state.shell().isEmpty() && state.isWindows();
    return isOfImage && !text.startsWith("#!")
        ? Optional.empty()
        : of(words).map(shell -> shell.program.equals(SH) ? ofImage(stage) : shell);
  }

  /**
   * The shell that is named first among the words of a command; empty if none is or ShellCheck
   * cannot read it.
   */
  static Optional<ShellName> of(List<String> words) {
    for (String word : words) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (name.equals(SH)) {
        return Optional.of(new ShellName(SH, false));
      }
      if (KNOWN.containsKey(name)) {
        return Optional.of(KNOWN.get(name));
      }
    }
    return Optional.empty();
  }

  private static List<String> words(Shell shell) {
    return shell.words().stream().map(Word::text).toList();
  }

  private static ShellName ofImage(Stage stage) {
    return stage
        .root()
        .image()
        .flatMap(BaseImages::find)
        .map(BaseImage::family)
        .map(
            family ->
                switch (family) {
                  case DEBIAN, UBUNTU -> new ShellName(SH, true);
                  default -> new ShellName(SH, false);
                })
        .orElse(new ShellName(SH, false));
  }
}
