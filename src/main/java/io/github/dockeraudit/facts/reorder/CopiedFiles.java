package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Value;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which files of the build context lie where in a stage.
 *
 * <p>Paths in the image are cleaned. A working directory that only the base image or the build
 * knows is a name of its own: two paths below it can be compared with each other.
 */
final class CopiedFiles {

  private static final String OF_BASE_IMAGE = "?";

  private final Project project;
  private final BuildContext context;
  private final List<Copied> copied = new ArrayList<>();

  /**
   * One source of a COPY or ADD.
   *
   * @param copy the instruction
   * @param source its path in the build context
   * @param target its path in the image
   * @param isFolder whether it is a folder, whose content is copied
   */
  record Copied(ContextCopy copy, String source, String target, boolean isFolder) {}

  /**
   * Where something in the image comes from.
   *
   * @param copied what brings it
   * @param path its path in the build context
   */
  record Origin(Copied copied, String path) {}

  /** What the instructions before {@code end} copy, those of earlier stages included. */
  CopiedFiles(Project project, BuildContext context, Stage stage, Instruction end) {
    this.project = project;
    this.context = context;
    List<Stage> stages = new ArrayList<>(stage.ancestors());
    Collections.reverse(stages);
    for (Stage each : stages) {
      for (Instruction instruction : each.instructions()) {
        if (instruction.range().start() < end.range().start()) {
          ContextCopy.of(instruction).ifPresent(copy -> add(copy, each));
        }
      }
    }
  }

  /** The folder that commands run in. */
  static String workdir(State state) {
    Value workdir = state.workdir();
    return workdir
        .certain()
        .map(Paths::clean)
        .orElseGet(
            () ->
                state
                    .workdirInstruction()
                    .map(given -> OF_BASE_IMAGE + given.range().start())
                    .orElse(OF_BASE_IMAGE));
  }

  /** What a path comes to inside a folder of the image. */
  static String resolve(String folder, String path) {
    return Paths.clean(path.startsWith("/") ? path : folder + "/" + path);
  }

  private void add(ContextCopy copy, Stage stage) {
    State state = stage.stateAt(copy.instruction());
    Optional<String> to = state.expand(copy.destination()).certain();
    if (to.isEmpty()) {
      return;
    }
    String target = resolve(workdir(state), to.get());
    boolean isFolder =
        to.get().endsWith("/")
            || copy.sources().size() > 1
            || target.equals(workdir(state))
            || copied.stream().anyMatch(one -> one.isFolder && one.target.equals(target));
    for (Word source : copy.sources()) {
      state.expand(source).certain().ifPresent(path -> add(copy, path, target, isFolder));
    }
  }

  private void add(ContextCopy copy, String source, String target, boolean isFolder) {
    for (String path : project.tree().matching(context.folder(), source)) {
      String inContext = inContext(path);
      boolean copiesFolder = project.tree().at(path) == Entry.FOLDER;
      boolean keepsName = !copiesFolder && isFolder;
      String place = keepsName ? Paths.clean(target + "/" + Paths.name(inContext)) : target;
      copied.add(new Copied(copy, inContext, place, copiesFolder));
    }
  }

  private String inContext(String path) {
    return context.folder().equals(".")
        ? path
        : path.equals(context.folder()) ? "." : path.substring(context.folder().length() + 1);
  }

  /** All that is copied, in the order of the instructions. */
  List<Copied> all() {
    return copied;
  }

  /** The file or folder of the build context that lies at a path of the image. */
  Optional<Origin> origin(String path) {
    return originIfAny(path).filter(origin -> context.holds(origin.path));
  }

  /** As {@link #origin}, whether or not there is anything in the build context. */
  private Optional<Origin> originIfAny(String path) {
    Origin possible = null;
    for (int i = copied.size() - 1; i >= 0; i--) {
      Copied one = copied.get(i);
      if (one.isFolder ? Paths.isWithin(path, one.target) : path.equals(one.target)) {
        Origin origin = new Origin(one, Paths.clean(one.source + "/" + below(path, one.target)));
        if (context.holds(origin.path)) {
          return Optional.of(origin);
        }
        possible = possible == null ? origin : possible;
      }
    }
    return Optional.ofNullable(possible);
  }

  /** The rest of a path after a folder above it; {@code .} for that folder itself. */
  static String below(String path, String folder) {
    if (path.length() <= folder.length()) {
      return ".";
    }
    return path.substring(folder.equals("/") ? 1 : folder.length() + 1);
  }

  /** Where a file or folder that the build makes would come from if it were copied too. */
  Optional<Origin> covering(String path) {
    return originIfAny(path);
  }

  boolean hasFile(String path) {
    return origin(path).filter(origin -> at(origin) == Entry.FILE).isPresent();
  }

  boolean hasFolder(String path) {
    return origin(path).filter(origin -> at(origin) == Entry.FOLDER).isPresent();
  }

  /** The files of the build context below a folder of the image that are copied to it, sorted. */
  List<String> filesBelow(String folder) {
    return origin(folder).stream()
        .flatMap(
            origin ->
                project.tree().filesBelow(inProject(origin.path)).stream()
                    .map(this::inContext)
                    .filter(context::holds)
                    .map(path -> Paths.clean(folder + "/" + rest(path, origin.path))))
        .toList();
  }

  private static String rest(String path, String folder) {
    return folder.equals(".") ? path : below(path, folder);
  }

  private Entry at(Origin origin) {
    return project.tree().at(inProject(origin.path));
  }

  /** The path in the project of a path in the build context. */
  String inProject(String path) {
    return Paths.clean(Paths.child(context.folder(), path));
  }

  /** The text of a copied file; empty if it cannot be read. */
  Optional<Source> text(String path) {
    return origin(path).flatMap(origin -> project.text(inProject(origin.path)));
  }

  /**
   * Whether something that one of these instructions copies lies at a path of the image, below it
   * or may do so after a build.
   */
  boolean concerns(List<Instruction> copies, String path) {
    return copied.stream()
        .filter(one -> copies.contains(one.copy.instruction()))
        .anyMatch(one -> concerns(one, path));
  }

  private boolean concerns(Copied one, String path) {
    String target = one.target.startsWith(OF_BASE_IMAGE) ? relocated(one.target, path) : one.target;
    if (Paths.isWithin(target, path) || path.equals("/")) {
      return true;
    }
    boolean isAbove = target.equals("/") || Paths.isWithin(path, target);
    return isAbove
        && one.isFolder
        && project.tree().at(inProject(Paths.clean(one.source + "/" + below(path, target))))
            != Entry.MISSING;
  }

  /** Most base images that set no working directory work in the root. */
  private static String relocated(String target, String path) {
    if (!path.startsWith("/")) {
      return target;
    }
    int slash = target.indexOf('/');
    return slash < 0 ? "/" : target.substring(slash);
  }
}
