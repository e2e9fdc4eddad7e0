package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.dockerfile.Dockerfile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that was read of a project.
 *
 * @param folder the project's folder
 * @param otherModules folders in it whose files are audited elsewhere
 * @param modules the modules that are audited together, if they are several
 * @param today the day of the audit
 * @param tree the names of all files
 * @param dockerfiles those to audit, by path
 * @param otherDockerfiles those that compose files build from and that belong to other modules
 * @param composeSets the deployments
 * @param ignoreFiles by path
 * @param envFiles in the order of their paths
 * @param commands in the order of their files and places
 * @param scripts by path
 * @param problems in the order of their places
 * @param notes what was passed over, for those who wonder
 * @param maven what Maven knows
 */
record Contents(
    Path folder,
    Set<String> otherModules,
    List<Module> modules,
    LocalDate today,
    FileTree tree,
    Map<String, Dockerfile> dockerfiles,
    Map<String, Dockerfile> otherDockerfiles,
    List<ComposeSet> composeSets,
    Map<String, IgnoreFile> ignoreFiles,
    List<DotEnv> envFiles,
    List<DeveloperCommand> commands,
    Map<String, ScriptFile> scripts,
    List<FileProblem> problems,
    List<String> notes,
    Optional<MavenModel> maven) {

  Contents {
    otherModules = Set.copyOf(otherModules);
    modules = List.copyOf(modules);
    dockerfiles = Collections.unmodifiableMap(new TreeMap<>(dockerfiles));
    otherDockerfiles = Map.copyOf(otherDockerfiles);
    composeSets = List.copyOf(composeSets);
    ignoreFiles = Collections.unmodifiableMap(new TreeMap<>(ignoreFiles));
    envFiles = List.copyOf(envFiles);
    commands = List.copyOf(commands);
    scripts = Collections.unmodifiableMap(new TreeMap<>(scripts));
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
