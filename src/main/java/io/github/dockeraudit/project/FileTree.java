package io.github.dockeraudit.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of the files and folders of a project, as they were when it was read.
 *
 * <p>Paths are relative to the project's folder, with {@code /} between the names; {@code .} is the
 * folder itself. What a build makes ({@code target}, {@code node_modules} and the like) is not
 * listed: it may be there or not whenever the build is audited, so that nothing is known of it.
 */
public final class FileTree {

  /** What there is at a path. */
  public enum Entry {
    /** A file, or a link to one within the project. */
    FILE,
    /** A folder, or a link to one. */
    FOLDER,
    /** Nothing, and no build would make it. */
    MISSING,
    /** Not known: what a build makes, or a folder that was not listed. */
    UNKNOWN
  }

  private final Map<String, Listing> folders;
  private final Set<String> outputs;

  private FileTree(Map<String, Listing> folders, Set<String> outputs) {
    this.folders = folders;
    this.outputs = outputs;
  }

  /** The entries of one folder, sorted by name. */
  private record Listing(String[] names, Entry[] kinds) {

    static Listing of(TreeMap<String, Entry> entries) {
      return new Listing(
          entries.keySet().toArray(String[]::new), entries.values().toArray(Entry[]::new));
    }

    Entry kind(String name) {
      int found = Arrays.binarySearch(names, name);
      return found < 0 ? Entry.MISSING : kinds[found];
    }
  }

  /**
   * What there is at the path. One that leads out of the project is unknown.
   *
   * @param path relative to the project's folder; need not be cleaned
   */
  public Entry at(String path) {
    String clean = Paths.resolve(".", path).orElse("..");
    if (clean.equals("..")) {
      return Entry.UNKNOWN;
    }
    Entry entry = listed(clean);
    return entry == Entry.MISSING && isMadeByBuild(clean) ? Entry.UNKNOWN : entry;
  }

  private Entry listed(String path) {
    String parent = Paths.parent(path);
    if (folders.containsKey(parent) && !path.equals(".")) {
      return in(parent, Paths.name(path));
    }
    String folder = ".";
    Entry entry = Entry.FOLDER;
    for (int start = 0; !path.equals(".") && start <= path.length(); ) {
      int end = Paths.endOfName(path, start);
      entry = entry == Entry.FOLDER ? in(folder, path.substring(start, end)) : Entry.MISSING;
      if (entry == Entry.UNKNOWN || entry == Entry.MISSING) {
        return entry;
      }
      folder = path.substring(0, end);
      start = end + 1;
    }
    return entry;
  }

  private Entry in(String folder, String name) {
    Listing listing = folders.get(folder);
    if (listing == null) {
      return Entry.UNKNOWN;
    }
    Entry entry = listing.kind(name);
    return entry == Entry.MISSING && BuildOutput.isMadeIn(listing.names, name)
        ? Entry.UNKNOWN
        : entry;
  }

  private boolean isMadeByBuild(String path) {
    return outputs.stream().anyMatch(output -> Paths.isWithin(path, output));
  }

  /** This tree with one more file, and the folders above it. */
  FileTree with(String path) {
    Map<String, Listing> more = new HashMap<>(folders);
    Entry kind = Entry.FILE;
    for (String at = path; !at.equals("."); at = Paths.parent(at)) {
      String folder = Paths.parent(at);
      Listing listing = more.get(folder);
      TreeMap<String, Entry> entries = new TreeMap<>();
      for (int i = 0; listing != null && i < listing.names.length; i++) {
        entries.put(listing.names[i], listing.kinds[i]);
      }
      entries.put(Paths.name(at), kind);
      more.put(folder, Listing.of(entries));
      kind = Entry.FOLDER;
    }
    return new FileTree(Map.copyOf(more), outputs);
  }

  /** Whether there is a file at the path. */
  public boolean isFile(String path) {
    return at(path) == Entry.FILE;
  }

  /** Whether there is a file of that name in a folder, the path of which is clean. */
  boolean isFile(String folder, String name) {
    return in(folder, name) == Entry.FILE;
  }

  /** Whether no folder is listed, so that nothing is known. */
  public boolean isEmpty() {
    return folders.isEmpty();
  }

  /** Whether all entries of the folder are known. */
  public boolean isListed(String folder) {
    return folders.containsKey(Paths.clean(folder));
  }

