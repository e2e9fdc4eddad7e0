package io.github.dockeraudit.project;

import io.github.dockeraudit.disk.Disk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a project before any of its files is read.
 *
 * @param disk is asked for the files
 * @param folder the project's folder, without links in its path
 * @param tree the names of all files
 * @param found the files that may matter
 * @param otherModules folders whose files are audited elsewhere
 * @param modules the modules that are audited together, if they are several
 * @param today the day of the audit
 * @param maven what Maven knows
 * @param notes what was passed over so far
 */
record Walked(
    Disk disk,
    Path folder,
    FileTree tree,
    Found found,
    Set<String> otherModules,
    List<Module> modules,
    LocalDate today,
    Optional<MavenModel> maven,
    List<String> notes) {

  /** The same with one more file. */
  Walked with(String path) {
    return new Walked(
        disk,
        folder,
        tree.with(path),
        found.with(path),
        otherModules,
        modules,
        today,
        maven,
        notes);
  }
}
