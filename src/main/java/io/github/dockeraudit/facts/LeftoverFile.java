package io.github.dockeraudit.facts;

import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.Assignment;
import io.github.dockeraudit.shell.Compound;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a RUN downloads or makes only for itself, and leaves in its layer: an archive that it has
 * unpacked, a package that it has installed, a signature that it has checked, a temporary folder.
 *
 * @param range where it is named
 * @param path what is left, as the script names it
 * @param isFolder whether it is a folder
 * @param isCertain whether it is there whatever happens
 * @param layer the RUN
 */
public record LeftoverFile(
    SourceRange range, String path, boolean isFolder, boolean isCertain, Layer layer)
    implements Located {

  private static final String[] DOWNLOADERS = {"curl", "wget"};
  private static final String[] USERS = {"tar", "unzip", "dpkg", "rpm", "gpg", "gpg2"};

  /** Those in the shipped layers of a project, in the order of files and places. */
  public static Stream<LeftoverFile> in(Project project) {
    boolean isAny =
        project.dockerfiles().stream()
            .anyMatch(file -> file.runs(DOWNLOADERS) && file.runs(USERS) || file.runs("mktemp"));
    return isAny ? ShippedLayers.runs(project).flatMap(LeftoverFile::in) : Stream.empty();
  }

  private static Stream<LeftoverFile> in(Layer layer) {
    List<SimpleCommand> commands = new ArrayList<>();
    for (SimpleCommand written : layer.run().command().script().commands()) {
      commands.add(written.unwrapped());
    }
    List<LeftoverFile> found = new ArrayList<>(0);
    for (SimpleCommand command : commands) {
      if (command.is(DOWNLOADERS)) {
        download(command, commands, layer).ifPresent(found::add);
      }
      if (!command.assignments().isEmpty()) {
        folder(command, layer).ifPresent(found::add);
      }
    }
    return found.stream().filter(leftover -> !leftover.isTakenAway(commands));
  }

  private static Optional<LeftoverFile> download(
      SimpleCommand command, List<SimpleCommand> commands, Layer layer) {
    return target(command)
        .filter(path -> commands.stream().anyMatch(user -> isUsedUp(path, user)))
        .map(
            path ->
                new LeftoverFile(
                    command.name().orElseThrow().range(), path, false, isCertain(command), layer));
  }

  /** Whether it stands in no branch or loop. */
  private static boolean isCertain(SimpleCommand command) {
    Optional<Node> up = command.parent();
    while (up.isPresent() && !(up.get() instanceof Compound)) {
      up = up.get().parent();
    }
    return up.isEmpty();
  }

  /** Where a download is written to; empty if that is not a file of one name. */
  private static Optional<String> target(SimpleCommand command) {
    boolean isCurl = command.is("curl");
    if (!isCurl && !command.is("wget")) {
      return Optional.empty();
    }
    Optional<Word> given =
        isCurl ? command.flagValue("-o", "--output") : command.flagValue("-O", "--output-document");
    if (given.isPresent()) {
      return given
          .map(LeftoverFile::plain)
          .filter(path -> !path.startsWith("-") && !path.startsWith("/dev/"));
    }
    List<Word> addresses = command.operands();
    boolean isNamed =
        isCurl ? command.hasFlag("-O", "--remote-name") : !command.hasFlag("-P", "-i");
    return isNamed && addresses.size() == 1
        ? Optional.of(plain(addresses.get(0)))
            .map(address -> address.substring(address.lastIndexOf('/') + 1))
            .filter(name -> !name.isEmpty() && name.indexOf('?') < 0)
        : Optional.empty();
  }

  private static String plain(Word word) {
    String bare = word.raw().replace("\"", "").replace("'", "");
    return bare.startsWith("./") ? bare.substring(2) : bare;
  }

  /** Whether a command needs the file, and nothing needs it after that. */
  private static boolean isUsedUp(String path, SimpleCommand user) {
    if (user.is("tar")) {
      return user.hasFlag("-x", "--extract")
          && user.flagValue("-f", "--file").filter(file -> isSame(file, path)).isPresent();
    }
    boolean isRead =
        user.is("unzip")
            || user.is("dpkg") && user.hasFlag("-i", "--install")
            || user.is("rpm") && user.hasFlag("-i", "-U", "--install", "--upgrade")
            || user.is("gpg", "gpg2")
                && user.hasFlag("--verify")
                && path.matches(".*\\.(?:asc|sig)");
    return isRead && user.arguments().stream().anyMatch(word -> isSame(word, path));
  }

  private static boolean isSame(Word word, String path) {
    String other = plain(word);
    return other.equals(path)
        || (other.indexOf('/') < 0 || path.indexOf('/') < 0) && name(other).equals(name(path));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A variable that is given the name of a new temporary folder. */
  private static Optional<LeftoverFile> folder(SimpleCommand command, Layer layer) {
    return command.assignments().stream()
        .filter(LeftoverFile::isNewFolder)
        .findFirst()
        .map(it -> new LeftoverFile(it.range(), "$" + it.name(), true, true, layer));
  }

  private static boolean isNewFolder(Assignment assignment) {
    return assignment.value().expansions().stream()
        .flatMap(expansion -> expansion.block().stream())
        .flatMap(block -> block.commands().stream())
        .anyMatch(made -> made.is("mktemp") && made.hasFlag("-d", "--directory"));
  }

  /** Whether it is deleted or moved, or may be: by a pattern, a variable, the folder above it. */
  private boolean isTakenAway(List<SimpleCommand> commands) {
    return isOutsideLayer()
        || commands.stream()
            .filter(command -> command.range().start() > range.start())
            .anyMatch(this::mayTakeAway);
  }

  private boolean isOutsideLayer() {
    return layer.run().mounts().stream()
        .filter(mount -> !mount.type().equals("secret") && !mount.type().equals("ssh"))
        .flatMap(mount -> mount.target().stream())
        .anyMatch(target -> path.startsWith(target.text()) || path.indexOf('/') < 0);
  }

  private boolean mayTakeAway(SimpleCommand command) {
    if (command.is("find", "trap", "git") || command.name().isEmpty()) {
      return command.is("find", "trap");
    }
    return command.is("rm", "mv", "unlink", "shred")
        && command.operands().stream().map(LeftoverFile::plain).anyMatch(this::mayBe);
  }

  private boolean mayBe(String operand) {
    String bare = operand.replaceAll("[{}]", "");
    String own = path.replaceAll("[{}]", "");
    int star = operand.indexOf('*');
    return bare.equals(own)
        || name(bare).equals(name(own))
        || own.startsWith(bare + "/")
        || isFolder && bare.contains(own)
        || star >= 0
            && (name(operand).indexOf('*') == 0
                || name(own).startsWith(name(operand.substring(0, star))))
        || !isFolder
            && (operand.indexOf('$') >= 0 || own.indexOf('/') < 0 && operand.indexOf('.') < 0);
  }

  /** Deletes it at the end of the RUN. */
  public Remedy remedy() {
    boolean moves =
        layer.run().command().script().commands().stream()
            .anyMatch(command -> command.is("cd", "pushd"));
    if (moves && !path.startsWith("/") && !isFolder) {
      return Remedy.none("the RUN changes the folder");
    }
    boolean isPlain = path.matches("[\\w./${}+~-]+");
    String quoted = path.indexOf('$') >= 0 ? '"' + path + '"' : path;
    return (isPlain
            ? AddedCommand.atEndOf(
                layer.run(),
                layer.file(),
                (isFolder ? "rm -rf " : isCertain ? "rm " : "rm -f ") + quoted)
            : Optional.<TextEdit>empty())
        .map(edit -> Remedy.intended("Delete it in the same RUN", List.of(edit)))
        .orElseGet(() -> Remedy.none("the end of the script is not plain"));
  }
}
