package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands of a RUN that are run one after the other, each only if all went well so far. */
final class Steps {

  /** What lasts beyond the command, so that a second RUN has to say it again. */
  private static final Set<String> LASTING = Set.of("set", "cd", "export", "umask", "ulimit");

  private static final String ACTIVATE = "/bin/activate";

  private final Run run;
  private final List<Node> nodes = new ArrayList<>();

  Steps(Run run) throws ObstacleException {
    this.run = run;
    Script script = run.command().script();
    if (script.remainder().isPresent()) {
      throw new ObstacleException("the RUN cannot be read to its end");
    }
    for (Node node : script.block().children()) {
      if (node instanceof AndOr list && !list.operators().contains(AndOr.Operator.OR)) {
        nodes.addAll(list.children());
      } else {
        nodes.add(node);
      }
    }
    if (nodes.stream().anyMatch(Node::inBackground)) {
      throw new ObstacleException("the RUN does something in the background");
    }
  }

  List<Node> all() {
    return nodes;
  }

  /** The place of an install among the steps. */
  int indexOf(DependencyInstall install) throws ObstacleException {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof SimpleCommand command
          && command.script().isEmpty()
          && command.unwrapped().range().equals(install.range())) {
        return i;
      }
    }
    throw new ObstacleException("the install is a part of another command");
  }

  /** The folder in which a step runs. */
  String folderAt(int index, String start) throws ObstacleException {
    String folder = start;
    for (Node node : nodes.subList(0, index)) {
      if (isLasting(node, "cd")) {
        SimpleCommand command = (SimpleCommand) node;
        if (command.operands().size() != 1 || command.operands().get(0).literal().isEmpty()) {
          throw new ObstacleException("only the build knows where the install runs");
        }
        folder = CopiedFiles.resolve(folder, command.operands().get(0).literal().orElseThrow());
      } else if (node.commands().stream().anyMatch(c -> c.is("cd", "pushd", "popd"))) {
        throw new ObstacleException("only the build knows where the install runs");
      }
    }
    return folder;
  }

  static boolean isLasting(Node node) {
    return node instanceof SimpleCommand command
        && (command.name().isEmpty()
            || LASTING.contains(command.program().orElse(""))
            || environment(node).isPresent()
            || isOfHome(command));
  }

  /** The virtual environment that a step makes the one in use. */
  static Optional<String> environment(Node node) {
    return node instanceof SimpleCommand command && command.is(".", "source")
        ? command.operands().stream()
            .findFirst()
            .flatMap(Word::literal)
            .filter(path -> path.endsWith(ACTIVATE))
            .map(path -> path.substring(0, path.length() - ACTIVATE.length()))
        : Optional.empty();
  }

  /** Scripts in the folder of the user are those of installers. */
  private static boolean isOfHome(SimpleCommand command) {
    return command.is(".", "source")
        && command.operands().stream()
            .findFirst()
            .filter(
                word ->
                    word.raw().startsWith("~/")
                        || word.raw().replace("\"", "").startsWith("$HOME/."))
            .isPresent();
  }

  private static boolean isLasting(Node node, String program) {
    return node instanceof SimpleCommand command && command.is(program);
  }

  /** What a RUN of the steps from {@code index} on has to begin with. */
  String prefix(int index) throws ObstacleException {
    StringBuilder prefix = new StringBuilder();
    for (Node node : nodes.subList(0, index)) {
      if (isLasting(node)) {
        if (node.commands().size() > 1) {
          throw new ObstacleException("a variable of the RUN is set by a command");
        }
        prefix.append(node.raw()).append(" && ");
      }
    }
    return prefix.toString();
  }

  Run run() {
    return run;
  }
}
