package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.NameWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the image of a stage is for, by what it says about running it. */
public final class StagePurpose {

  /** Shells beside those whose scripts are read. */
  private static final Set<String> OTHER_SHELLS = Set.of("fish", "cmd.exe", "powershell", "pwsh");

  /** Words in the names of services that compile, or work with repositories of sources. */
  private static final Set<String> BUILDING =
      Set.of(
          "agent",
          "airflow",
          "argocd",
          "build",
          "builder",
          "buildkite",
          "ci",
          "codebuild",
          "codespace",
          "dind",
          "drone",
          "git",
          "gitea",
          "gitlab",
          "gogs",
          "ide",
          "jenkins",
          "jupyter",
          "notebook",
          "renovate",
          "rstudio",
          "runner",
          "sdk",
          "teamcity",
          "theia",
          "workspace");

  private static final Fact<Stage, List<String>> PORTS = Fact.of(StagePurpose::findPorts);
  private static final Fact<Stage, Boolean> RUNS_PROGRAM = Fact.of(StagePurpose::findProgram);
  private static final Fact<Stage, Boolean> IS_FOR_BUILDING =
      Fact.of(StagePurpose::speaksOfBuilding);

  private StagePurpose() {}

  /**
   * The ports that its containers listen on, as written: those of EXPOSE, or else those that the
   * base image is known to expose. Empty if there are none or none are known.
   */
  public static List<String> ports(Stage stage) {
    return PORTS.about(stage);
  }

  private static List<String> findPorts(Stage stage) {
    List<String> own =
        stage.finalState().exposed().stream()
            .map(Expose::ports)
            .flatMap(List::stream)
            .filter(StagePurpose::mayBePort)
            .map(Word::text)
            .toList();
    return own.isEmpty() ? base(stage).map(BaseImage::exposedPorts).orElse(List.of()) : own;
  }

  /** Docker rejects what is no port, such as the {@code {{port}}} of a template. */
  private static boolean mayBePort(Word word) {
    return word.literal().map(text -> Port.parse(text).isPresent()).orElse(true);
  }

  /** Whether its containers run a program and listen on ports. */
  public static boolean isService(Stage stage) {
    return !ports(stage).isEmpty() && runsProgram(stage);
  }

  /**
   * Whether its containers run a program unless told otherwise: not if they start a shell for
   * somebody to type in, or nothing that is known.
   */
  public static boolean runsProgram(Stage stage) {
    return RUNS_PROGRAM.about(stage);
  }

  private static boolean findProgram(Stage stage) {
    State state = stage.finalState();
    List<Command> commands = commands(state).toList();
    return commands.isEmpty()
        ? base(stage).filter(base -> !base.exposedPorts().isEmpty()).isPresent()
        : commands.stream().anyMatch(command -> !isShell(command));
  }

  /** Whether nothing says what to run, so that the image is no more than files. */
  public static boolean isOnlyFiles(Stage stage) {
    return stage.root().isScratch() && commands(stage.finalState()).findAny().isEmpty();
  }

  /**
   * Whether what it runs is likely to compile, or to work with repositories of sources, by the
   * names of its base image, its folder, its stage and its program.
   */
  public static boolean isForBuilding(Stage stage) {
    return IS_FOR_BUILDING.about(stage);
  }

  private static boolean speaksOfBuilding(Stage stage) {
    Stream<String> programs =
        commands(stage.finalState())
            .flatMap(command -> command.script().commands().stream())
            .map(SimpleCommand::raw);
    return Stream.of(
            stage.root().image().map(ImageReference::repository).stream(),
            Stream.of(stage.range().source().path()),
            stage.name().stream(),
            programs)
        .flatMap(names -> names)
        .flatMap(name -> NameWords.of(name).stream())
        .anyMatch(BUILDING::contains);
  }

  private static Stream<Command> commands(State state) {
    return Stream.concat(
        state.entrypoint().map(entrypoint -> entrypoint.command()).stream(),
        state.cmd().map(cmd -> cmd.command()).stream());
  }

  /** Whether all it does is to start a shell that waits for input. */
  private static boolean isShell(Command command) {
    List<SimpleCommand> commands = command.script().commands();
    return commands.size() == 1
        && commands.get(0).unwrapped().program().filter(StagePurpose::startsShell).isPresent()
        && commands.get(0).unwrapped().operands().isEmpty();
  }

  private static boolean startsShell(String program) {
    return Dialect.isShell(program) || OTHER_SHELLS.contains(program);
  }

  private static Optional<BaseImage> base(Stage stage) {
    return stage.root().image().flatMap(BaseImages::find);
  }
}
