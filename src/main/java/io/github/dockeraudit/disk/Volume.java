package io.github.dockeraudit.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files that can be asked: those of this computer, or those of an earlier time. */
public interface Volume {

  /** Where something really lies, all links followed. */
  Path realPath(Path path) throws IOException;

  /** Whether there is something at the path, be it a link that leads to nothing. */
  boolean exists(Path path);

  /** Whether there is a link at the path. */
  boolean isLink(Path path);

  /** Whether there is a folder at the path, or a link to one. */
  boolean isFolder(Path path);

  /** Whether what is at the path may be read. */
  boolean isReadable(Path path);

  /** Whether someone may execute the file; true too where there is no such permission. */
  boolean isExecutable(Path path);

  /** The entries of a folder, sorted. */
  List<FolderEntry> list(Path folder) throws IOException;

  /**
   * Reads a file whole.
   *
   * @param limit the most bytes it may have
   */
  FileContent content(Path file, int limit) throws IOException;
}
