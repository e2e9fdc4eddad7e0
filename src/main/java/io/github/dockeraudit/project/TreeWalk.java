package io.github.dockeraudit.project;

import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.disk.FileType;
import io.github.dockeraudit.disk.FolderEntry;
import io.github.dockeraudit.project.FileTree.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Goes through the folders of a project once.
 *
 * <p>Links to folders are not followed, so that no circle of them matters. No folder stays open
 * while another is read, however deep they lie.
 */
final class TreeWalk {

  /** The most entries that are remembered; what lies in further folders is not known to rules. */
  private static final int MOST_ENTRIES = 200_000;

  private final Disk disk;
  private final Path base;
  private final Set<String> outputs;
  private final Set<String> leftOut;
  private final Consumer<Seen> visitor;
  private final FileTree.Builder tree;
  private final List<String> notes = new ArrayList<>();
  private int entries;
  private int nameless;

  /**
   * @param base the project's folder, without links in its path
   * @param outputs paths of folders that the build makes; not looked into
   * @param leftOut paths of folders that belong to others; not looked into
   * @param visitor is told of everything that is come by, folder by folder
   */
  TreeWalk(Disk disk, Path base, Set<String> outputs, Set<String> leftOut, Consumer<Seen> visitor) {
    this.disk = disk;
    this.base = base;
    this.outputs = outputs;
    this.leftOut = leftOut;
    this.visitor = visitor;
    this.tree = new FileTree.Builder(outputs);
  }

  /** One entry that was come by; the path of a nameless one is only for people. */
  record Seen(String path, FileType type) {}

  /** Goes through everything below the project's folder. */
  void walk() {
    goThrough(Set.of("."), visitor);
  }

  /** Goes on with the folders that were left out, to know what is in them; tells no visitor. */
  void listLeftOut() {
    goThrough(leftOut, entry -> {});
  }

  private void goThrough(Set<String> folders, Consumer<Seen> told) {
    Deque<String> waiting = new ArrayDeque<>(folders);
    while (!waiting.isEmpty()) {
      waiting.addAll(visit(waiting.remove(), told));
    }
  }

  /** The names of everything. */
  FileTree tree() {
    return tree.build();
  }

  /** What could not be looked at, for those who wonder. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (nameless > 0) {
      all.add(
          "Names passed over as they are not in this Java runtime's encoding: %s; set LC_ALL=C.UTF-8"
              .formatted(nameless));
    }
    if (entries > MOST_ENTRIES) {
      all.add("Of %s files and folders %s are known to rules".formatted(entries, MOST_ENTRIES));
    }
    return all;
  }

  /** The folders in this one that are to be visited too. */
  private List<String> visit(String folder, Consumer<Seen> told) {
    List<Seen> found;
    try {
      found = read(folder);
    } catch (IOException unreadable) {
      notes.add("Folder " + folder + " cannot be read and is passed over");
      return List.of();
    }
    TreeMap<String, Entry> listing = new TreeMap<>();
    for (Seen entry : found) {
      told.accept(entry);
      listing.put(Paths.name(entry.path), entryFor(entry));
      nameless += entry.type == FileType.NAMELESS ? 1 : 0;
    }
    entries += found.size();
    if (entries <= MOST_ENTRIES) {
      tree.list(folder, listing);
    }
    return foldersToVisit(found, listing.keySet().toArray(new String[0]));
  }

  private List<String> foldersToVisit(List<Seen> found, String[] names) {
    List<String> folders = new ArrayList<>();
    for (Seen entry : found) {
      if (entry.type == FileType.FOLDER && isLookedInto(entry.path, names)) {
        folders.add(entry.path);
      }
    }
    return folders;
  }

  private boolean isLookedInto(String path, String[] siblings) {
    return !outputs.contains(path)
        && !leftOut.contains(path)
        && !BuildOutput.isPassedOver(siblings, Paths.name(path));
  }

  private List<Seen> read(String folder) throws IOException {
    List<Seen> found = new ArrayList<>();
    for (FolderEntry entry : disk.list(base.resolve(folder))) {
      found.add(new Seen(Paths.child(folder, entry.name()), entry.type()));
    }
    return found;
  }

  private Entry entryFor(Seen entry) {
    return switch (entry.type) {
      case FILE -> Entry.FILE;
      case FOLDER -> Entry.FOLDER;
      case LINK -> behindLink(entry.path);
      case SPECIAL, NAMELESS -> Entry.UNKNOWN;
    };
  }

  private Entry behindLink(String path) {
    try {
      Path target = disk.realPath(base.resolve(path));
      if (!target.startsWith(base)) {
        return Entry.UNKNOWN;
      }
      return disk.isFolder(target) ? Entry.FOLDER : Entry.FILE;
    } catch (IOException dangling) {
      return Entry.MISSING;
    }
  }
}
