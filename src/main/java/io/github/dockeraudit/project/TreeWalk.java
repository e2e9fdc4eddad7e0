package io.github.dockeraudit.project;

import io.github.dockeraudit.project.FileTree.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
   * @param visitor is told of everything that is come by, in no particular order
   */
  TreeWalk(Path base, Set<String> outputs, Set<String> leftOut, Consumer<Seen> visitor) {
    this.base = base;
    this.outputs = outputs;
    this.leftOut = leftOut;
    this.visitor = visitor;
    this.tree = new FileTree.Builder(outputs);
  }

  /** What lies at a path, links not followed. */
  enum Type {
    FILE,
    FOLDER,
    LINK,
    SPECIAL,
    /** Of any type, with a name that has no path. */
    NAMELESS
  }

  /** One entry that was come by; the path of a nameless one is only for people. */
  record Seen(String path, Type type) {}

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
          "Names passed over as they are not in this Java runtime's encoding: %d; set LC_ALL=C.UTF-8"
              .formatted(nameless));
    }
    if (entries > MOST_ENTRIES) {
      all.add("Of %d files and folders %d are known to rules".formatted(entries, MOST_ENTRIES));
    }
    return all;
  }

  /** The folders in this one that are to be visited too. */
  private List<String> visit(String folder, Consumer<Seen> told) {
    List<Seen> found;
    try {
      found = read(folder);
    } catch (IOException | DirectoryIteratorException unreadable) {
      notes.add("Folder " + folder + " cannot be read and is passed over");
      return List.of();
    }
    found.forEach(told);
    TreeMap<String, Entry> listing = new TreeMap<>();
    found.forEach(entry -> listing.put(Paths.name(entry.path), entryFor(entry)));
    entries += found.size();
    nameless += (int) found.stream().filter(entry -> entry.type == Type.NAMELESS).count();
    if (entries <= MOST_ENTRIES) {
      tree.list(folder, listing);
    }
    String[] names = listing.keySet().toArray(String[]::new);
    return found.stream()
        .filter(entry -> entry.type == Type.FOLDER && isLookedInto(entry.path, names))
        .map(Seen::path)
        .toList();
  }

  private boolean isLookedInto(String path, String[] siblings) {
    return !outputs.contains(path)
        && !leftOut.contains(path)
        && !BuildOutput.isPassedOver(siblings, Paths.name(path));
  }

  private List<Seen> read(String folder) throws IOException {
    List<Seen> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(base.resolve(folder))) {
      for (Path path : stream) {
        String child = Paths.child(folder, path.getFileName().toString());
        found.add(new Seen(child, typeOf(path)));
      }
    }
    return found;
  }

  private static Type typeOf(Path path) {
    if (!hasName(path)) {
      return Type.NAMELESS;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return Type.LINK;
      }
      if (attributes.isDirectory()) {
        return Type.FOLDER;
      }
      return attributes.isRegularFile() ? Type.FILE : Type.SPECIAL;
    } catch (IOException gone) {
      return Type.SPECIAL;
    }
  }

  /** Bytes that are no text in the runtime's encoding become a replacement character. */
  private static boolean hasName(Path path) {
    Path name = path.getFileName();
    if (name.toString().indexOf('\uFFFD') < 0) {
      return true;
    }
    try {
      return path.getFileSystem().getPath(name.toString()).equals(name);
    } catch (InvalidPathException unmappable) {
      return false;
    }
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
      Path target = base.resolve(path).toRealPath();
      if (!target.startsWith(base)) {
        return Entry.UNKNOWN;
      }
      return Files.isDirectory(target) ? Entry.FOLDER : Entry.FILE;
    } catch (IOException dangling) {
      return Entry.MISSING;
    }
  }
}
