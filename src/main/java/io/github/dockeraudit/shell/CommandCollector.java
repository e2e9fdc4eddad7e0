package io.github.dockeraudit.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the simple commands of a tree in text order. */
final class CommandCollector {

  private final List<SimpleCommand> commands = new ArrayList<>();

  /** Whether something was met that does not stand where the walk comes to it. */
  private boolean unordered;

  private CommandCollector() {}

  static List<SimpleCommand> commandsOf(Node node) {
    CommandCollector collector = new CommandCollector();
    collector.node(node);
    if (collector.unordered) {
      collector.commands.sort(Comparator.comparingInt(command -> command.range().start()));
    }
    return List.copyOf(collector.commands);
  }

  private void node(Node node) {
    if (node instanceof SimpleCommand command) {
      command(command);
    } else if (node instanceof Compound compound) {
      words(compound.words());
      children(compound);
      redirections(compound.redirections());
    } else if (node instanceof Block block) {
      words(block.patterns());
      children(block);
    } else {
      children(node);
    }
  }

  private void children(Node node) {
    for (Node child : node.children()) {
      node(child);
    }
  }

  private void command(SimpleCommand command) {
    commands.add(command);
    for (Assignment assignment : command.assignments()) {
      word(assignment.word());
    }
    words(command.words());
    redirections(command.redirections());
    command
        .script()
        .ifPresent(
            script -> {
              unordered = true;
              children(script.block());
            });
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      word(redirection.target());
      redirection.body().ifPresent(this::word);
      unordered |= !redirection.isPlain();
    }
  }

  private void words(List<Word> words) {
    for (Word word : words) {
      word(word);
    }
  }

  private void word(Word word) {
    if (!word.expansions().isEmpty()) {
      for (Expansion expansion : word.expansions()) {
        expansion.block().ifPresent(this::children);
      }
    }
  }
}
