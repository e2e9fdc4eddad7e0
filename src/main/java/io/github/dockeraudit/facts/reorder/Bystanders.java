package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.shell.Compound;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which commands neither read nor change what some instructions copy. */
final class Bystanders {

  /** What a program that is harmless in itself may be given. */
  private enum Arguments {
    /** Only what begins like a path is one. */
    NAMES,
    /** Anything may be a path. */
    PATHS,
    /** Nothing matters. */
    ANY
  }

  private static final Map<String, Arguments> PROGRAMS = new HashMap<>();

  private static final Set<String> SHELLS = Set.of("sh", "bash", "python3");

  /** What language tools do without a look at the project. */
  private static final Map<String, Set<String>> VERBS = new HashMap<>();

  static {
    add(
        Arguments.NAMES,
        "add-apt-repository addgroup adduser apk apt apt-get apt-key aptitude corepack deluser"
            + " dnf docker-php-ext-configure docker-php-ext-enable docker-php-ext-install dpkg-reconfigure"
            + " fc-cache groupadd groupmod install-php-extensions ldconfig locale-gen localedef microdnf pecl"
            + " tdnf update-ca-certificates useradd userdel usermod yum zypper");
    add(
        Arguments.PATHS,
        "chgrp chmod chown cp curl gpg install ln ls mv rm sha256sum tar tee touch unzip wget");
    VERBS.put("npm", Set.of("cache", "config", "set"));
    VERBS.put("yarn", Set.of("cache", "config"));
    VERBS.put("pnpm", Set.of("config", "store"));
    VERBS.put("bundle", Set.of("config"));
    VERBS.put("poetry", Set.of("config", "self"));
    VERBS.put("uv", Set.of("cache", "python", "venv"));
    VERBS.put("pip", Set.of("cache", "config"));
    VERBS.put("composer", Set.of("clear-cache", "clearcache", "self-update"));
    VERBS.put("go", Set.of("env", "version"));
    VERBS.put("rustup", Set.of("component", "default", "target", "toolchain", "update"));
    VERBS.put("gem", Set.of("install", "update"));
    VERBS.put("dotnet", Set.of("nuget"));
    add(Arguments.ANY, ": date echo exit id mkdir printf set sleep test true umask uname which");
  }

  private final CopiedFiles files;
  private final List<Instruction> copies;
  private final String folder;

  /**
   * @param copies the instructions whose files are not to be touched
   * @param folder where the commands run
   */
  Bystanders(CopiedFiles files, List<Instruction> copies, String folder) {
    this.files = files;
    this.copies = copies;
    this.folder = folder;
  }

  private static void add(Arguments arguments, String programs) {
    for (String program : programs.split(" ")) {
      PROGRAMS.put(program, arguments);
    }
  }

  /** Whether all that is run is harmless. */
  boolean contain(Node node) {
    return !(node instanceof Compound compound && compound.kind() == Compound.Kind.FUNCTION)
        && node.commands().stream().allMatch(this::isHarmless);
  }

  private boolean isHarmless(SimpleCommand written) {
    SimpleCommand command = written.unwrapped();
    if (!written.redirections().stream().allMatch(this::isHarmless)) {
      return false;
    }
    if (command.name().isEmpty()) {
      return true;
    }
    String program = command.program().orElse("");
    if (command.script().isPresent()) {
      return true;
    }
    if (SHELLS.contains(program) && !isVirtualEnvironment(command)) {
      return readsOnlyItsInput(command);
    }
    Arguments arguments = PROGRAMS.get(program);
    if (arguments == null) {
      return isLanguageTool(command, program) && areHarmless(command, Arguments.NAMES);
    }
    return areHarmless(command, arguments);
  }

  /** An installer that is piped in comes from elsewhere: what reads a file is looked at itself. */
  private static boolean readsOnlyItsInput(SimpleCommand command) {
    return command.arguments().stream().allMatch(word -> word.prefix().startsWith("-"));
  }

  private boolean areHarmless(SimpleCommand command, Arguments arguments) {
    return arguments == Arguments.ANY
        || command.arguments().stream().noneMatch(word -> isConcerned(word, arguments));
  }

  private boolean isConcerned(Word word, Arguments arguments) {
    String text = word.prefix();
    String value = text.startsWith("-") ? text.substring(text.indexOf('=') + 1) : text;
    if (value.contains("://")) {
      return false;
    }
    boolean beginsLikePath = value.startsWith(".") || value.startsWith("/");
    if (arguments == Arguments.NAMES && !beginsLikePath || value.startsWith("-")) {
      return false;
    }
    if (word.literal().isEmpty() || value.indexOf('*') >= 0 || value.indexOf('?') >= 0) {
      return concernsSomeIn(value);
    }
    return files.concerns(copies, CopiedFiles.resolve(folder, value));
  }

  /** What a pattern or a variable stands for may be anything in the folder that it begins with. */
  private boolean concernsSomeIn(String value) {
    int wild = 0;
    while (wild < value.length() && "*?[{$".indexOf(value.charAt(wild)) < 0) {
      wild++;
    }
    int slash = value.lastIndexOf('/', wild - 1);
    return slash <= 0
        || files.concerns(copies, CopiedFiles.resolve(folder, value.substring(0, slash)));
  }

  private boolean isHarmless(Redirection redirection) {
    return switch (redirection.operator()) {
      case DUPLICATE_INPUT,
          DUPLICATE_OUTPUT,
          HERE_DOCUMENT,
          HERE_DOCUMENT_WITHOUT_TABS,
          HERE_STRING ->
          true;
      default ->
          redirection
              .target()
              .literal()
              .filter(path -> !files.concerns(copies, CopiedFiles.resolve(folder, path)))
              .isPresent();
    };
  }

  /**
   * Installs tools by name, sets something up or tells its version; what sets up that packages go
   * into the folder of the sources is not harmless.
   */
  private static boolean isLanguageTool(SimpleCommand command, String program) {
    String name = program.startsWith("pip") ? "pip" : program;
    if (command.hasFlag("--version") || command.arguments().stream().anyMatch(w -> w.is("-v"))) {
      return true;
    }
    String verb = command.subcommand().orElse("");
    if (VERBS.getOrDefault(name, Set.of()).contains(verb)) {
      return command.arguments().stream().noneMatch(w -> w.is("path") || w.is("deployment"));
    }
    int operands = command.operands().size();
    return switch (name) {
      case "npm", "pnpm" ->
          Set.of("add", "i", "install").contains(verb)
              && operands > 1
              && command.hasFlag("-g", "--global");
      case "yarn" -> verb.equals("global");
      case "pip" -> verb.equals("install") && operands > 1 && !command.hasFlag("-e", "-r", "-c");
      case "go" -> verb.equals("install") && isVersioned(command);
      case "python", "python3" -> isVirtualEnvironment(command);
      case "virtualenv" -> true;
      case "dotnet" -> verb.equals("tool") && command.hasFlag("-g", "--global");
      case "composer" -> verb.equals("config") && command.hasFlag("-g", "--global");
      default -> false;
    };
  }

  private static boolean isVersioned(SimpleCommand command) {
    return command.operands().stream().skip(1).allMatch(word -> word.prefix().contains("@"));
  }

  private static boolean isVirtualEnvironment(SimpleCommand command) {
    List<Word> words = command.arguments();
    return words.size() > 1 && words.get(0).is("-m") && words.get(1).is("venv");
  }
}