  /** The paths of the entries of a folder, sorted; empty if it is not listed. */
  public List<String> entries(String folder) {
    String clean = Paths.clean(folder);
    Listing listing = folders.get(clean);
    return listing == null
        ? List.of()
        : Arrays.stream(listing.names)
            .filter(name -> listing.kind(name) != Entry.MISSING)
            .map(name -> Paths.child(clean, name))
            .toList();
  }

  /** The paths of all files that are listed below a folder, sorted. */
  public List<String> filesBelow(String folder) {
    List<String> files = new ArrayList<>();
    List<String> waiting = new ArrayList<>(List.of(Paths.clean(folder)));
    while (!waiting.isEmpty()) {
      for (String entry : entries(waiting.remove(waiting.size() - 1))) {
        if (isListed(entry)) {
          waiting.add(entry);
        } else if (isFile(entry)) {
          files.add(entry);
        }
      }
    }
    files.sort(null);
    return files;
  }

  /**
   * The paths that a {@code COPY} source with wild cards names, sorted; a source without any names
   * itself if it is there. Empty too if the pattern is wrong.
   *
   * @param folder the folder that the pattern is relative to
   * @param pattern in Go's syntax, in which no wild card reaches over a slash
   */
  public List<String> matching(String folder, String pattern) {
    return match(folder, pattern).found();
  }

  /**
   * What there is at the paths that a {@code COPY} source names: the kind of the first one if there
   * are several, and unknown if a build may make some where there are none.
   *
   * @param folder the folder that the pattern is relative to
   * @param pattern in Go's syntax, in which no wild card reaches over a slash
   */
  public Entry find(String folder, String pattern) {
    Match match = match(folder, pattern);
    if (!match.found().isEmpty()) {
      return at(match.found().get(0));
    }
    return match.isComplete() ? Entry.MISSING : Entry.UNKNOWN;
  }

  /**
   * @param isComplete whether nothing that is not known could match too
   */
  private record Match(List<String> found, boolean isComplete) {}

  private Match match(String folder, String pattern) {
    Match match = new Match(List.of(Paths.clean(folder)), true);
    try {
      for (String name : Paths.inContext(pattern).split("/")) {
        if (!name.equals(".")) {
          match = GlobSyntax.isPlain(name) ? stepInto(match, name) : step(match, name);
        }
      }
    } catch (BadPatternException wrong) {
      return new Match(List.of(), true);
    }
    return match;
  }

  /** One step by a name without wild cards, which needs no look at the other entries. */
  private Match stepInto(Match match, String name) {
    boolean isComplete = match.isComplete();
    List<String> found = new ArrayList<>(1);
    for (String folder : match.found()) {
      String path = Paths.child(folder, name);
      Listing listing = folders.get(folder);
      isComplete &= at(path) != Entry.UNKNOWN;
      isComplete &= listing != null || at(folder) != Entry.FOLDER;
      if (listing != null && listing.kind(name) != Entry.MISSING) {
        found.add(path);
      }
    }
    return new Match(found, isComplete);
  }

  private Match step(Match match, String name) throws BadPatternException {
    Glob glob = GlobSyntax.source(name);
    boolean isWild = GlobSyntax.isWild(name);
    boolean isComplete = match.isComplete();
    List<String> found = new ArrayList<>();
    for (String folder : match.found()) {
      isComplete &=
          isWild ? at(folder) != Entry.UNKNOWN : at(Paths.child(folder, name)) != Entry.UNKNOWN;
      isComplete &= at(folder) != Entry.FOLDER || isListed(folder);
      entries(folder).stream().filter(e -> glob.matches(Paths.name(e))).forEach(found::add);
    }
    return new Match(found, isComplete);
  }

  /** Collects the listings of folders. */
  static final class Builder {

    private final Map<String, Listing> folders = new HashMap<>();
    private final Set<String> outputs;

    /**
     * @param outputs paths of folders that the build makes, beside those that are known by name
     */
    Builder(Set<String> outputs) {
      this.outputs = Set.copyOf(outputs);
    }

    void list(String folder, TreeMap<String, Entry> entries) {
      folders.put(folder, Listing.of(entries));
    }

    FileTree build() {
      return new FileTree(Map.copyOf(folders), outputs);
    }
  }
}
