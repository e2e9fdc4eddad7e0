package io.github.dockeraudit.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A project on disk, put together file by file. */
final class Tree {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Path folder;

  Tree(Path folder) {
    this.folder = folder;
  }

  /** Writes a file of the given lines, with the folders that it lies in. */
  Tree file(String path, String... lines) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    return this;
  }

  /** Writes Dockerfiles with nothing but a {@code FROM}. */
  Tree dockerfiles(String... paths) throws IOException {
    for (String path : paths) {
      file(path, "FROM eclipse-temurin:21-jre");
    }
    return this;
  }

  /** Writes compose files with one service, which runs an image. */
  Tree composeFiles(String... paths) throws IOException {
    for (String path : paths) {
      file(path, "services:", "  web:", "    image: nginx:1.27");
    }
    return this;
  }

  /** Writes empty files. */
  Tree empty(String... paths) throws IOException {
    for (String path : paths) {
      file(path);
    }
    return this;
  }

  Tree folder(String path) throws IOException {
    Files.createDirectories(folder.resolve(path));
    return this;
  }

  Tree link(String path, String target) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.createSymbolicLink(folder.resolve(path), Path.of(target));
    return this;
  }

  Path path(String path) {
    return folder.resolve(path);
  }

  Discovery discovery() {
    return Discovery.of(folder).today(TODAY);
  }

  Project project() {
    return discovery().discover();
  }

  /** The project of one module of a reactor of which these are all. */
  Project module(String path, String... modules) {
    List<Path> all = Arrays.stream(modules).map(folder::resolve).toList();
    return Discovery.of(folder.resolve(path)).today(TODAY).withoutModules(all).discover();
  }

  static List<String> dockerfiles(Project project) {
    return project.dockerfiles().stream().map(file -> file.source().path()).toList();
  }

  /** Each deployment as the paths of its given files, with a plus sign between them. */
  static List<String> deployments(Project project) {
    return project.composeSets().stream()
        .map(set -> String.join("+", set.given().stream().map(Object::toString).toList()))
        .toList();
  }
}
