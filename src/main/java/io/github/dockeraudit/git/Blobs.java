package io.github.dockeraudit.git;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Contents by their ids, from one git that is asked again and again. */
final class Blobs implements AutoCloseable {

  /** Longest that all questions together may take; the git of a build must not hang for ever. */
  private static final int SECONDS = 120;

  private final Process git;
  private final OutputStream questions;
  private final InputStream answers;
  private final CompletableFuture<Void> end;

  private Blobs(Process git) {
    this.git = git;
    this.questions = git.getOutputStream();
    this.answers = new BufferedInputStream(git.getInputStream());
    this.end =
        CompletableFuture.runAsync(
            git::destroyForcibly, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
  }

  static Blobs of(Git git) throws IOException {
    return new Blobs(git.startQuiet("cat-file", "--batch"));
  }

  /** Reads a content. */
  synchronized byte[] read(String id) throws IOException {
    questions.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
    questions.flush();
    String[] header = line().split(" ");
    if (header.length < 3) {
      throw new IOException("git does not have " + id);
    }
    byte[] content = answers.readNBytes(Integer.parseInt(header[2]));
    answers.skipNBytes(1);
    return content;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    end.cancel(true);
    git.destroy();
  }
}
