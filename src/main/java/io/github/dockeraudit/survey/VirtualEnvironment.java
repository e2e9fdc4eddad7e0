package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.survey.DockerfileStrengths.Handover;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Python packages that are installed into a folder of their own, and handed on as one. */
final class VirtualEnvironment {

  private VirtualEnvironment() {}

  /** A sentence about the first that is handed over; empty if none is. */
  static Optional<String> in(List<Handover> handovers) {
    for (Handover handover : handovers) {
      for (String folder : foldersOf(handover.from()).toList()) {
        if (handover.paths().contains(folder)) {
          return Optional.of(
              "Virtual environment %s is made in %s and handed to %s as a whole"
                  .formatted(
                      folder,
                      StageSurvey.title(handover.from()),
                      StageSurvey.title(handover.to())));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<String> foldersOf(Stage stage) {
    return stage.ancestors().stream()
        .flatMap(made -> made.all(Run.class))
        .flatMap(run -> run.command().script().commands().stream())
        .map(SimpleCommand::unwrapped)
        .flatMap(command -> folder(command).stream());
  }

  /** {@code python -m venv FOLDER}, {@code virtualenv FOLDER}, {@code uv venv FOLDER}. */
  private static Optional<String> folder(SimpleCommand command) {
    List<String> words =
        command.words().stream().map(Word::literal).flatMap(Optional::stream).toList();
    boolean isVenv =
        command.is("virtualenv")
            || command.program().filter(name -> name.startsWith("python")).isPresent()
                && words.indexOf("venv") == words.indexOf("-m") + 1
                && words.contains("venv")
            || command.is("uv") && words.size() > 2 && words.get(1).equals("venv");
    return isVenv && words.size() > 1 ? Optional.of(words.get(words.size() - 1)) : Optional.empty();
  }
}
