package io.github.dockeraudit.disk;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Asks the file system. Every question is remembered, and all answers go into one digest, so that
 * one can later ask the same again and compare.
 *
 * <p>Several threads may ask, one after the other. Questions are asked again by the very methods
 * that asked them first, which is why nothing can be remembered in another way than it is compared.
 */
public final class Disk {

  /** Who asks more is not remembered, so that a record stays small. */
  private static final int MOST_QUESTIONS = 20_000;

  private final List<Asked> questions = new ArrayList<>();
  private final Digest answers = new Digest();
  private final Volume volume;
  private boolean isMemorable = true;

  private enum Question {
    REAL_PATH,
    EXISTENCE,
    LINK,
    FOLDER,
    READABLE,
    EXECUTABLE,
    LISTING,
    CONTENT,
    REPORT
  }

  private record Asked(Question question, Path path, int limit) {}

  /** Asks the files of this computer. */
  public Disk() {
    this(new LocalFiles());
  }

  /** Asks other files. */
  public Disk(Volume volume) {
    this.volume = volume;
  }

  /** Where something really lies, all links followed. */
  public synchronized Path realPath(Path path) throws IOException {
    ask(Question.REAL_PATH, path, 0);
    try {
      Path real = volume.realPath(path);
      answers.add(1).add(real.toString());
      return real;
    } catch (IOException unreachable) {
      throw failed(unreachable);
    }
  }

  /** Whether there is something at the path, be it a link that leads to nothing. */
  public synchronized boolean exists(Path path) {
    ask(Question.EXISTENCE, path, 0);
    return answered(volume.exists(path));
  }

  /** Whether there is a link at the path. */
  public synchronized boolean isLink(Path path) {
    ask(Question.LINK, path, 0);
    return answered(volume.isLink(path));
  }

  /** Whether there is a folder at the path, or a link to one. */
  public synchronized boolean isFolder(Path path) {
    ask(Question.FOLDER, path, 0);
    return answered(volume.isFolder(path));
  }

  /** Whether what is at the path may be read. */
  public synchronized boolean isReadable(Path path) {
    ask(Question.READABLE, path, 0);
    return answered(volume.isReadable(path));
  }

  /** Whether someone may execute the file; true too where there is no such permission. */
  public synchronized boolean isExecutable(Path path) {
    ask(Question.EXECUTABLE, path, 0);
    return answered(volume.isExecutable(path));
  }

  /** The entries of a folder, sorted. */
  public synchronized List<FolderEntry> list(Path folder) throws IOException {
    ask(Question.LISTING, folder, 0);
    try {
      List<FolderEntry> entries = volume.list(folder);
      answers.add(1).add(entries.size());
      for (FolderEntry entry : entries) {
        answers.add(entry.name()).add(entry.type().ordinal());
      }
      return entries;
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /**
   * Reads a file whole.
   *
   * @param limit the most bytes it may have
   */
  public synchronized FileContent content(Path file, int limit) throws IOException {
    ask(Question.CONTENT, file, limit);
    try {
      FileContent content = volume.content(file, limit);
      answers.add(1).add(content.form().ordinal()).add(content.bytes());
      return content;
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /** Writes a report whole, and remembers it as if it had been read. */
  public synchronized void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    ask(Question.REPORT, file, bytes.length);
    addReport(bytes);
  }

  private void readReport(Path file, int limit) throws IOException {
    ask(Question.REPORT, file, limit);
    try {
      addReport(volume.content(file, limit).bytes());
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  /** A checksum is enough for what nobody gains by forging, and takes no time in a cold JVM. */
  private void addReport(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    answers.add(1).add(bytes.length).add((int) checksum.getValue());
  }

  /** Whether all questions are remembered; false if there were too many. */
  public synchronized boolean isMemorable() {
    return isMemorable;
  }

  /** A digest of all answers so far; begins anew. */
  public synchronized byte[] answers() {
    return answers.value();
  }

  /** Writes down all questions. */
  public synchronized void writeQuestions(DataOutput out) throws IOException {
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
  public synchronized void askAgain(DataInput in) throws IOException {
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
        case REPORT -> readReport(path, limit);
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
