package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImage.UserTools;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.facts.NonRootUser;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The user that a program is to run as.
 *
 * @param user what to write after USER
 * @param owner what to write as the owner of files
 * @param number the number; empty where the name alone is known
 * @param knownFrom the offset in the file from which {@code owner} is known
 * @param creation the commands that add the user; empty if it is there, or needs no account
 * @param canRun whether the image has a shell for commands
 */
record Account(
    String user,
    String owner,
    OptionalInt number,
    int knownFrom,
    List<String> creation,
    boolean canRun) {

  /**
   * Above the numbers that distributions give to users, and that the host of a container is likely
   * to have.
   */
  private static final int FIRST_NUMBER = 10_001;

  /** The user that distroless images have, for others that have no account either. */
  private static final int NOBODY_KNOWN = 65_532;

  private static final Set<String> WITH_GROUP_OF_SAME_NAME =
      Set.of("app", "node", "nginx", "www-data");

  /** Either the account or why there is none. */
  record Choice(Optional<Account> account, String obstacle) {

    private static Choice of(Account account) {
      return new Choice(Optional.of(account), "");
    }

    private static Choice none(String obstacle) {
      return new Choice(Optional.empty(), obstacle);
    }
  }

  static Choice choose(Layers layers) {
    List<Layers.Step> added = layers.steps().filter(step -> addsUser(step.program())).toList();
    if (added.size() > 1) {
      return Choice.none("the file adds several users, and does not say which is the program's");
    }
    if (!added.isEmpty()) {
      return addedBy(added.get(0));
    }
    if (layers.first().isScratch()) {
      return Choice.of(unnamed(false));
    }
    Optional<BaseImage> base = layers.base().filter(image -> image.defaultUser().isPresent());
    return base.isPresent()
        ? ofBase(base.get(), layers)
        : byEvidence(layers)
            .map(Choice::of)
            .orElseGet(
                () ->
                    Choice.none(
                        "what users and tools %s has is not known".formatted(layers.baseName())));
  }

  /** The user from before a USER that turns to root. */
  static Optional<Account> before(User root, Layers layers) {
    Optional<User> earlier =
        layers
            .all(User.class)
            .filter(user -> user.range().start() < root.range().start())
            .filter(user -> !EffectiveUser.isRoot(user.user().text()))
            .reduce((first, last) -> last);
    return earlier.isPresent()
        ? earlier.get().user().literal().map(name -> existing(name, earlier.get().range().end()))
        : layers
            .base()
            .flatMap(BaseImage::defaultUser)
            .filter(name -> !EffectiveUser.isRoot(name))
            .map(name -> existing(name, layers.first().from().range().end()));
  }

  private static Account existing(String name, int from) {
    return new Account(name, name, number(name), from, List.of(), true);
  }

  static boolean addsUser(SimpleCommand command) {
    return command.is("useradd") && !command.hasFlag("-D", "--defaults")
        || command.is("adduser") && command.operands().size() == 1;
  }

  private static Choice addedBy(Layers.Step step) {
    List<Word> operands = step.program().operands();
    Optional<String> name =
        operands.isEmpty() ? Optional.empty() : operands.get(operands.size() - 1).literal();
    if (name.isEmpty() || name.get().equals("root")) {
      return Choice.none("the file adds a user whose name is not known");
    }
    OptionalInt number =
        step.program()
            .flagValue("-u", "--uid")
            .flatMap(Word::literal)
            .map(Account::number)
            .orElse(OptionalInt.empty());
    int end = step.run().range().end();
    return Choice.of(new Account(name.get(), name.get(), number, end, List.of(), true));
  }

  private static Choice ofBase(BaseImage base, Layers layers) {
    if (base.userTools() == UserTools.NONE) {
      return Choice.of(unnamed(base.hasShell() == Answer.YES));
    }
    Optional<NonRootUser> own = base.nonRootUser();
    if (own.isPresent()) {
      String name = own.get().name();
      String owner = WITH_GROUP_OF_SAME_NAME.contains(name) ? name + ":" + name : name;
      return Choice.of(new Account(name, owner, own.get().uid(), 0, List.of(), true));
    }
    return added(base.userTools(), base.packageManager(), layers)
        .map(Choice::of)
        .orElseGet(
            () -> Choice.none("how to add a user to %s is not known".formatted(layers.baseName())));
  }

  /** A package manager that runs shows the distribution, and that the image starts as root. */
  private static Optional<Account> byEvidence(Layers layers) {
    return layers
        .steps()
        .filter(step -> !step.command().wrappers().contains("sudo"))
        .flatMap(step -> PackageCommand.of(step.command()).stream())
        .map(PackageCommand::manager)
        .filter(PackageManager::isOfDistribution)
        .findFirst()
        .flatMap(manager -> added(toolsWith(manager), Optional.of(manager), layers));
  }

  private static UserTools toolsWith(PackageManager manager) {
    return switch (manager) {
      case APT -> UserTools.SHADOW;
      case APK -> UserTools.BUSYBOX;
      default -> UserTools.UNKNOWN;
    };
  }

  private static Optional<Account> added(
      UserTools tools, Optional<PackageManager> manager, Layers layers) {
    int number = freeNumber(layers);
    String name = freeName(layers);
    List<String> commands = new ArrayList<>();
    if (tools == UserTools.BUSYBOX) {
      commands.add("addgroup -S -g %s %s".formatted(number, name));
      commands.add("adduser -S -u %s -G %s %s".formatted(number, name, name));
    } else {
      if (tools != UserTools.SHADOW) {
        Optional<String> program = manager.flatMap(Account::installer);
        if (program.isEmpty()) {
          return Optional.empty();
        }
        commands.add(program.get() + " install -y shadow-utils");
        commands.add(program.get() + " clean all");
      }
      commands.add("groupadd --system --gid %s %s".formatted(number, name));
      commands.add(
          "useradd --system --uid %s --gid %s --create-home --shell /usr/sbin/nologin %s"
              .formatted(number, name, name));
    }
    return Optional.of(numbered(number, List.copyOf(commands), true));
  }

  private static Optional<String> installer(PackageManager manager) {
    return switch (manager) {
      case DNF -> Optional.of("dnf");
      case MICRODNF -> Optional.of("microdnf");
      case YUM -> Optional.of("yum");
      default -> Optional.empty();
    };
  }

  private static Account unnamed(boolean canRun) {
    String both = NOBODY_KNOWN + ":" + NOBODY_KNOWN;
    return new Account(both, both, OptionalInt.of(NOBODY_KNOWN), 0, List.of(), canRun);
  }

  /** Kubernetes can tell of a number alone that it is not root. */
  private static Account numbered(int number, List<String> creation, boolean canRun) {
    String both = number + ":" + number;
    return new Account("" + number, both, OptionalInt.of(number), 0, creation, canRun);
  }

  private static int freeNumber(Layers layers) {
    int number = FIRST_NUMBER;
    while (isUsed(layers, "" + number)) {
      number++;
    }
    return number;
  }

  private static String freeName(Layers layers) {
    return isUsed(layers, "app") ? "appuser" : "app";
  }

  /** Whether a command that adds or changes groups or users has that word. */
  private static boolean isUsed(Layers layers, String word) {
    return layers
        .steps()
        .map(Layers.Step::program)
        .filter(command -> command.is("groupadd", "addgroup", "usermod", "groupmod", "adduser"))
        .flatMap(command -> command.arguments().stream())
        .anyMatch(argument -> argument.is(word));
  }

  private static OptionalInt number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** The owner for a COPY at an offset; with {@code --link} no name is known there. */
  Optional<String> ownerAt(int offset, boolean linked) {
    boolean byNumber = offset < knownFrom || linked;
    if (!byNumber || owner.chars().allMatch(c -> c == ':' || Character.isDigit(c))) {
      return Optional.of(owner);
    }
    return number.isPresent()
        ? Optional.of(number.getAsInt() + ":" + number.getAsInt())
        : Optional.empty();
  }

  /** Whether the image has the user from its beginning, and RUN is root's there. */
  boolean isKnownAtStart() {
    return knownFrom == 0;
  }

  /** Whether an account has to be added. */
  boolean isNew() {
    return !creation.isEmpty();
  }
}
