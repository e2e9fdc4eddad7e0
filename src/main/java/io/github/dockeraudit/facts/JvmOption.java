package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An option that is given to a virtual machine for Java, at its place.
 *
 * @param text the option
 * @param range where it stands
 */
public record JvmOption(String text, SourceRange range) implements Located {

  /** Variables that the virtual machine reads, or that start scripts hand on to it. */
  private static final Set<String> VARIABLES =
      Set.of(
          "CATALINA_OPTS",
          "JAVA_OPTIONS",
          "JAVA_OPTS",
          "JAVA_OPTS_APPEND",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "JVM_OPTS",
          "_JAVA_OPTIONS");

  /** Those that the virtual machine or its launcher itself reads. */
  private static final Set<String> OF_ITS_OWN =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final Fact<Stage, List<JvmOption>> OF_IMAGE = Fact.of(JvmOption::find);
  private static final Fact<Stage, List<SimpleCommand>> STARTED = Fact.of(JvmOption::findStarted);

  /** Whether options come to a virtual machine by a variable of that name. */
  static boolean isVariable(String name) {
    return VARIABLES.contains(name);
  }

  /** Whether a variable is read without any script that hands it on. */
  static boolean isReadByItself(String name) {
    return OF_ITS_OWN.contains(name);
  }

  /** All that an image gives to the Java that it starts: by variables, then by its command. */
  public static List<JvmOption> of(Stage image) {
    return OF_IMAGE.about(image);
  }

  private static List<JvmOption> find(Stage image) {
    List<JvmOption> options = new ArrayList<>(0);
    List<SimpleCommand> started = started(image);
    for (Stage stage : image.ancestors()) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof Env env) {
          addVariables(env, started, options);
        }
      }
    }
    started.forEach(command -> addArguments(command, options));
    return List.copyOf(options);
  }

  private static void addVariables(Env env, List<SimpleCommand> started, List<JvmOption> options) {
    for (Assignment set : env.assignments()) {
      if (isRead(set.name().text(), started)) {
        set.value().ifPresent(value -> addWords(value.range(), options));
      }
    }
  }

  /** All that compose gives to the Java of a service. */
  public static List<JvmOption> of(Service service, Optional<Stage> image) {
    List<JvmOption> options = new ArrayList<>();
    List<SimpleCommand> started = ContainerCommands.ofStart(service, image).toList();
    for (Variable variable : service.environment()) {
      if (isRead(variable.name(), started)) {
        variable.value().map(Scalar::range).ifPresent(range -> addWords(range, options));
      }
    }
    boolean isOwnCommand = service.command().isPresent() || service.entrypoint().isPresent();
    if (isOwnCommand) {
      started.forEach(command -> addArguments(command, options));
    }
    return options;
  }

  /** Where nothing but Java is started and no shell runs, only its own variables count. */
  private static boolean isRead(String name, List<SimpleCommand> started) {
    if (!isVariable(name) || isReadByItself(name)) {
      return isVariable(name);
    }
    boolean isPlainJava =
        started.size() == 1
            && started.get(0).is("java")
            && started.get(0).words().stream().noneMatch(word -> word.raw().contains(name));
    return !isPlainJava;
  }

  /** What a container of the image starts. */
  static List<SimpleCommand> started(Stage image) {
    return STARTED.about(image);
  }

  private static List<SimpleCommand> findStarted(Stage image) {
    List<SimpleCommand> started = new ArrayList<>(2);
    State state = image.finalState();
    state.entrypoint().ifPresent(entry -> started.addAll(entry.command().script().commands()));
    state.cmd().ifPresent(cmd -> started.addAll(cmd.command().script().commands()));
    return List.copyOf(started);
  }

  /** The words before the class or the jar; what comes after them is for the program. */
  private static void addArguments(SimpleCommand command, List<JvmOption> options) {
    SimpleCommand run = command.unwrapped();
    if (!run.is("java")) {
      return;
    }
    for (Word word : run.arguments()) {
      Optional<String> text = word.literal();
      if (text.isPresent() && !text.get().startsWith("-") || word.is("-jar")) {
        return;
      }
      text.ifPresent(option -> options.add(new JvmOption(option, word.range())));
    }
  }

  /** Words between spaces, without quotes. */
  private static void addWords(SourceRange value, List<JvmOption> options) {
    String text = value.text();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean isEnd = i == text.length() || " \t\r\n\"'\\".indexOf(text.charAt(i)) >= 0;
      if (isEnd) {
        if (start < i) {
          options.add(
              new JvmOption(
                  text.substring(start, i),
                  value.source().range(value.start() + start, value.start() + i)));
        }
        start = i + 1;
      }
    }
  }
}
