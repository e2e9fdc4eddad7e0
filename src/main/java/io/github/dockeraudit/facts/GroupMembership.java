package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The groups that commands of RUN put a user into. */
public final class GroupMembership {

  private final String user;
  private final Set<String> groups = new LinkedHashSet<>();
  private String primary;

  private GroupMembership(String user) {
    this.user = user;
    this.primary = user;
  }

  /** Those that a user is in before an instruction of a stage, so far as it is known. */
  public static GroupMembership of(String user, Stage stage, Instruction before) {
    GroupMembership membership = new GroupMembership(user);
    for (Stage each : stage.ancestors()) {
      each.all(Run.class)
          .filter(run -> run.range().start() < before.range().start())
          .flatMap(run -> run.command().script().commands().stream())
          .forEachOrdered(command -> membership.read(command.unwrapped()));
    }
    return membership;
  }

  private void read(SimpleCommand command) {
    List<Word> operands = command.operands();
    if (command.is("useradd", "usermod") && isOf(operands, operands.size() - 1)) {
      add(command.flagValue("-G", "--groups"));
      command.flagValue("-g", "--gid").flatMap(Word::literal).ifPresent(name -> primary = name);
    } else if (command.is("adduser", "addgroup") && isOf(operands, 0)) {
      add(operands.stream().skip(1).findFirst());
      command.flagValue("-G", "--ingroup").flatMap(Word::literal).ifPresent(name -> primary = name);
    } else if (command.is("gpasswd")
        && command.flagValue("-a", "--add").filter(this::isIt).isPresent()) {
      add(operands.stream().findFirst());
    }
  }

  private boolean isOf(List<Word> operands, int index) {
    return index >= 0 && index < operands.size() && isIt(operands.get(index));
  }

  private boolean isIt(Word word) {
    return word.is(user);
  }

  private void add(Optional<Word> names) {
    names.flatMap(Word::literal).ifPresent(text -> groups.addAll(List.of(text.split(","))));
  }

  /** Whether files that the user makes belong to this group. */
  public boolean isPrimary(String group) {
    return group.equals(primary);
  }

  /** The groups beside its own one that the user would no longer be in with this one alone. */
  public Stream<String> others(String group) {
    return groups.stream().filter(name -> !name.equals(group) && !name.equals(primary));
  }
}
