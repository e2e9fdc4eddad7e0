package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Value;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A {@code chown -R} over files that an earlier layer has brought: a layer holds whole files, so
 * that the image has each of them twice.
 *
 * @param command the chown
 * @param layer the RUN that it stands in
 * @param copies the COPY and ADD instructions before it that bring files below its folders, none of
 *     which already gives them to that owner
 */
public record DoublingChown(SimpleCommand command, Layer layer, List<Instruction> copies)
    implements Located {

  /** What makes no files below the folders of a program. */
  private static final Set<String> HARMLESS =
      Set.of("addgroup", "adduser", "echo", "groupadd", "rm", "set", "useradd", "usermod");

  /** What makes none there either where it is run before the files are copied. */
  private static final Set<String> HARMLESS_BEFORE =
      Set.of(
          "addgroup",
          "adduser",
          "apk",
          "apt",
          "apt-get",
          "chmod",
          "chown",
          "dnf",
          "echo",
          "groupadd",
          "microdnf",
          "pip",
          "pip3",
          "rm",
          "set",
          "useradd",
          "usermod",
          "yum");

  @Override
  public SourceRange range() {
    return command.name().orElseThrow().range();
  }

  /** Those in the shipped layers of a project, in the order of files and places. */
  public static Stream<DoublingChown> in(Project project) {
    boolean isAny = project.dockerfiles().stream().anyMatch(file -> file.runs("chown"));
    return isAny ? ShippedLayers.runs(project).flatMap(DoublingChown::in) : Stream.empty();
  }

  private static Stream<DoublingChown> in(Layer layer) {
    return layer.run().command().script().commands().stream()
        .map(SimpleCommand::unwrapped)
        .filter(command -> command.is("chown") && command.hasFlag("-R", "--recursive"))
        .filter(command -> command.operands().size() > 1)
        .map(command -> new DoublingChown(command, layer, copies(command, layer)))
        .filter(chown -> !chown.copies.isEmpty());
  }

  /** The owner that it gives the files to, as {@code COPY --chown} takes it. */
  public Optional<String> owner() {
    return command.operands().get(0).literal();
  }

  private static List<Instruction> copies(SimpleCommand chown, Layer layer) {
    List<String> folders = folders(chown, layer);
    String owner = chown.operands().get(0).literal().orElse("");
    return folders.isEmpty()
        ? List.of()
        : layer.stage().ancestors().stream()
            .flatMap(stage -> copies(stage, layer, folders, owner))
            .toList();
  }

  private static List<String> folders(SimpleCommand chown, Layer layer) {
    String workdir = layer.stage().stateAt(layer.run()).workdir().text().orElse("?");
    return chown.operands().stream()
        .skip(1)
        .flatMap(word -> word.literal().stream())
        .map(path -> absolute(path, workdir))
        .filter(path -> path.length() > 1)
        .toList();
  }

  private static String absolute(String path, String workdir) {
    String plain = path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
    String clean = plain.equals(".") ? workdir : plain;
    String full = clean.startsWith("/") ? clean : workdir + "/" + clean;
    return full.endsWith("/") ? full.substring(0, full.length() - 1) : full;
  }

  private static Stream<Instruction> copies(
      Stage stage, Layer layer, List<String> folders, String owner) {
    int before = layer.run().range().start();
    return stage.instructions().stream()
        .filter(instruction -> instruction.range().start() < before)
        .filter(
            instruction ->
                destination(instruction, stage)
                    .filter(path -> folders.stream().anyMatch(folder -> isWithin(path, folder)))
                    .isPresent())
        .filter(copy -> !isOwnedBy(copy, owner));
  }

  private static boolean isOwnedBy(Instruction copy, String owner) {
    return copy.flag("chown")
        .flatMap(flag -> flag.value())
        .filter(v -> owner.equals(v.text()))
        .isPresent();
  }

  private static Optional<String> destination(Instruction instruction, Stage stage) {
    if (instruction instanceof Copy copy) {
      Value place = stage.stateAt(copy).locate(copy.destination());
      return place.text();
    }
    return instruction instanceof Add add
        ? stage.stateAt(add).locate(add.destination()).text()
        : Optional.empty();
  }

  private static boolean isWithin(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  /** The copies give the files away, and only the folder itself is left for chown. */
  public Remedy remedy() {
    Optional<Word> recursive =
        command.arguments().stream()
            .filter(word -> word.is("-R") || word.is("--recursive"))
            .findFirst();
    Optional<String> owner = owner();
    if (owner.isEmpty() || recursive.isEmpty()) {
      return Remedy.none("the owner or the flag is not plain");
    }
    Optional<String> obstacle = obstacle(owner.get());
    if (obstacle.isPresent()) {
      return Remedy.none(obstacle.get());
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Instruction copy : copies) {
      edits.add(copy.keyword().range().insertAfter(" --chown=" + owner.get()));
    }
    SourceRange flag = recursive.get().range();
    edits.add(flag.source().range(flag.start(), flag.end() + 1).delete());
    return Remedy.intended("Let COPY give the files away", edits);
  }

  private Optional<String> obstacle(String owner) {
    Stage stage = layer.stage();
    int first = copies.get(0).range().start();
    if (copies.stream().anyMatch(copy -> stageOf(copy) != stage || copy.hasFlag("chown"))) {
      return Optional.of("an earlier stage copies some of the files");
    }
    boolean makesMore =
        stage
            .all(Run.class)
            .filter(run -> run.range().start() > first && run != layer.run())
            .flatMap(run -> run.command().script().commands().stream())
            .anyMatch(command -> !command.unwrapped().is(HARMLESS.toArray(String[]::new)));
    if (makesMore) {
      return Optional.of("commands after the copies make files that it gives away, too");
    }
    if (stage.ancestors().stream().anyMatch(each -> makesFilesBefore(each, first))) {
      return Optional.of("commands before the copies make files that it gives away, too");
    }
    return isKnownBefore(owner, first)
        ? Optional.empty()
        : Optional.of("its owner is made only after the copies");
  }

  /** What is in a folder before the copies is not given away by them. */
  private boolean makesFilesBefore(Stage stage, int first) {
    List<String> folders = folders(command, layer);
    return stage
        .all(Run.class)
        .filter(run -> run.range().start() < first)
        .anyMatch(run -> makesFiles(run, stage.stateAt(run).workdir().text().orElse(""), folders));
  }

  private static boolean makesFiles(Run run, String workdir, List<String> folders) {
    boolean isThere =
        folders.stream()
            .anyMatch(
                folder ->
                    isWithin(workdir, folder) || run.command().text().text().contains(folder));
    return run.command().script().commands().stream()
        .map(SimpleCommand::unwrapped)
        .filter(each -> !each.is(HARMLESS_BEFORE.toArray(String[]::new)))
        .anyMatch(
            each ->
                each.is("mkdir")
                    ? each.operands().stream().anyMatch(word -> isBelow(word, workdir, folders))
                    : isThere);
  }

  private static boolean isBelow(Word path, String workdir, List<String> folders) {
    Optional<String> literal = path.literal().map(text -> absolute(text, workdir));
    return literal.isEmpty()
        || folders.stream().anyMatch(folder -> literal.get().startsWith(folder + "/"));
  }

  private Stage stageOf(Instruction copy) {
    return layer.file().stageOf(copy).orElse(layer.stage());
  }

  private boolean isKnownBefore(String owner, int first) {
    String user = owner.split(":", 2)[0];
    return user.chars().allMatch(c -> c >= '0' && c <= '9')
        || layer
            .stage()
            .root()
            .image()
            .flatMap(BaseImages::find)
            .flatMap(BaseImage::nonRootUser)
            .filter(known -> known.name().equals(user))
            .isPresent()
        || layer.stage().ancestors().stream()
            .flatMap(stage -> stage.all(Run.class))
            .filter(run -> run.range().start() < first)
            .flatMap(run -> run.command().script().commands().stream())
            .filter(command -> command.is("useradd", "adduser"))
            .anyMatch(command -> command.arguments().stream().anyMatch(word -> word.is(user)));
  }
}
