package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.DependencyInstall.Ecosystem;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An {@code npm} or {@code pnpm} that installs what {@code package.json} needs for development into
 * an image that is shipped and only runs {@code node}.
 *
 * @param command the install
 * @param flag what keeps the packages for development out
 */
public record NodeDevelopment(SimpleCommand command, String flag) implements Located {

  private static final String[] PRODUCTION = {"--omit", "--production", "--prod", "--only", "-P"};

  /** What a build or a script in {@code package.json} is run by. */
  private static final Set<String> TOOLS =
      Set.of("npm", "npx", "pnpm", "pnpx", "yarn", "bun", "bunx");

  private static final Set<String> CHORES = Set.of("cache", "ci", "config", "i", "install", "set");

  @Override
  public SourceRange range() {
    return command.name().orElseThrow().range();
  }

  /** Adds the flag right behind what the program is told to do. */
  public Remedy remedy() {
    TextEdit edit = command.operands().get(0).followedBy(flag);
    return Remedy.intended("Leave out packages for development", List.of(edit));
  }

  /** Those in the shipped images of a project, in the order of files and places. */
  public static Stream<NodeDevelopment> in(Project project) {
    if (project.dockerfiles().stream().noneMatch(file -> file.runs("npm", "pnpm"))) {
      return Stream.empty();
    }
    return ShippedLayers.runs(project)
        .flatMap(
            layer ->
                DependencyInstall.in(layer.run().command().script())
                    .filter(install -> install.ecosystem() == Ecosystem.NODE)
                    .map(DependencyInstall::command)
                    .filter(command -> isForDevelopment(command, layer, project))
                    .map(command -> new NodeDevelopment(command, flag(command))));
  }

  private static String flag(SimpleCommand command) {
    return command.is("npm") ? "--omit=dev" : "--prod";
  }

  private static boolean isForDevelopment(SimpleCommand command, Layer layer, Project project) {
    return command.is("npm", "pnpm")
        && !command.hasFlag(PRODUCTION)
        && !isProduction(command, layer)
        && !layer.images().isEmpty()
        && layer.images().stream().allMatch(image -> runsNodeAlone(image, project))
        && layer.images().stream().noneMatch(image -> usesTools(image, layer.run(), command))
        && hasDevelopmentPackages(layer, project);
  }

  private static boolean isProduction(SimpleCommand command, Layer layer) {
    return command.assignments().stream().anyMatch(a -> a.name().equals("NODE_ENV"))
        || layer
            .stage()
            .stateAt(layer.run())
            .variable("NODE_ENV")
            .text()
            .filter("production"::equals)
            .isPresent();
  }

  /** Whether what its containers run is known, and is {@code node} with a script. */
  private static boolean runsNodeAlone(Stage image, Project project) {
    List<SimpleCommand> commands = ContainerCommands.of(image, project).toList();
    return !commands.isEmpty()
        && commands.stream().allMatch(command -> command.unwrapped().is("node", "nodejs"));
  }

  /** Whether any command after the install may have need of a tool that it brings. */
  private static boolean usesTools(Stage image, Run run, SimpleCommand install) {
    return image.ancestors().stream()
        .flatMap(stage -> stage.instructions().stream())
        .flatMap(instruction -> commands(instruction, run, install))
        .anyMatch(NodeDevelopment::mayUseTools);
  }

  private static Stream<SimpleCommand> commands(
      Instruction instruction, Run run, SimpleCommand install) {
    return instruction instanceof Run later && later.range().start() >= run.range().start()
        ? later.command().script().commands().stream()
            .filter(command -> command.range().start() > install.range().start())
        : Stream.empty();
  }

  private static boolean mayUseTools(SimpleCommand command) {
    SimpleCommand run = command.unwrapped();
    String program = run.program().orElse("");
    boolean isTool = TOOLS.contains(program) && !CHORES.contains(run.subcommand().orElse(""));
    return isTool || run.name().filter(name -> name.raw().contains("node_modules")).isPresent();
  }

  private static boolean hasDevelopmentPackages(Layer layer, Project project) {
    List<BuildContext> contexts = project.contexts(layer.file());
    return contexts.size() == 1
        && layer.stage().ancestors().stream()
            .flatMap(stage -> stage.instructions().stream())
            .flatMap(instruction -> ContextCopy.of(instruction).stream())
            .flatMap(copy -> copy.sources().stream())
            .flatMap(source -> manifest(source, contexts.get(0), project).stream())
            .anyMatch(NodeDevelopment::namesDevelopmentPackages);
  }

  /** The {@code package.json} that a source of a COPY brings. */
  private static Optional<Source> manifest(
      io.github.dockeraudit.dockerfile.Word source, BuildContext context, Project project) {
    String path = source.literal().orElse("");
    String folder = path.contains("package") ? Paths.parent(Paths.clean(path)) : path;
    String inContext = Paths.clean(folder + "/package.json");
    return path.isEmpty() || path.indexOf('$') >= 0
        ? Optional.empty()
        : project.text(Paths.clean(context.folder() + "/" + inContext));
  }

  /** JSON is YAML but for its tabs, which are white space. */
  private static boolean namesDevelopmentPackages(Source manifest) {
    Yaml yaml = Yaml.parse(Source.of(manifest.path(), manifest.text().replace('\t', ' ')));
    return yaml.root()
        .filter(YamlMapping.class::isInstance)
        .flatMap(root -> ((YamlMapping) root).get("devDependencies"))
        .filter(YamlMapping.class::isInstance)
        .filter(packages -> !((YamlMapping) packages).entries().isEmpty())
        .isPresent();
  }
}
