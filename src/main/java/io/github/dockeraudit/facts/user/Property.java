package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Workdir;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the program of some images may write to: its working directory, its volumes, and the folders
 * that the file makes for it.
 */
final class Property {

  private final Layers layers;
  private final List<Stage> images;
  private final ServiceKind kind;
  private final BuildCommands commands;
  private final CopiedFiles copied;
  private final Set<String> workdirs = new LinkedHashSet<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> volumes = new LinkedHashSet<>();

  Property(Layers layers, List<Stage> images, Deployed deployed, ServiceKind kind) {
    this.layers = layers;
    this.images = images;
    this.kind = kind;
    this.commands = new BuildCommands(layers);
    if (kind == ServiceKind.NONE || kind == ServiceKind.PHP_FPM) {
      directories().filter(Folders::isForApplications).forEachOrdered(workdirs::add);
      commands.foldersMade().forEachOrdered(made::add);
    }
    this.copied = new CopiedFiles(layers, workdirs);
    Stream.concat(declared(), deployed.volumeFolders().map(Folders::withoutSlash))
        .filter(Folders::isForApplications)
        .forEachOrdered(volumes::add);
    made.removeAll(workdirs);
    volumes.removeAll(workdirs);
    volumes.removeAll(made);
  }

  private Stream<String> directories() {
    return images.stream()
        .map(Stage::finalState)
        .filter(state -> state.workdirInstruction().filter(layers::counts).isPresent())
        .flatMap(state -> state.workdir().text().stream());
  }

  /** The folders of VOLUME. */
  private Stream<String> declared() {
    return layers
        .all(Volume.class)
        .flatMap(
            volume -> {
              State state = layers.stateAt(volume);
              return volume.paths().stream().flatMap(path -> state.expand(path).text().stream());
            })
        .map(Folders::withoutSlash);
  }

  /** Whether a working directory is the user's. */
  boolean hasWorkdir() {
    return !workdirs.isEmpty();
  }

  /** Whether the user may write to a path once all is done. */
  boolean covers(String path) {
    return folders().stream().anyMatch(folder -> Folders.isWithin(path, folder));
  }

  /** Where the program can be expected to write or to read, and the user may not. */
  Stream<String> doubts() {
    Stream<String> working =
        directories()
            .filter(path -> kind == ServiceKind.NONE && !path.equals("/"))
            .filter(path -> !Folders.isWithin(path, "/tmp") && !covers(path))
            .map("it may not write to its working directory %s"::formatted);
    Stream<String> kept =
        declared()
            .filter(path -> !Folders.isWithin(path, "/tmp") && !covers(path))
            .map("it may not write to the volume %s"::formatted);
    return Stream.of(working, kept, copied.doubts()).flatMap(doubts -> doubts);
  }

  /** The folders to be given to the user, each once. */
  List<String> folders() {
    List<String> folders = new ArrayList<>(workdirs);
    folders.addAll(made);
    folders.addAll(volumes);
    folders.addAll(kind.written());
    if (kind == ServiceKind.NGINX && rendersTemplates()) {
      folders.add("/etc/nginx/conf.d");
    }
    return folders;
  }

  /** The entry point of nginx writes there what it makes of templates. */
  private boolean rendersTemplates() {
    return layers
        .all(Copy.class)
        .anyMatch(copy -> copy.destination().text().startsWith("/etc/nginx/templates"));
  }

  /** Whether a folder has to be made first, as seen from an offset in the file. */
  boolean isMissing(String folder, int offset) {
    boolean isThere =
        kind.written().contains(folder)
            || folder.startsWith("/etc/")
            || made.contains(folder)
            || workdirs.contains(folder) && isSetBefore(folder, offset)
            || copied.fill(folder, offset);
    return !isThere;
  }

  private boolean isSetBefore(String folder, int offset) {
    return layers
        .all(Workdir.class)
        .filter(workdir -> workdir.range().end() <= offset)
        .anyMatch(
            workdir ->
                layers
                    .stateAt(workdir)
                    .locate(workdir.path())
                    .text()
                    .filter(folder::equals)
                    .isPresent());
  }

  /** Whether folders come into being only by a RUN, so that they can be given only after it. */
  boolean isLate() {
    return !made.isEmpty();
  }

  /** Whether all that is in the folders has to be given, whatever brought it there. */
  boolean isMadeByCommands() {
    return commands.leaveFilesIn(workdirs);
  }

  /** The COPY and ADD instructions whose files have to be the user's. */
  List<Instruction> copies() {
    return copied.toGive();
  }
}
