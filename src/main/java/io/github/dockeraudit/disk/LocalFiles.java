package io.github.dockeraudit.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this computer. */
public final class LocalFiles implements Volume {

  @Override
  public Path realPath(Path path) throws IOException {
    return path.toRealPath();
  }

  @Override
  public boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isLink(Path path) {
    return Files.isSymbolicLink(path);
  }

  @Override
  public boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public boolean isReadable(Path path) {
    return Files.isReadable(path);
  }

  @Override
  public boolean isExecutable(Path path) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(PosixFilePermission.OWNER_EXECUTE)
          || permissions.contains(PosixFilePermission.GROUP_EXECUTE)
          || permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }

  @Override
  public List<FolderEntry> list(Path folder) throws IOException {
    List<FolderEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        entries.add(new FolderEntry(path.getFileName().toString(), typeOf(path)));
      }
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    }
    entries.sort(null);
    return entries;
  }

  private static FileType typeOf(Path path) {
    if (!hasName(path)) {
      return FileType.NAMELESS;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return FileType.LINK;
      }
      if (attributes.isDirectory()) {
        return FileType.FOLDER;
      }
      return attributes.isRegularFile() ? FileType.FILE : FileType.SPECIAL;
    } catch (IOException gone) {
      return FileType.SPECIAL;
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

  @Override
  public FileContent content(Path file, int limit) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return FileContent.unread(FileContent.Form.FOLDER);
    }
    if (!attributes.isRegularFile()) {
      return FileContent.unread(FileContent.Form.SPECIAL);
    }
    if (attributes.size() > limit) {
      return FileContent.unread(FileContent.Form.TOO_LARGE);
    }
    int size = (int) attributes.size();
    byte[] bytes = bytes(file, size);
    if (bytes.length > size) {
      bytes = bytes(file, limit);
    }
    return bytes.length > limit
        ? FileContent.unread(FileContent.Form.TOO_LARGE)
        : new FileContent(FileContent.Form.READ, bytes);
  }

  /** Reads one byte more than there should be, since a file may grow after it was measured. */
  private static byte[] bytes(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }
}
