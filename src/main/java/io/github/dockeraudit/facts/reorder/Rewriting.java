package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Blank;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Origin;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the changes down. */
final class Rewriting {

  private final Dockerfile file;
  private final CopiedFiles files;
  private final MovedSources moved;
  private final Run run;
  private final InstallFirst install;
  private final Steps steps;
  private final String lineEnding;

  Rewriting(Dockerfile file, CopiedFiles files, MovedSources moved, InstallFirst install) {
    this.file = file;
    this.files = files;
    this.moved = moved;
    this.install = install;
    this.steps = install.steps();
    this.run = steps.run();
    this.lineEnding = file.source().lineEnding();
  }

  /** Leaves the manifests where the sources were copied, and copies the sources later. */
  List<TextEdit> edits() throws ObstacleException {
    List<TextEdit> edits = new ArrayList<>();
    StringBuilder moving = new StringBuilder();
    int removedUpTo = -1;
    for (Instruction instruction : moved.all()) {
      SourceRange range = withItsComments(instruction);
      String lines = manifestLines(instruction);
      boolean isAlone =
          install.step().isEmpty() && (hasBlankBefore(instruction) || range.start() == removedUpTo);
      edits.add(
          lines.isEmpty() && isAlone ? withBlankLine(range).delete() : range.replaceWith(lines));
      removedUpTo = lines.isEmpty() && isAlone ? range.end() : -1;
      moving.append(complete(range.text()));
    }
    edits.addAll(install.step().isEmpty() ? behind(moving.toString()) : inFront(moving.toString()));
    return edits;
  }

  private String manifestLines(Instruction instruction) throws ObstacleException {
    if (instruction instanceof Run) {
      return "";
    }
    CopyLines lines = new CopyLines(ContextCopy.of(instruction).orElseThrow());
    for (String path : install.wanted()) {
      Origin origin = files.origin(path).orElseThrow();
      if (origin.copied().copy().instruction() == instruction && !isCopiedAnyway(path, origin)) {
        lines.add(origin, path, files.hasFolder(path));
      }
    }
    return lines.text(lineEnding);
  }

  private boolean isCopiedAnyway(String path, Origin origin) {
    return files.all().stream()
        .filter(one -> !moved.contain(one.copy().instruction()))
        .anyMatch(one -> one.target().equals(path) && one.source().equals(origin.path()));
  }

  /** Puts the sources after the install, within the RUN if that does more. */
  private List<TextEdit> behind(String moving) throws ObstacleException {
    if (install.rest() == steps.all().size()) {
      boolean isOpen = !install.last().range().text().endsWith("\n");
      String before = isOpen ? lineEnding : hasBlankBefore(install.last()) ? lineEnding : "";
      String text = isOpen ? moving.substring(0, moving.length() - lineEnding.length()) : moving;
      return List.of(install.last().range().insertAfter(before + text));
    }
    SourceRange gap =
        file.source()
            .range(
                steps.all().get(install.rest() - 1).range().end(),
                steps.all().get(install.rest()).range().start());
    StringBuilder text = new StringBuilder(lineEnding).append(moving);
    for (Comment comment : run.comments()) {
      if (gap.contains(comment.range())) {
        text.append(complete(comment.range().text().stripLeading()));
      }
    }
    String head =
        file.source().text().substring(run.range().start(), run.command().range().start());
    text.append(head).append(steps.prefix(install.rest()));
    return List.of(gap.replaceWith(text.toString()));
  }

  /** Puts a command that fetches, and the sources after it, before the build. */
  private List<TextEdit> inFront(String moving) throws ObstacleException {
    String step = install.step().orElseThrow();
    int passed = install.leadingBystanders();
    StringBuilder text = new StringBuilder(headOfRun());
    for (Node node : steps.all().subList(0, passed)) {
      text.append(node.raw()).append(" && ");
    }
    boolean isJson = run.command().isExec() && step.indexOf('"') >= 0;
    if (isJson || step.indexOf('\n') >= 0) {
      throw new ObstacleException("the command is not in shell form");
    }
    text.append(chmodsOfWanted()).append(step).append(lineEnding);
    Instruction lastMoved = moved.last();
    boolean isClose = moved.between(lastMoved.range().end(), run.range().start()).isEmpty();
    if (isClose && hasBlankBefore(moved.first())) {
      text.append(lineEnding);
    }
    text.append(moving);
    List<TextEdit> edits = new ArrayList<>();
    edits.add(
        isClose
            ? lastMoved.range().insertAfter(text.toString())
            : file.withComments(run).insertBefore(text.toString()));
    if (steps.all().subList(0, passed).stream().anyMatch(node -> !Steps.isLasting(node))) {
      install.refuseToPart();
      edits.add(
          file.source()
              .range(run.command().range().start(), steps.all().get(passed).range().start())
              .replaceWith(steps.prefix(passed)));
    }
    return edits;
  }

  private String headOfRun() {
    return run.heredocs().isEmpty() && !run.command().isExec()
        ? file.source().text().substring(run.range().start(), run.command().range().start())
        : run.keyword().text() + " ";
  }

  /** A wrapper that is made executable after the sources has to be so before them too. */
  private String chmodsOfWanted() {
    StringBuilder text = new StringBuilder();
    for (Instruction instruction : moved.all()) {
      if (instruction instanceof Run chmod) {
        chmod.command().script().commands().stream()
            .filter(command -> namesOnlyWanted(command, chmod))
            .forEachOrdered(command -> text.append(command.raw()).append(" && "));
      }
    }
    for (Node node : steps.all().subList(0, install.first())) {
      if (node instanceof SimpleCommand command
          && MovedSources.isChmod(command)
          && namesOnlyWanted(command, run)) {
        text.append(command.raw()).append(" && ");
      }
    }
    return text.toString();
  }

  private boolean namesOnlyWanted(SimpleCommand chmod, Instruction at) {
    String folder = install.workdir(at);
    return chmod.operands().stream()
        .skip(1)
        .allMatch(
            file ->
                file.literal()
                    .filter(path -> install.wanted().contains(CopiedFiles.resolve(folder, path)))
                    .isPresent());
  }

  private String complete(String text) {
    return text.endsWith("\n") ? text : text + lineEnding;
  }

  /** What speaks of the install stays with it. */
  private SourceRange withItsComments(Instruction instruction) {
    SourceRange range = file.withComments(instruction);
    boolean isAboutInstall =
        file.elements().stream()
            .filter(one -> one instanceof Comment && range.contains(one.range()))
            .map(one -> ((Comment) one).text().toLowerCase(Locale.ROOT))
            .anyMatch(text -> text.contains("install") || text.contains("dependenc"));
    boolean stays = isAboutInstall && file.withComments(run).equals(run.range());
    return stays ? instruction.range() : range;
  }

  private boolean hasBlankBefore(Instruction instruction) {
    SourceRange range = file.withComments(instruction);
    return elementEndingAt(range.start()).filter(Blank.class::isInstance).isPresent();
  }

  private Optional<Element> elementEndingAt(int offset) {
    return file.elements().stream().filter(one -> one.range().end() == offset).findFirst();
  }

  /** And the blank line after it. */
  private SourceRange withBlankLine(SourceRange range) {
    return file.elements().stream()
        .filter(one -> one instanceof Blank && one.range().start() == range.end())
        .findFirst()
        .map(blank -> range.union(blank.range()))
        .orElse(range);
  }
}
