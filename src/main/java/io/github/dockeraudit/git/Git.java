package io.github.dockeraudit.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs git in one folder, without questions, locks, the network, or settings of an outer git. */
final class Git {

  /** Longest that one command may take. */
  private static final int SECONDS = 30;

  /** What a hook sets for its own repository, which need not be ours. */
  private static final List<String> OF_A_HOOK =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_PREFIX",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_COMMON_DIR");

  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /**
   * What a command answered.
   *
   * @param isDone whether it ended well
   * @param output what it wrote
   * @param complaint the first line of what it complained about
   */
  record Answer(boolean isDone, byte[] output, String complaint) {

    /** The output as a line. */
    String line() {
      return new String(output, StandardCharsets.UTF_8).strip();
    }
  }

  /** Runs a command to its end. */
  Answer run(String... arguments) {
    try {
      return answer(start(arguments));
    } catch (IOException absent) {
      return new Answer(false, new byte[0], "there is no program git");
    }
  }

  private static Answer answer(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      CompletableFuture<byte[]> complaint =
          CompletableFuture.supplyAsync(() -> allOf(process.getErrorStream()));
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(() -> allOf(process.getInputStream()));
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Answer(false, new byte[0], "git took more than %s s".formatted(SECONDS));
      }
      return new Answer(process.exitValue() == 0, output.join(), firstLine(complaint.join()));
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Answer(false, new byte[0], "git was interrupted");
    }
  }

  /**
   * Starts a command that is asked one thing after the other, and whose complaints nobody reads.
   */
  Process startQuiet(String... arguments) throws IOException {
    return command(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private Process start(String... arguments) throws IOException {
    return command(arguments).start();
  }

  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(OF_A_HOOK);
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("LC_ALL", "C");
    return builder;
  }

  private static byte[] allOf(InputStream in) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (in) {
      in.transferTo(all);
    } catch (IOException ended) {
      // what came before is all
    }
    return all.toByteArray();
  }

  private static String firstLine(byte[] complaint) {
    return new String(complaint, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }
}
