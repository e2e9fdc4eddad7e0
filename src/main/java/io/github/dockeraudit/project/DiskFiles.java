package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.disk.FileContent;
import io.github.dockeraudit.project.FileProblem.Kind;
import io.github.dockeraudit.source.Encoding;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files of a project, each once and none outside of its folder; remembers why one cannot
 * be read. Several threads may ask.
 */
final class DiskFiles implements ComposeFiles {

  /** Text holds no NUL; a binary file does, early on. */
  private static final int LOOKED_AT_FOR_NUL = 8_192;

  private final Disk disk;
  private final Path base;
  private final Map<String, Optional<Source>> read = new HashMap<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param base the project's folder, without links in its path
   * @param known texts that are not read from the disk, by path
   */
  DiskFiles(Disk disk, Path base, Map<String, Source> known) {
    this.disk = disk;
    this.base = base;
    known.forEach((path, source) -> read.put(path, Optional.of(source)));
  }

  /** Reads what a compose file names. */
  @Override
  public synchronized Optional<Source> read(String path) {
    boolean isKnown = read.containsKey(Paths.clean(path));
    return !isKnown && isFolder(path) ? Optional.empty() : read(path, FileKind.COMPOSE);
  }

  /** Reads a file; empty if there is none or it cannot be read, which is then a problem. */
  synchronized Optional<Source> read(String path, FileKind kind) {
    String clean = Paths.clean(path);
    Optional<Source> known = read.get(clean);
    if (known == null) {
      known = readNow(clean, kind);
      read.put(clean, known);
    }
    return known;
  }

  /** Every text so far, by path. */
  Map<String, Source> sources() {
    Map<String, Source> sources = new HashMap<>();
    read.forEach((path, source) -> source.ifPresent(text -> sources.put(path, text)));
    return sources;
  }

  /** What could not be read and must be, in the order in which it was tried. */
  List<FileProblem> problems() {
    return problems;
  }

  /** What could not be read and need not be, in the order in which it was tried. */
  List<String> notes() {
    return notes;
  }

  /** Where a file really lies, all links followed; empty if it cannot be found out. */
  Optional<Path> realPath(String path) {
    try {
      return Optional.of(disk.realPath(base.resolve(path)));
    } catch (IOException | InvalidPathException unreachable) {
      return Optional.empty();
    }
  }

  /** Whether someone may execute the file; true too where there is no such permission. */
  boolean isExecutable(String path) {
    return disk.isExecutable(base.resolve(path));
  }

  private boolean isFolder(String path) {
    try {
      return disk.isFolder(base.resolve(path));
    } catch (InvalidPathException unmappable) {
      return false;
    }
  }

  private Optional<Source> readNow(String path, FileKind kind) {
    try {
      Path file = base.resolve(path);
      if (!disk.exists(file)) {
        return Optional.empty();
      }
      Path real = disk.realPath(file);
      if (!real.startsWith(base)) {
        String message = "The link leads out of the project; put the file itself here";
        return refuse(path, kind, Kind.OUTSIDE, message);
      }
      return content(path, real, kind);
    } catch (InvalidPathException unmappable) {
      return refuse(path, kind, Kind.NAME, nameMessage());
    } catch (NoSuchFileException | NotDirectoryException dangling) {
      return refuseLink(path, kind);
    } catch (AccessDeniedException denied) {
      String message = "permission to read it is denied; run chmod +r on it";
      return refuse(path, kind, Kind.UNREADABLE, message);
    } catch (IOException unreadable) {
      return disk.isLink(base.resolve(path))
          ? refuseLink(path, kind)
          : refuse(path, kind, Kind.UNREADABLE, "The file cannot be read; check the disk");
    }
  }

  static String nameMessage() {
    return "The name is not in this Java runtime's encoding; rename it or set LC_ALL=C.UTF-8";
  }

  private Optional<Source> content(String path, Path real, FileKind kind) throws IOException {
    FileContent content = disk.content(real, kind.limit());
    return switch (content.form()) {
      case FOLDER -> {
        String message = "This is a folder, and no %s; rename or exclude it".formatted(kind);
        yield refuse(path, kind, Kind.FOLDER, message);
      }
      case SPECIAL -> {
        String message = "This is a pipe, socket or device, and no %s; exclude it".formatted(kind);
        yield refuse(path, kind, Kind.SPECIAL, message);
      }
      case TOO_LARGE -> {
        String message = "larger than %s, the most for any %s; exclude it";
        yield refuse(path, kind, Kind.TOO_LARGE, message.formatted(kind.limitText(), kind));
      }
      case READ -> text(path, content.bytes(), kind);
    };
  }

  private Optional<Source> text(String path, byte[] bytes, FileKind kind) {
    if (isBinary(bytes)) {
      String message = "This holds no text, so it is no %s; exclude it".formatted(kind);
      return refuse(path, kind, Kind.BINARY, message);
    }
    return Optional.of(Source.of(path, bytes));
  }

  private static boolean isBinary(byte[] bytes) {
    Encoding encoding = Encoding.of(bytes);
    if (encoding == Encoding.UTF_16LE_BOM || encoding == Encoding.UTF_16BE_BOM) {
      return false;
    }
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT_FOR_NUL); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<Source> refuseLink(String path, FileKind kind) {
    String message = "The link leads to nothing; correct or delete it";
    return refuse(path, kind, Kind.DANGLING_LINK, message);
  }

  private Optional<Source> refuse(String path, FileKind kind, Kind why, String message) {
    if (kind.isNecessary()) {
      problems.add(FileProblem.of(path, why, message));
    } else {
      notes.add(path + ": " + message);
    }
    return Optional.empty();
  }
}
