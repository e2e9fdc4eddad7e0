package io.github.dockeraudit.git;

import io.github.dockeraudit.disk.FileContent;
import io.github.dockeraudit.disk.FileType;
import io.github.dockeraudit.disk.FolderEntry;
import io.github.dockeraudit.disk.LocalFiles;
import io.github.dockeraudit.disk.Volume;
import io.github.dockeraudit.git.Git.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a commit, read from git's own store as they are asked for. */
public final class CommittedFiles implements Volume, AutoCloseable {

  private static final int MOST_LINKS = 8;

  private final Path top;
  private final LocalFiles local = new LocalFiles();
  private final Blobs blobs;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, SortedMap<String, FileType>> folders = new HashMap<>();

  /**
   * What a path stands for.
   *
   * @param id of its content
   * @param type of it
   * @param isExecutable whether it may be executed
   */
  private record Node(String id, FileType type, boolean isExecutable) {}

  private CommittedFiles(Path top, Blobs blobs) {
    this.top = top;
    this.blobs = blobs;
    folders.put("", new TreeMap<>());
  }

  static CommittedFiles of(Revision revision) throws IOException {
    Git git = new Git(revision.top());
    Answer tree = git.run("ls-tree", "-r", "-z", revision.commit());
    Answer ignored =
        git.run("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory");
    if (!tree.isDone() || !ignored.isDone()) {
      throw new IOException(tree.isDone() ? ignored.complaint() : tree.complaint());
    }
    CommittedFiles files = new CommittedFiles(revision.top(), Blobs.of(git));
    for (String line : entries(tree)) {
      files.addCommitted(line);
    }
    for (String path : entries(ignored)) {
      files.addIgnored(path);
    }
    return files;
  }

  private static String[] entries(Answer answer) {
    String all = new String(answer.output(), StandardCharsets.UTF_8);
    return all.isEmpty() ? new String[0] : all.split("\0");
  }

  /** A line like {@code 100644 blob ID<tab>PATH}. */
  private void addCommitted(String line) {
    int tab = line.indexOf('\t');
    String[] facts = line.substring(0, tab).split(" ");
    FileType type =
        switch (facts[0]) {
          case "120000" -> FileType.LINK;
          case "160000" -> FileType.FOLDER;
          default -> FileType.FILE;
        };
    String path = line.substring(tab + 1);
    if (type == FileType.FOLDER) {
      folders.put(path, new TreeMap<>());
    } else {
      nodes.put(path, new Node(facts[2], type, facts[0].equals("100755")));
    }
    addToFolder(path, type);
  }

  /** An ignored folder ends in a slash; what is in it is asked of this computer. */
  private void addIgnored(String path) {
    String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!nodes.containsKey(name) && !folders.containsKey(name)) {
      addToFolder(name, path.endsWith("/") ? FileType.FOLDER : FileType.FILE);
    }
  }

  private void addToFolder(String path, FileType type) {
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    if (!folders.containsKey(folder)) {
      folders.put(folder, new TreeMap<>());
      addToFolder(folder, FileType.FOLDER);
    }
    folders.get(folder).put(path.substring(slash + 1), type);
  }

  /** Whether the commit has nothing to say of a path: it is elsewhere, or ignored. */
  private boolean isLocal(Path path) {
    if (!path.startsWith(top)) {
      return true;
    }
    String name = name(path);
    for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
      String part = name.substring(0, end);
      if (nodes.containsKey(part) || folders.containsKey(part)) {
        return false;
      }
      if (isListed(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isListed(String path) {
    int slash = path.lastIndexOf('/');
    SortedMap<String, FileType> folder = folders.get(slash < 0 ? "" : path.substring(0, slash));
    return folder != null && folder.containsKey(path.substring(slash + 1));
  }

  private String name(Path path) {
    return top.relativize(path).toString().replace('\\', '/');
  }

  /** The path that links lead to. */
  private Path followed(Path path) {
    Path at = path.toAbsolutePath().normalize();
    for (int links = 0; links < MOST_LINKS && !isLocal(at); links++) {
      Node node = nodes.get(name(at));
      if (node == null || node.type() != FileType.LINK) {
        return at;
      }
      try {
        String target = new String(blobs.read(node.id()), StandardCharsets.UTF_8);
        at = at.resolveSibling(target).normalize();
      } catch (IOException unknown) {
        return at;
      }
    }
    return at;
  }

  @Override
  public Path realPath(Path path) throws IOException {
    Path at = followed(path);
    if (isLocal(at)) {
      return local.realPath(at);
    }
    if (!exists(at)) {
      throw new NoSuchFileException(path.toString());
    }
    return at;
  }

  @Override
  public boolean exists(Path path) {
    Path at = path.toAbsolutePath().normalize();
    return isLocal(at)
        ? local.exists(at)
        : nodes.containsKey(name(at)) || folders.containsKey(name(at));
  }

  @Override
  public boolean isLink(Path path) {
    Path at = path.toAbsolutePath().normalize();
    if (isLocal(at)) {
      return local.isLink(at);
    }
    Node node = nodes.get(name(at));
    return node != null && node.type() == FileType.LINK;
  }

  @Override
  public boolean isFolder(Path path) {
    Path at = followed(path);
    return isLocal(at) ? local.isFolder(at) : folders.containsKey(name(at));
  }

  @Override
  public boolean isReadable(Path path) {
    Path at = followed(path);
    return isLocal(at) ? local.isReadable(at) : exists(at);
  }

  @Override
  public boolean isExecutable(Path path) {
    Path at = followed(path);
    if (isLocal(at)) {
      return local.isExecutable(at);
    }
    Node node = nodes.get(name(at));
    return node == null || node.isExecutable();
  }

  @Override
  public List<FolderEntry> list(Path folder) throws IOException {
    Path at = followed(folder);
    if (isLocal(at)) {
      return local.list(at);
    }
    SortedMap<String, FileType> entries = folders.get(name(at));
    if (entries == null) {
      throw new NoSuchFileException(folder.toString());
    }
    return entries.entrySet().stream()
        .map(entry -> new FolderEntry(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  @Override
  public FileContent content(Path file, int limit) throws IOException {
    Path at = followed(file);
    if (isLocal(at)) {
      return local.content(at, limit);
    }
    Node node = nodes.get(name(at));
    if (node == null) {
      if (folders.containsKey(name(at))) {
        return FileContent.unread(FileContent.Form.FOLDER);
      }
      throw new NoSuchFileException(file.toString());
    }
    byte[] bytes = blobs.read(node.id());
    return bytes.length > limit
        ? FileContent.unread(FileContent.Form.TOO_LARGE)
        : new FileContent(FileContent.Form.READ, bytes);
  }

  /** Ends git. */
  @Override
  public void close() {
    blobs.close();
  }
}
