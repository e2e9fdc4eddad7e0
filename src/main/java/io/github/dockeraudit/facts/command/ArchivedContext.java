package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;

/** A build context that is no folder: {@code git archive HEAD | docker build -}. */
public final class ArchivedContext {

  private ArchivedContext() {}

  /**
   * Whether a command of the project builds from an archive, which holds only what it packs.
   *
   * @see <a href="https://docs.docker.com/build/concepts/context/#local-tarballs">Local
   *     tarballs</a>
   */
  public static boolean isBuiltIn(Project project) {
    return project.commands().stream()
        .filter(command -> command.body().text().contains("build"))
        .flatMap(CommandLines::of)
        .anyMatch(ArchivedContext::isRead);
  }

  private static boolean isRead(SimpleCommand command) {
    List<Word> words = command.words();
    return command.is("docker", "podman")
        && words.stream().anyMatch(word -> word.is("build"))
        && words.get(words.size() - 1).is("-");
  }
}
