package io.github.dockeraudit.mojo;

import io.github.dockeraudit.config.ConfigLocator;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The build that a goal runs in, asked for what an audit of one folder needs to know of it. */
final class MavenBuild {

  private static final String PLUGIN = "io.github.dockeraudit:docker-audit-maven-plugin";

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;
  private final Path basedir;

  /**
   * @param execution may be null, as in tests
   * @param basedir the folder to audit
   */
  MavenBuild(MavenProject project, MavenSession session, MojoExecution execution, Path basedir) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.basedir = basedir;
  }

  /** Whether the module is the one that Maven was started for, or there is none. */
  static boolean isFirst(MavenProject project, MavenSession session) {
    MavenProject first = session.getTopLevelProject();
    return first == null || first.equals(project);
  }

  /** The folder of the whole build. */
  BuildFolder folder() {
    return BuildFolder.of(allModules(), basedir);
  }

  /** The root of the repository that the audited folder is in. */
  Path repository() {
    return Repository.around(basedir, session);
  }

  /** The model of the module; empty without a POM. */
  Optional<MavenModel> model() {
    return MavenModelReader.read(project, allModules());
  }

  /** Whether the log is in colour. */
  boolean hasColors() {
    return Colors.wanted(session);
  }

  /** What a user gave on the command line, in {@code maven.config} or {@code MAVEN_ARGS}. */
  Properties userProperties() {
    Properties given = session.getUserProperties();
    return given == null ? new Properties() : given;
  }

  /** Sets the fields of a goal that the user gave on the command line. */
  void overrule(Object goal) {
    new CommandLine(userProperties(), ownFolder()).overrule(goal, execution);
  }

  /** The folder that Maven takes relative files from: of the module, or the current one. */
  private Path ownFolder() {
    return project.getFile() == null
        ? Path.of(session.getExecutionRootDirectory())
        : project.getBasedir().toPath();
  }

  /** Finds the file that says how an audit is wanted. */
  ConfigLocator configLocator() {
    return locator(new Disk());
  }

  /** Finds files in the audited folder and in those above it, up to that of the whole build. */
  ConfigLocator locator(Disk disk) {
    return new ConfigLocator(absolute(basedir), folder().path(), disk);
  }

  /** A file in the audited folder. */
  Path resolve(String name) {
    return absolute(basedir).resolve(name);
  }

  /** Maven knows the short name of a plugin that is in the POM. */
  String command(String goal) {
    return "mvn " + (project.getPlugin(PLUGIN) == null ? PLUGIN : "docker-audit") + ":" + goal;
  }

  /**
   * Where the patches of all modules come together.
   *
   * @param path relative to the folder of the whole build, or absolute
   */
  PatchFile patchFile(String path) {
    BuildFolder build = folder();
    return new PatchFile(build.resolve(path), build.placeOf(basedir), shared());
  }

  /** The project that remembers, for as long as the build runs, what all modules have done. */
  MavenProject shared() {
    MavenProject first = session.getTopLevelProject();
    return first == null ? project : first;
  }

  /**
   * Where reports are written to.
   *
   * @param name the name of the folder in the one that the build makes
   */
  Path reportFolder(String name) {
    Path made =
        project.getFile() == null
            ? basedir.resolve("target")
            : Path.of(project.getBuild().getDirectory());
    return made.resolve(name);
  }

  /**
   * The modules of the build that lie in the audited folder, in the order of folders.
   *
   * @param warn is told of those that do not
   */
  List<Module> modulesTogether(Consumer<String> warn) {
    Path folder = absolute(basedir);
    List<Module> modules = new ArrayList<>();
    for (MavenProject each : session.getProjects()) {
      if (each.getFile() != null) {
        Path own = absolute(each.getBasedir().toPath());
        if (own.startsWith(folder)) {
          String path = folder.relativize(own).toString().replace('\\', '/');
          modules.add(new Module(each.getArtifactId(), path));
        } else {
          warn.accept("%s lies outside of %s and is left out".formatted(own, folder));
        }
      }
    }
    modules.sort(Comparator.comparing(Module::folder));
    return modules;
  }

  /** The folders of the other modules, which audit their own files. */
  List<Path> modulesBelow() {
    if (isForWholeBuild()) {
      return List.of();
    }
    Set<Path> folders = new LinkedHashSet<>();
    for (String module : project.getModules()) {
      folders.add(basedir.resolve(module).normalize());
    }
    for (MavenProject other : allModules()) {
      if (other.getBasedir() != null) {
        folders.add(other.getBasedir().toPath().normalize());
      }
    }
    return List.copyOf(folders);
  }

  /** A goal that works without a POM is run once for all modules if it is named to Maven itself. */
  private boolean isForWholeBuild() {
    return execution != null && execution.getSource() == MojoExecution.Source.CLI;
  }

  /** Those of the whole build, also where only some of them are built. */
  private List<MavenProject> allModules() {
    return session.getAllProjects() == null ? List.of() : session.getAllProjects();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
