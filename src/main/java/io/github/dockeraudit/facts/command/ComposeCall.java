package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call of compose that names services.
 *
 * @param files the compose files that it names
 * @param verb what is to be done
 * @param services the names of services, as written
 * @param scales how many containers it asks for
 * @see <a href="https://docs.docker.com/reference/cli/docker/compose/">docker compose</a>
 */
public record ComposeCall(
    List<String> files, String verb, List<Word> services, List<Scale> scales) {

  private static final String SCALE = "--scale";

  /**
   * How many containers of a service are to run.
   *
   * @param word where it says so
   */
  public record Scale(Word word, String service, int containers) {

    /** Reads {@code web=3}; empty for anything else. */
    static Optional<Scale> of(Word word, String text) {
      int equals = text.indexOf('=');
      String number = text.substring(equals + 1);
      return equals > 0 && number.matches("\\d{1,4}")
          ? Optional.of(new Scale(word, text.substring(0, equals), Integer.parseInt(number)))
          : Optional.empty();
    }
  }

  /** Options before the verb that take a value. */
  private static final Set<String> GLOBAL =
      Set.of(
          "-f",
          "--file",
          "-p",
          "--project-name",
          "--profile",
          "--env-file",
          "--ansi",
          "--progress");

  /** The verbs that name services, and their options that take a value. */
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "build", Set.of("--build-arg", "-m", "--memory", "--progress", "--ssh"),
          "exec", Set.of("-e", "--env", "-u", "--user", "-w", "--workdir", "--index"),
          "logs", Set.of("-n", "--tail", "--since", "--until", "--index"),
          "restart", Set.of("-t", "--timeout"),
          "run",
              Set.of(
                  "-e",
                  "--env",
                  "-u",
                  "--user",
                  "-w",
                  "--workdir",
                  "-v",
                  "--volume",
                  "-p",
                  "--publish",
                  "-l",
                  "--label",
                  "--name",
                  "--entrypoint"),
          "scale", Set.of(),
          "start", Set.of(),
          "stop", Set.of("-t", "--timeout"),
          "up",
              Set.of(
                  "-t", "--timeout", "--wait-timeout", "--pull", "--attach", "--no-attach", SCALE));

  /** Their options that take none. */
  private static final Set<String> FLAGS =
      Set.of(
          "-T",
          "-d",
          "-f",
          "-i",
          "-it",
          "-t",
          "-ti",
          "-V",
          "--build",
          "--detach",
          "--force-recreate",
          "--follow",
          "--interactive",
          "--no-TTY",
          "--no-build",
          "--no-cache",
          "--no-color",
          "--no-deps",
          "--no-log-prefix",
          "--no-recreate",
          "--no-start",
          "--privileged",
          "--pull",
          "--quiet",
          "--quiet-pull",
          "--remove-orphans",
          "--rm",
          "--service-ports",
          "--timestamps",
          "--tty",
          "--use-aliases",
          "--wait");

  /** After the service comes the command for its container. */
  private static final Set<String> OF_ONE = Set.of("exec", "run");

  public ComposeCall {
    files = List.copyOf(files);
    services = List.copyOf(services);
    scales = List.copyOf(scales);
  }

  /** All of a project: in the commands for its developers, and in its scripts. */
  public static Stream<ComposeCall> in(Project project) {
    Stream<SimpleCommand> ofDevelopers =
        project.commands().stream().filter(ComposeCall::mayCall).flatMap(CommandLines::of);
    Stream<SimpleCommand> ofScripts =
        project.scripts().stream()
            .filter(script -> script.source().text().contains("compose"))
            .flatMap(script -> script.script().commands().stream())
            .map(SimpleCommand::unwrapped);
    return Stream.concat(ofDevelopers, ofScripts).flatMap(command -> of(command).stream());
  }

  private static boolean mayCall(DeveloperCommand command) {
    return command.body().text().contains("compose");
  }

  /** Reads a command; empty if it is no such call, or not all of it is understood. */
  static Optional<ComposeCall> of(SimpleCommand command) {
    List<Word> words = command.words();
    int first =
        command.is("docker-compose")
            ? 1
            : command.is("docker") && words.size() > 1 && words.get(1).is("compose") ? 2 : 0;
    return first == 0 ? Optional.empty() : new Reader(words, first).read();
  }

  private static final class Reader {

    private final List<Word> words;
    private final List<String> files = new ArrayList<>();
    private final List<Word> services = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();
    private int at;

    Reader(List<Word> words, int at) {
      this.words = words;
      this.at = at;
    }

    Optional<ComposeCall> read() {
      for (; at < words.size() && text().startsWith("-"); at++) {
        String option = text();
        if (!GLOBAL.contains(option) || ++at == words.size() || text().isEmpty()) {
          return Optional.empty();
        }
        if (option.equals("-f") || option.equals("--file")) {
          files.add(text());
        }
      }
      if (at == words.size() || !VALUES.containsKey(text())) {
        return Optional.empty();
      }
      String verb = text();
      at++;
      return readServices(verb)
          ? Optional.of(new ComposeCall(files, verb, services, scales))
          : Optional.empty();
    }

    private boolean readServices(String verb) {
      for (; at < words.size(); at++) {
        String word = text();
        if (word.isEmpty()) {
          return false;
        }
        if (verb.equals("scale")) {
          Scale.of(words.get(at), word).ifPresent(scales::add);
        } else if (word.startsWith(SCALE + "=")) {
          Scale.of(words.get(at), word.substring(SCALE.length() + 1)).ifPresent(scales::add);
        } else if (!word.startsWith("-")) {
          services.add(words.get(at));
          if (OF_ONE.contains(verb)) {
            return true;
          }
        } else if (VALUES.get(verb).contains(word)) {
          at++;
          if (word.equals(SCALE) && at < words.size()) {
            Scale.of(words.get(at), text()).ifPresent(scales::add);
          }
        } else if (!FLAGS.contains(word) && word.indexOf('=') < 0) {
          return false;
        }
      }
      return true;
    }

    /** Empty for a word that depends on variables. */
    private String text() {
      return words.get(at).literal().orElse("");
    }
  }
}
