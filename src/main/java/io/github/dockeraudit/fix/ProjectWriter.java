package io.github.dockeraudit.fix;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes changed files so that at any moment each is either the old one or the new one, whole.
 *
 * <p>A new text is written to a file beside its target, brought to the disk and moved over it. A
 * file that is no more what was read is not touched, and nothing outside the project is.
 */
public final class ProjectWriter {

  private static final String PREFIX = ".docker-audit-";
  private static final String SUFFIX = ".tmp";

  private final Path folder;

  /**
   * @param folder the project's folder
   */
  public ProjectWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes all changes, or none if one of them is known beforehand to be impossible.
   *
   * @throws AuditException if a file cannot be written, has changed since it was read, or lies
   *     outside of the project; what it says names the files that were written before
   */
  public void write(List<FileChange> changes) {
    List<Path> targets = new ArrayList<>();
    for (FileChange change : changes) {
      targets.add(target(change));
    }
    for (int i = 0; i < changes.size(); i++) {
      try {
        write(changes.get(i), targets.get(i));
      } catch (IOException failed) {
        throw new AuditException(
            "%s cannot be written: %s%s"
                .formatted(
                    changes.get(i).after(),
                    AuditException.reason(failed),
                    written(changes.subList(0, i))),
            "free the disk or correct the permissions, and run it again");
      }
    }
  }

  /** The real file, checked to be what was read and to lie in the project. */
  private Path target(FileChange change) {
    Path named = folder.resolve(change.path());
    try {
      Path real = change.before().isPresent() ? named.toRealPath() : newPlace(named);
      if (!real.startsWith(folder.toRealPath())) {
        throw new AuditException(
            change.after() + " lies outside of the project", "exclude it, or copy it here");
      }
      checkUnchanged(change, real);
      if (change.before().isPresent() && !Files.isWritable(real)) {
        throw new AuditException(change.after() + " is read-only", "run chmod u+w on it");
      }
      return real;
    } catch (IOException unreachable) {
      throw AuditException.notWritten(
          change.after().toString(),
          unreachable,
          "look whether it is still there, and run it again");
    }
  }

  /** A file that is not there yet; the folders above it are, or are made when it is written. */
  private static Path newPlace(Path named) throws IOException {
    List<Path> missing = new ArrayList<>();
    Path at = named;
    while (at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
      missing.add(0, at.getFileName());
      at = at.getParent();
    }
    if (at == null) {
      throw new NoSuchFileException(named.toString());
    }
    Path real = at.toRealPath();
    for (Path name : missing) {
      real = real.resolve(name);
    }
    return real;
  }

  private static void checkUnchanged(FileChange change, Path real) throws IOException {
    Optional<Source> before = change.before();
    boolean unchanged =
        before.isPresent()
            ? Arrays.equals(Files.readAllBytes(real), before.get().bytes())
            : !Files.exists(real, LinkOption.NOFOLLOW_LINKS);
    if (!unchanged) {
      throw new AuditException(
          change.after() + " has changed since it was read",
          "nothing was written there; run again");
    }
  }

  private static void write(FileChange change, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path temporary = temporary(change, target.getParent());
    try {
      store(change.after().bytes(), temporary);
      if (change.before().isPresent()) {
        copyAttributes(target, temporary);
      }
      checkUnchanged(change, target);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Until it is what it replaces, the file is for its owner alone; a new one is as any other. */
  private static Path temporary(FileChange change, Path folder) throws IOException {
    return change.before().isPresent()
        ? Files.createTempFile(folder, PREFIX, SUFFIX)
        : Files.createFile(folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
  }

  private static void store(byte[] bytes, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Mode and owner; who may not give a file away keeps it. */
  private static void copyAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || fresh == null) {
      return;
    }
    PosixFileAttributes attributes = old.readAttributes();
    try {
      fresh.setGroup(attributes.group());
      fresh.setOwner(attributes.owner());
    } catch (IOException notPermitted) {
      // the file then belongs to who fixes it, as with any editor
    }
    fresh.setPermissions(attributes.permissions());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException impossible) {
      throw new IOException("the file system cannot replace a file in one step", impossible);
    }
  }

  private static String written(List<FileChange> done) {
    return done.isEmpty()
        ? "; nothing was written"
        : "; written before: " + String.join(", ", done.stream().map(FileChange::path).toList());
  }
}
