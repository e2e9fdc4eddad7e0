package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.project.AuditException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that can be run as ShellCheck; the same again says the same again of the same script.
 *
 * @param file where it is
 * @param size in bytes
 * @param modified when it was changed last, in milliseconds since 1970
 * @param version what it says of itself, if it is but a script that hands on to another; else empty
 */
public record Program(Path file, long size, long modified, String version) {

  /** The setting that forbids to look for one. */
  public static final String OFF = "off";

  private static final String NAME = "shellcheck";
  private static final List<String> SUFFIXES = List.of("", ".exe");

  /**
   * The program to use; empty if there is none.
   *
   * @param setting an absolute path, or a name to look for; {@code off} for none; empty to look for
   *     {@code shellcheck}, which need not be there
   * @param searchPath the folders to look in, as in {@code PATH}
   * @throws AuditException if the program that the setting names cannot be run
   */
  public static Optional<Program> find(String setting, String searchPath) {
    String wanted = setting.strip();
    if (wanted.equalsIgnoreCase(OFF)) {
      return Optional.empty();
    }
    Optional<Program> found =
        wanted.contains("/") || wanted.contains(File.separator)
            ? at(wanted)
            : search(wanted.isEmpty() ? NAME : wanted, searchPath);
    if (found.isEmpty() && !wanted.isEmpty()) {
      throw new AuditException(
          "shellcheck is '%s', which is no program".formatted(wanted),
          "give the absolute path of ShellCheck, or off");
    }
    return found;
  }

  /** Only in folders that are named from the root, so that no audited folder can offer one. */
  private static Optional<Program> search(String name, String searchPath) {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> SUFFIXES.stream().map(suffix -> folder + "/" + name + suffix))
        .flatMap(path -> at(path).stream())
        .findFirst();
  }

  private static Optional<Program> at(String path) {
    try {
      Path file = Path.of(path);
      if (!file.isAbsolute() || !Files.isRegularFile(file) || !Files.isExecutable(file)) {
        return Optional.empty();
      }
      BasicFileAttributes attributes =
          Files.readAttributes(file.toRealPath(), BasicFileAttributes.class);
      return Optional.of(
          new Program(
              file,
              attributes.size(),
              attributes.lastModifiedTime().toMillis(),
              isScript(file) ? Versions.of(file).orElse("") : ""));
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  private static boolean isScript(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("#!");
    }
  }
}
