package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Stopsignal;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server that the image of a stage starts, and the signal at which it ends as it should.
 *
 * @param program what is started, such as {@code nginx}
 * @param signal the signal that it wants
 * @param start the instruction that starts it
 * @param sent the STOPSIGNAL in effect; empty if none is given and the base image gives none
 */
public record ServerSignal(
    String program, String signal, Instruction start, Optional<Stopsignal> sent)
    implements Located {

  /** What systemd wants to be stopped by. */
  public static final String OF_SYSTEMD = "SIGRTMIN+3";

  private static final Map<String, String> WANTED =
      Map.of(
          "nginx", "SIGQUIT",
          "openresty", "SIGQUIT",
          "php-fpm", "SIGQUIT",
          "httpd", "SIGWINCH",
          "apache2", "SIGWINCH",
          "apache2-foreground", "SIGWINCH",
          "/sbin/init", OF_SYSTEMD,
          "/usr/sbin/init", OF_SYSTEMD,
          "systemd", OF_SYSTEMD);

  private static final Map<String, String> NUMBERS =
      Map.of("3", "SIGQUIT", "28", "SIGWINCH", "37", OF_SYSTEMD);

  /** Images of distributions, which set no signal. */
  private static final Set<String> PLAIN =
      Set.of(
          "almalinux",
          "alpine",
          "amazonlinux",
          "archlinux",
          "centos",
          "debian",
          "fedora",
          "oraclelinux",
          "rockylinux",
          "ubuntu");

  @Override
  public SourceRange range() {
    return sent.map(signal -> signal.signal().range()).orElse(start.keyword().range());
  }

  /** The server of a stage; empty if none is known, or the base image may set a signal for it. */
  public static Optional<ServerSignal> of(Stage stage) {
    Optional<Stopsignal> sent =
        stage.ancestors().stream()
            .flatMap(each -> each.all(Stopsignal.class).reduce((first, last) -> last).stream())
            .findFirst();
    boolean isKnown = sent.isPresent() ? sent.get().signal().literal().isPresent() : isPlain(stage);
    return isKnown
        ? of(stage.finalState(), sent)
            .filter(server -> !server.program.endsWith("init") || isSystemd(stage))
        : Optional.empty();
  }

  /** Other distributions have other programs of that name. */
  private static boolean isSystemd(Stage stage) {
    return isPlain(stage)
        && stage.root().image().stream().noneMatch(it -> it.repository().endsWith("alpine"));
  }

  private static boolean isPlain(Stage stage) {
    return stage
        .root()
        .image()
        .filter(image -> image.registry().equals("docker.io"))
        .map(ImageReference::repository)
        .filter(
            name ->
                name.startsWith("library/") && PLAIN.contains(name.substring("library/".length())))
        .isPresent();
  }

  /** A script as ENTRYPOINT mostly runs the words of CMD in the end. */
  private static Optional<ServerSignal> of(State state, Optional<Stopsignal> sent) {
    return Stream.concat(
            state.cmd().flatMap(cmd -> of(cmd, cmd.command(), sent)).stream(),
            state.entrypoint().flatMap(entry -> of(entry, entry.command(), sent)).stream())
        .findFirst();
  }

  /** A shell that runs a server in shell form gets the signal instead of it. */
  private static Optional<ServerSignal> of(
      Instruction start, Command command, Optional<Stopsignal> sent) {
    if (!command.isExec() || command.isEmpty()) {
      return Optional.empty();
    }
    SimpleCommand run = command.script().commands().get(0).unwrapped();
    return Stream.concat(run.name().stream().map(name -> name.prefix()), run.program().stream())
        .map(name -> name.startsWith("php-fpm") ? "php-fpm" : name)
        .filter(WANTED::containsKey)
        .map(program -> new ServerSignal(program, WANTED.get(program), start, sent))
        .findFirst();
  }

  /** Whether it is stopped by what it wants. */
  public boolean isSent() {
    return sent.flatMap(it -> it.signal().literal())
        .map(text -> text.toUpperCase(Locale.ROOT))
        .map(text -> NUMBERS.getOrDefault(text, text.startsWith("SIG") ? text : "SIG" + text))
        .filter(signal::equals)
        .isPresent();
  }

  /** The edit that has it stopped by what it wants. */
  public TextEdit edit() {
    return sent.map(it -> it.signal().range().replaceWith(signal))
        .orElseGet(() -> start.lineAfter("STOPSIGNAL " + signal));
  }
}
