package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Value;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code chmod} of one file that an earlier COPY or ADD of the same stage has brought.
 *
 * @param command the chmod
 * @param layer the RUN that it stands in
 * @param copy what brought the file
 */
public record CopiedMode(SimpleCommand command, Layer layer, Instruction copy) implements Located {

  private static final Pattern EXECUTABLE = Pattern.compile("a?\\+x|a?\\+rx|u\\+x|ug\\+x|0?755");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{3,4}");

  @Override
  public SourceRange range() {
    return command.name().orElseThrow().range();
  }

  /** Those in the shipped layers of a project, in the order of files and places. */
  public static Stream<CopiedMode> in(Project project) {
    boolean isAny = project.dockerfiles().stream().anyMatch(file -> file.runs("chmod"));
    return isAny ? ShippedLayers.runs(project).flatMap(CopiedMode::in) : Stream.empty();
  }

  private static Stream<CopiedMode> in(Layer layer) {
    List<CopiedMode> found = new ArrayList<>(0);
    for (SimpleCommand written : layer.run().command().script().commands()) {
      SimpleCommand command = written.unwrapped();
      if (command.is("chmod") && command.operands().size() > 1 && !isDeleted(command, layer)) {
        of(command, layer).ifPresent(found::add);
      }
    }
    return found.stream();
  }

  /** Whether the same RUN deletes the files again, so that no layer has them once more. */
  private static boolean isDeleted(SimpleCommand chmod, Layer layer) {
    State state = layer.stage().stateAt(layer.run());
    return layer.run().command().script().commands().stream()
        .filter(command -> command.range().start() > chmod.range().start())
        .map(SimpleCommand::unwrapped)
        .filter(command -> command.is("rm"))
        .anyMatch(rm -> paths(rm, 0, state).containsAll(paths(chmod, 1, state)));
  }

  private static Optional<CopiedMode> of(SimpleCommand command, Layer layer) {
    return paths(command, 1, layer.stage().stateAt(layer.run())).stream()
        .flatMap(path -> origin(path, layer.run(), layer.stage()).stream())
        .findFirst()
        .map(copy -> new CopiedMode(command, layer, copy));
  }

  /** The files it speaks of; those of a pattern, a variable or a relative path are not known. */
  private static List<String> paths(SimpleCommand command, int from, State state) {
    String workdir = state.workdir().text().orElse("?");
    return command.operands().stream()
        .skip(from)
        .flatMap(word -> word.literal().stream())
        .map(path -> path.startsWith("/") ? path : workdir + "/" + path.replaceFirst("^\\./", ""))
        .map(path -> path.replace("//", "/"))
        .toList();
  }

  /** The last that brought a file there, unless something in between may have made another. */
  private static Optional<Instruction> origin(String path, Run run, Stage stage) {
    return stage.instructions().stream()
        .filter(earlier -> earlier.range().start() < run.range().start())
        .filter(earlier -> targets(earlier, stage).contains(path))
        .reduce((first, last) -> last);
  }

  private static List<String> targets(Instruction instruction, Stage stage) {
    if (instruction instanceof Copy copy) {
      return targets(
          copy.sources(), stage.stateAt(copy).locate(copy.destination()), copy.destination());
    }
    return instruction instanceof Add add
        ? targets(add.sources(), stage.stateAt(add).locate(add.destination()), add.destination())
        : List.of();
  }

  /** One file may go to the path itself, or into a folder of that name. */
  private static List<String> targets(List<Word> sources, Value place, Word destination) {
    List<String> targets = new ArrayList<>();
    if (place.text().isEmpty()) {
      return targets;
    }
    String folder = place.text().get().equals("/") ? "" : place.text().get();
    for (Word source : sources) {
      String name = source.literal().orElse("");
      name = name.substring(name.lastIndexOf('/') + 1);
      if (!name.isEmpty() && !name.equals(".") && name.indexOf('*') < 0) {
        targets.add(folder + "/" + name);
      }
    }
    if (sources.size() == 1 && !destination.text().endsWith("/") && targets.size() == 1) {
      targets.add(folder);
    }
    return targets;
  }

  /** The copy gives the file its mode, and the chmod goes. */
  public Remedy remedy() {
    String mode = command.operands().get(0).literal().orElse("");
    boolean isExecutable = EXECUTABLE.matcher(mode).matches();
    if (!isExecutable && !OCTAL.matcher(mode).matches()) {
      return Remedy.none("the mode depends on the one that the file has");
    }
    boolean isOne = command.operands().size() == 2 && sources() == 1;
    if (!isOne || copy.hasFlag("chmod")) {
      return Remedy.none("more files are copied or changed there");
    }
    Optional<TextEdit> cut = CutCommand.of(command, layer.run(), layer.file());
    return cut.isEmpty() || command.words().size() != 3
        ? Remedy.none("the script around it is not plain")
        : Remedy.intended(
            "Let %s set the mode".formatted(copy.name()),
            List.of(
                copy.keyword().range().insertAfter(" --chmod=" + (isExecutable ? "755" : mode)),
                cut.get()));
  }

  private int sources() {
    return copy.arguments().size() - 1;
  }
}
