package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.project.FileProblem.Kind;
import io.github.dockeraudit.source.Encoding;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files of a project, each once and none outside of its folder; remembers why one cannot
 * be read.
 */
final class DiskFiles implements ComposeFiles {

  /** Text holds no NUL; a binary file does, early on. */
  private static final int LOOKED_AT_FOR_NUL = 8_192;

  private static final Set<PosixFilePermission> EXECUTE =
      Set.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path base;
  private final Map<String, Optional<Source>> read = new HashMap<>();
  private final List<FileProblem> problems = new ArrayList<>();

  /**
   * @param base the project's folder, without links in its path
   */
  DiskFiles(Path base) {
    this.base = base;
  }

  /** Reads a compose file or what it names. */
  @Override
  public Optional<Source> read(String path) {
    return read(path, FileKind.COMPOSE);
  }

  /** Reads a file; empty if there is none or it cannot be read, which is then a problem. */
  Optional<Source> read(String path, FileKind kind) {
    String clean = Paths.clean(path);
    Optional<Source> known = read.get(clean);
    if (known == null) {
      known = readNow(clean, kind);
      read.put(clean, known);
    }
    return known;
  }

  /** What could not be read, in the order in which it was tried. */
  List<FileProblem> problems() {
    return problems;
  }

  /** Where a file really lies, all links followed; empty if it cannot be found out. */
  Optional<Path> realPath(String path) {
    try {
      return Optional.of(base.resolve(path).toRealPath());
    } catch (IOException | InvalidPathException unreachable) {
      return Optional.empty();
    }
  }

  /** Whether someone may execute the file; true too where there is no such permission. */
  boolean isExecutable(String path) {
    try {
      return Files.getPosixFilePermissions(base.resolve(path)).stream().anyMatch(EXECUTE::contains);
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }

  private Optional<Source> readNow(String path, FileKind kind) {
    try {
      Path file = base.resolve(path);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      Path real = file.toRealPath();
      if (!real.startsWith(base)) {
        return refuse(
            path, Kind.OUTSIDE, "the link leads out of the project; put the file itself here");
      }
      return content(path, real, kind);
    } catch (InvalidPathException unmappable) {
      return refuse(path, Kind.NAME, nameMessage());
    } catch (NoSuchFileException | NotDirectoryException dangling) {
      return refuse(path, Kind.DANGLING_LINK, "the link leads to nothing; correct or delete it");
    } catch (AccessDeniedException denied) {
      return refuse(path, Kind.UNREADABLE, "permission to read it is denied; run chmod +r on it");
    } catch (IOException unreadable) {
      return Files.isSymbolicLink(base.resolve(path))
          ? refuse(path, Kind.DANGLING_LINK, "the link cannot be followed; correct or delete it")
          : refuse(path, Kind.UNREADABLE, "the file cannot be read; check the disk");
    }
  }

  static String nameMessage() {
    return "the name is not in this Java runtime's encoding; rename it or set LC_ALL=C.UTF-8";
  }

  private Optional<Source> content(String path, Path real, FileKind kind) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return refuse(
          path, Kind.FOLDER, "this is a folder, not a " + kind + "; rename or exclude it");
    }
    if (!attributes.isRegularFile()) {
      return refuse(path, Kind.SPECIAL, "this is no regular file; put a " + kind + " here");
    }
    byte[] bytes = attributes.size() > kind.limit() ? new byte[0] : bytes(real, kind);
    if (attributes.size() > kind.limit() || bytes.length > kind.limit()) {
      return refuse(
          path,
          Kind.TOO_LARGE,
          "larger than the %s that are read of a %s; exclude it".formatted(kind.limitText(), kind));
    }
    if (isBinary(bytes)) {
      return refuse(path, Kind.BINARY, "this holds no text, so it is no " + kind + "; exclude it");
    }
    return Optional.of(Source.of(path, bytes));
  }

  /** Reads one byte more than allowed, since a file may grow after it was measured. */
  private static byte[] bytes(Path file, FileKind kind) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(kind.limit() + 1);
    }
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

  private Optional<Source> refuse(String path, Kind kind, String message) {
    problems.add(FileProblem.of(path, kind, message));
    return Optional.empty();
  }
}
