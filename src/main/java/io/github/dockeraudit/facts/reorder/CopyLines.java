package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Copied;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Origin;
import io.github.dockeraudit.project.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the instructions that copy nothing but some files of what another one copies. */
final class CopyLines {

  /** Nobody wants to read more of them. */
  private static final int MOST = 20;

  private static final Set<String> KEPT_FLAGS = Set.of("chown", "chmod", "link");

  private final ContextCopy copy;
  private final String head;
  private final Map<String, List<String>> sourcesByFolder = new LinkedHashMap<>();

  CopyLines(ContextCopy copy) throws ObstacleException {
    this.copy = copy;
    StringBuilder text = new StringBuilder();
    Instruction instruction = copy.instruction();
    int start = instruction.range().start();
    String source = instruction.range().source().text();
    text.append(source, start, instruction.keyword().range().start());
    boolean isLower =
        instruction.keyword().text().equals(instruction.name().toLowerCase(Locale.ROOT));
    text.append(isLower ? "copy" : "COPY");
    for (Flag flag : instruction.flags()) {
      if (!KEPT_FLAGS.contains(flag.name())) {
        throw new ObstacleException("the sources are copied with --" + flag.name());
      }
      text.append(' ').append(flag.range().text());
    }
    this.head = text.toString();
  }

  /** Adds a file or folder that this copies to a path of the image. */
  void add(Origin origin, String path, boolean isFolder) throws ObstacleException {
    Copied copied = origin.copied();
    if (!copied.isFolder()) {
      sourcesByFolder
          .computeIfAbsent(plain(copy.destination().text()), to -> new ArrayList<>())
          .add(plain(origin.path()));
      return;
    }
    String folder = isFolder ? path : Paths.parent(path);
    String below = CopiedFiles.below(folder.isEmpty() ? "/" : folder, copied.target());
    sourcesByFolder
        .computeIfAbsent(destination(below), to -> new ArrayList<>())
        .add(plain(origin.path()));
  }

  private String destination(String below) throws ObstacleException {
    String whole = plain(copy.destination().text());
    String rest = below.equals(".") ? "" : plain(below) + "/";
    return (whole.endsWith("/") ? whole : whole + "/") + rest;
  }

  /** A path that needs no quotes; a variable in it stays one. */
  private static String plain(String path) throws ObstacleException {
    for (int i = 0; i < path.length(); i++) {
      if (" \t\"'\\`*?[]<>".indexOf(path.charAt(i)) >= 0) {
        throw new ObstacleException("the path '%s' would need quotes".formatted(path));
      }
    }
    return path;
  }

  boolean isEmpty() {
    return sourcesByFolder.isEmpty();
  }

  /** The instructions, one for each folder, each with its line ending. */
  String text(String lineEnding) throws ObstacleException {
    if (sourcesByFolder.size() > MOST) {
      throw new ObstacleException(
          "its manifests lie in %s folders".formatted(sourcesByFolder.size()));
    }
    StringBuilder text = new StringBuilder();
    sourcesByFolder.forEach(
        (to, sources) ->
            text.append(head)
                .append(' ')
                .append(String.join(" ", sources))
                .append(' ')
                .append(to)
                .append(lineEnding));
    return text.toString();
  }
}
