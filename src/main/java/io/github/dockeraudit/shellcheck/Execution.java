package io.github.dockeraudit.shellcheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What came of a program that was run to its end.
 *
 * @param status its exit status
 * @param output what it wrote to its standard output, in UTF-8
 */
record Execution(int status, String output) {

  /** A program that could not be run to its end; the message is a clause about it. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }
  }

  /** How long to wait for what is left after the end. */
  private static final Duration REST = Duration.ofSeconds(5);

  /**
   * Runs a program without input and waits for it, at most so long; what it started is ended with
   * it.
   *
   * @param mostBytes what it may write
   */
  static Execution of(List<String> command, Path folder, Duration longest, int mostBytes)
      throws FailedException {
    Process process = start(command, folder);
    CompletableFuture<byte[]> output =
        CompletableFuture.supplyAsync(() -> read(process, mostBytes), task -> daemon(task).start());
    try {
      byte[] said = output.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (said.length > mostBytes) {
        throw new FailedException("says more than %s bytes".formatted(mostBytes));
      }
      if (!process.waitFor(REST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FailedException("does not end");
      }
      return new Execution(process.exitValue(), new String(said, StandardCharsets.UTF_8));
    } catch (TimeoutException late) {
      throw new FailedException("does not answer within %s s".formatted(longest.toSeconds()));
    } catch (ExecutionException broken) {
      throw new FailedException("breaks off: " + broken.getCause().getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new FailedException("was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command, Path folder) throws FailedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process;
    } catch (IOException notStarted) {
      throw new FailedException("cannot be started: " + notStarted.getMessage());
    }
  }

  /** One byte more than is allowed tells that there is more. */
  private static byte[] read(Process process, int mostBytes) {
    try (InputStream in = process.getInputStream()) {
      return in.readNBytes(mostBytes + 1);
    } catch (IOException ended) {
      return new byte[0];
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "docker-audit-shellcheck");
    thread.setDaemon(true);
    return thread;
  }
}
