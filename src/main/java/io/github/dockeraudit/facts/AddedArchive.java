package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Has ADD unpack an archive that a COPY brings and a RUN unpacks. */
public final class AddedArchive {

  private static final Pattern PLAIN =
      Pattern.compile("-?[xzjJvf]+|-C|--directory|--extract|--gzip|--file");

  private AddedArchive() {}

  /**
   * What is to be changed, or why a person has to do it.
   *
   * @param source the archive in its COPY
   * @param stage the stage of the COPY
   * @param file its file
   */
  public static Remedy remedy(Word source, Stage stage, Dockerfile file) {
    Copy copy =
        stage
            .all(Copy.class)
            .filter(each -> each.sources().contains(source))
            .findFirst()
            .orElseThrow();
    String name = source.text().substring(source.text().lastIndexOf('/') + 1);
    List<Run> runs =
        stage.all(Run.class).filter(run -> run.command().text().text().contains(name)).toList();
    if (copy.arguments().size() != 2 || !copy.flags().isEmpty() || runs.size() != 1) {
      return Remedy.none("more is done with it");
    }
    Run run = runs.get(0);
    List<SimpleCommand> commands = run.command().script().commands();
    boolean isOne = commands.size() == 1 || commands.size() == 2 && deletes(commands.get(1), name);
    Optional<String> folder = folder(commands.get(0));
    if (!isOne || folder.isEmpty() || run.isTrigger() || !run.flags().isEmpty()) {
      return Remedy.none("the RUN does more than to unpack it");
    }
    String path = folder.get().endsWith("/") ? folder.get() : folder.get() + "/";
    return Remedy.intended(
        "Let ADD unpack it",
        List.of(
            copy.renameTo("ADD"),
            copy.destination().range().replaceWith(path),
            file.extent(run).delete()));
  }

  private static boolean deletes(SimpleCommand command, String name) {
    return command.is("rm")
        && command.operands().size() == 1
        && command.operands().get(0).literal().filter(path -> path.endsWith(name)).isPresent();
  }

  /** The folder that a plain tar unpacks all into. */
  private static Optional<String> folder(SimpleCommand tar) {
    Optional<String> folder = tar.flagValue("-C", "--directory").flatMap(word -> word.literal());
    Optional<String> archive = tar.flagValue("-f", "--file").flatMap(word -> word.literal());
    boolean isPlain =
        tar.is("tar")
            && tar.arguments().stream()
                .allMatch(
                    word ->
                        PLAIN.matcher(word.raw()).matches()
                            || word.literal().equals(folder)
                            || word.literal().equals(archive));
    return folder.filter(path -> isPlain && path.startsWith("/") && path.matches("[\\w./-]+"));
  }
}
