package io.github.dockeraudit.disk;

import java.io.DataInput;
import java.io.DataOutput;
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

/**
 * Asks the file system. Every question is remembered, and all answers go into one digest, so that
 * one can later ask the same again and compare.
 *
 * <p>For one thread. Questions are asked again by the very methods that asked them first, which is
 * why nothing can be remembered in another way than it is compared.
 */
public final class Disk {

  /** Who asks more is not remembered, so that a record stays small. */
  private static final int MOST_QUESTIONS = 20_000;

  private final List<Asked> questions = new ArrayList<>();
  private final Digest answers = new Digest();
  private boolean isMemorable = true;

  private enum Question {
    REAL_PATH,
    EXISTENCE,
    LINK,
    FOLDER,
    READABLE,
    EXECUTABLE,
    LISTING,
    CONTENT
  }

  private record Asked(Question question, Path path, int limit) {}

  /** Where something really lies, all links followed. */
  public Path realPath(Path path) throws IOException {
    ask(Question.REAL_PATH, path, 0);
    try {
      Path real = path.toRealPath();
      answers.add(1).add(real.toString());
      return real;
    } catch (IOException unreachable) {
      throw failed(unreachable);
    }
  }

  /** Whether there is something at the path, be it a link that leads to nothing. */
  public boolean exists(Path path) {
    ask(Question.EXISTENCE, path, 0);
    return answered(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
  }

  /** Whether there is a link at the path. */
  public boolean isLink(Path path) {
    ask(Question.LINK, path, 0);
    return answered(Files.isSymbolicLink(path));
  }

  /** Whether there is a folder at the path, or a link to one. */
  public boolean isFolder(Path path) {
    ask(Question.FOLDER, path, 0);
    return answered(Files.isDirectory(path));
  }

  /** Whether what is at the path may be read. */
  public boolean isReadable(Path path) {
    ask(Question.READABLE, path, 0);
    return answered(Files.isReadable(path));
  }

  /** Whether someone may execute the file; true too where there is no such permission. */
  public boolean isExecutable(Path path) {
    ask(Question.EXECUTABLE, path, 0);
    return answered(hasExecutePermission(path));
  }

  private static boolean hasExecutePermission(Path path) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(PosixFilePermission.OWNER_EXECUTE)
          || permissions.contains(PosixFilePermission.GROUP_EXECUTE)
          || permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException | UnsupportedOperationException unknown) {
      return true;
    }
  }

  /** The entries of a folder, sorted. */
  public List<FolderEntry> list(Path folder) throws IOException {
    ask(Question.LISTING, folder, 0);
    try {
      List<FolderEntry> entries = entries(folder);
      answers.add(1).add(entries.size());
      for (FolderEntry entry : entries) {
        answers.add(entry.name()).add(entry.type().ordinal());
      }
      return entries;
    } catch (IOException unreadable) {
      throw failed(unreadable);
    } catch (DirectoryIteratorException unreadable) {
      throw failed(unreadable.getCause());
    }
  }

  private static List<FolderEntry> entries(Path folder) throws IOException {
    List<FolderEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        entries.add(new FolderEntry(path.getFileName().toString(), typeOf(path)));
      }
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

  /**
   * Reads a file whole.
   *
   * @param limit the most bytes it may have
   */
  public FileContent content(Path file, int limit) throws IOException {
    ask(Question.CONTENT, file, limit);
    try {
      FileContent content = read(file, limit);
      answers.add(1).add(content.form().ordinal()).add(content.bytes());
      return content;
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  private static FileContent read(Path file, int limit) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return FileContent.unread(FileContent.Form.FOLDER);
    }
    if (!attributes.isRegularFile()) {
      return FileContent.unread(FileContent.Form.SPECIAL);
    }
    byte[] bytes = attributes.size() > limit ? new byte[0] : bytes(file, limit);
    return attributes.size() > limit || bytes.length > limit
        ? FileContent.unread(FileContent.Form.TOO_LARGE)
        : new FileContent(FileContent.Form.READ, bytes);
  }

  /** Reads one byte more than allowed, since a file may grow after it was measured. */
  private static byte[] bytes(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }

  /** Writes a file whole, and remembers it as if it had been read. */
  public void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    ask(Question.CONTENT, file, bytes.length);
    answers.add(1).add(FileContent.Form.READ.ordinal()).add(bytes);
  }

  /** Whether all questions are remembered; false if there were too many. */
  public boolean isMemorable() {
    return isMemorable;
  }

  /** A digest of all answers so far; begins anew. */
  public byte[] answers() {
    return answers.value();
  }

  /** Writes down all questions. */
  public void writeQuestions(DataOutput out) throws IOException {
    out.writeInt(questions.size());
    for (Asked asked : questions) {
      out.writeByte(asked.question.ordinal());
      out.writeInt(asked.limit);
      out.writeUTF(asked.path.toString());
    }
  }

  /**
   * Asks what was written down.
   *
   * @throws IOException if there are no questions in {@code in}; one without an answer is no reason
   * @throws InvalidPathException if there is a question about what can be no path here
   */
  public void askAgain(DataInput in) throws IOException {
    Question[] all = Question.values();
    for (int left = in.readInt(); left > 0; left--) {
      int question = in.readUnsignedByte();
      int limit = in.readInt();
      Path path = Path.of(in.readUTF());
      if (question >= all.length) {
        throw new IOException("no question: " + question);
      }
      askAgain(all[question], path, limit);
    }
  }

  private void askAgain(Question question, Path path, int limit) {
    try {
      switch (question) {
        case REAL_PATH -> realPath(path);
        case EXISTENCE -> exists(path);
        case LINK -> isLink(path);
        case FOLDER -> isFolder(path);
        case READABLE -> isReadable(path);
        case EXECUTABLE -> isExecutable(path);
        case LISTING -> list(path);
        case CONTENT -> content(path, limit);
      }
    } catch (IOException thatIsTheAnswer) {
      // and is in the digest
    }
  }

  private void ask(Question question, Path path, int limit) {
    if (questions.size() < MOST_QUESTIONS) {
      questions.add(new Asked(question, path, limit));
    } else {
      isMemorable = false;
    }
  }

  private boolean answered(boolean answer) {
    answers.add(answer ? 1 : 0);
    return answer;
  }

  /** What is wrong is known by the type: messages may be in any language. */
  private IOException failed(IOException exception) {
    answers.add(0).add(exception.getClass().getName());
    return exception;
  }
}
