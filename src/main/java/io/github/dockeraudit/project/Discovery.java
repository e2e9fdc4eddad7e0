package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds and reads what belongs to the build of one folder, be it a Maven module or not.
 *
 * <p>Dockerfiles are known by their names, and by compose files that build from them; compose files
 * by the names that compose looks for, by names like {@code docker-compose-dev.yml}, and by their
 * content if they lie in a folder called {@code docker}, {@code compose} or {@code docker-compose}.
 * What a build makes ({@code target}, {@code node_modules} ...) is not looked at.
 */
public final class Discovery {

  private final Path base;
  private PathPatterns includes = PathPatterns.of("includes", List.of(), "");
  private PathPatterns excludes = PathPatterns.of("excludes", List.of(), "");
  private List<Path> others = List.of();
  private List<Module> modules = List.of();
  private MavenModel maven;
  private Optional<LocalDate> today = Optional.empty();
  private Disk disk = new Disk();

  private Discovery(Path base) {
    this.base = requireNonNull(base);
  }

  /** Of that folder and all below it. */
  public static Discovery of(Path folder) {
    return new Discovery(folder);
  }

  /**
   * Takes further files, by patterns as in an ignore file. YAML files and those whose name holds
   * {@code compose} are compose files, all others Dockerfiles.
   */
  public Discovery includes(List<String> patterns) {
    return includes(PathPatterns.of("includes", patterns, ""));
  }

  /** Takes further files. */
  public Discovery includes(PathPatterns patterns) {
    this.includes = requireNonNull(patterns);
    return this;
  }

  /** Leaves files out that would be audited, by patterns as in an ignore file. */
  public Discovery excludes(List<String> patterns) {
    return excludes(PathPatterns.of("excludes", patterns, ""));
  }

  /** Leaves files out that would be audited. */
  public Discovery excludes(PathPatterns patterns) {
    this.excludes = requireNonNull(patterns);
    return this;
  }

  /**
   * Leaves the files below these folders to other modules. Their names are known nevertheless, as a
   * build may copy from them.
   *
   * @param folders absolute, or relative to the folder of this discovery; those outside do not
   *     matter
   */
  public Discovery withoutModules(List<Path> folders) {
    this.others = List.copyOf(folders);
    return this;
  }

  /** Names the modules of a reactor that are audited together; none by default. */
  public Discovery modules(List<Module> together) {
    this.modules = List.copyOf(together);
    return this;
  }

  /** Sets what Maven knows of the module; its build directory is not looked into. */
  public Discovery maven(MavenModel model) {
    this.maven = requireNonNull(model);
    return this;
  }

  /** Sets the day of the audit; today by default. */
  public Discovery today(LocalDate day) {
    this.today = Optional.of(day);
    return this;
  }

  /** Sets whom to ask for everything that is read. */
  public Discovery disk(Disk asked) {
    this.disk = requireNonNull(asked);
    return this;
  }

  /**
   * Reads the project.
   *
   * @throws AuditException if the folder cannot be read or a pattern is wrong
   */
  public Project discover() {
    Path folder = realFolder();
    Found found = new Found(includes, excludes);
    Set<String> outputs =
        maven == null ? Set.of() : Set.of(Paths.clean(maven.directories().build()));
    Set<String> elsewhere = moduleFolders(folder);
    TreeWalk walk = new TreeWalk(disk, folder, outputs, elsewhere, found::add);
    walk.walk();
    if (!found.isEmpty()) {
      walk.listLeftOut();
    }
    List<String> notes = Stream.concat(walk.notes().stream(), found.notes().stream()).toList();
    LocalDate day = today.orElseGet(LocalDate::now);
    return ProjectReader.read(
        new Walked(
            disk,
            folder,
            walk.tree(),
            found,
            elsewhere,
            modules,
            day,
            Optional.ofNullable(maven),
            notes));
  }

  private Path realFolder() {
    try {
      Path real = disk.realPath(base);
      if (disk.isFolder(real) && disk.isReadable(real)) {
        return real;
      }
    } catch (IOException missing) {
      // told below, like any other folder that cannot be read
    }
    throw new AuditException(
        "'%s' is not a folder that can be read".formatted(base), "name the folder of the project");
  }

  /**
   * By name alone: asking the disk for each of many modules would slow each of many discoveries.
   */
  private Set<String> moduleFolders(Path folder) {
    Path named = base.toAbsolutePath().normalize();
    Set<String> folders = new HashSet<>();
    for (Path module : others) {
      Path absolute = named.resolve(module).normalize();
      Path above = absolute.startsWith(named) ? named : folder;
      if (absolute.startsWith(above) && !absolute.equals(above)) {
        folders.add(Paths.clean(above.relativize(absolute).toString().replace('\\', '/')));
      }
    }
    return Set.copyOf(folders);
  }
}
