package io.github.dockeraudit.facts;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A package of a distribution that is there to develop, build or debug, and that a running service
 * has no need of.
 *
 * @param kind what it is for
 * @param programs what it is called by
 */
public record DevelopmentTool(Kind kind, Set<String> programs) {

  /** What a tool is for. */
  public enum Kind {
    /** To compile and link. */
    COMPILER,
    /** To get sources. */
    VERSION_CONTROL,
    /** To change files by hand. */
    EDITOR,
    /** To look into a running program. */
    DEBUGGER,
    /** To fetch files; scripts of a service may have use for it too. */
    DOWNLOADER
  }

  private static final Map<String, DevelopmentTool> BY_PACKAGE = new HashMap<>();

  static {
    add(Kind.COMPILER, "build-essential", "cc", "c++", "gcc", "g++", "make");
    add(Kind.COMPILER, "build-base", "cc", "c++", "gcc", "g++", "make");
    add(Kind.COMPILER, "alpine-sdk", "cc", "c++", "gcc", "g++", "make", "git");
    add(Kind.COMPILER, "gcc-c++", "g++", "c++");
    add(Kind.COMPILER, "golang", "go");
    add(Kind.COMPILER, "golang-go", "go");
    add(Kind.COMPILER, "ninja-build", "ninja");
    add(Kind.COMPILER, "rust", "rustc", "cargo");
    addAll(
        Kind.COMPILER,
        "autoconf automake bison cargo clang cmake flex g++ gcc gfortran go gradle libtool make"
            + " maven meson nasm ninja rustc samurai yasm");
    addAll(Kind.VERSION_CONTROL, "git mercurial subversion");
    add(Kind.EDITOR, "vim-tiny", "vim", "vi");
    add(Kind.EDITOR, "vim-nox", "vim", "vi");
    add(Kind.EDITOR, "vim-enhanced", "vim", "vi");
    add(Kind.EDITOR, "vim-minimal", "vim", "vi");
    add(Kind.EDITOR, "vim", "vim", "vi");
    add(Kind.EDITOR, "emacs-nox", "emacs");
    addAll(Kind.EDITOR, "emacs nano neovim");
    addAll(Kind.DEBUGGER, "gdb gdbserver htop ltrace strace tcpdump valgrind");
    addAll(Kind.DOWNLOADER, "curl wget");
  }

  /** Programs that compile, or fetch sources, for what they are to install or run. */
  private static final Set<String> BUILDERS =
      Set.of(
          "R",
          "Rscript",
          "ansible-playbook",
          "autoreconf",
          "bazel",
          "bun",
          "bundle",
          "bundler",
          "cabal",
          "cargo",
          "cmake",
          "composer",
          "conda",
          "corepack",
          "cpan",
          "cpanm",
          "docker-php-ext-configure",
          "docker-php-ext-install",
          "dotnet",
          "gem",
          "go",
          "gradle",
          "gradlew",
          "install-php-extensions",
          "java",
          "julia",
          "lein",
          "luarocks",
          "make",
          "mamba",
          "meson",
          "mix",
          "mvn",
          "mvnw",
          "ninja",
          "node",
          "npm",
          "npx",
          "pdm",
          "pear",
          "pecl",
          "perl",
          "php",
          "phpize",
          "pip",
          "pipenv",
          "pipx",
          "pnpm",
          "poetry",
          "python",
          "rails",
          "rake",
          "rebar3",
          "ruby",
          "rustup",
          "sbt",
          "stack",
          "swift",
          "uv",
          "yarn");

  /** Those of the builders that build each time they run something. */
  private static final Set<String> BUILD_RUNNERS =
      Set.of(
          "bazel", "cabal", "cargo", "dotnet", "go", "gradle", "gradlew", "lein", "make", "mix",
          "mvn", "mvnw", "sbt", "stack", "swift");

  private static final List<String> SYSTEM_FOLDERS =
      List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/");

  private static void addAll(Kind kind, String packages) {
    for (String name : packages.split(" ")) {
      add(kind, name, name);
    }
  }

  private static void add(Kind kind, String name, String... programs) {
    BY_PACKAGE.put(name, new DevelopmentTool(kind, Set.of(programs)));
  }

  /** The tool in a package of that name, whatever the distribution; empty if it is none. */
  public static Optional<DevelopmentTool> in(String name) {
    return Optional.ofNullable(BY_PACKAGE.get(name));
  }

  /** Whether a command of a build may call it, be it inside a script or another program. */
  public boolean mayBeUsedToBuild(SimpleCommand command) {
    if (isCalledBy(command)) {
      return true;
    }
    return switch (kind) {
      case EDITOR, DEBUGGER -> false;
      case DOWNLOADER -> isScript(command);
      case COMPILER, VERSION_CONTROL ->
          isScript(command) || BUILDERS.contains(ProgramName.withoutVersion(program(command)));
    };
  }

  /** Whether the command of a container may call it, so far as its name tells. */
  public boolean mayBeUsedToRun(SimpleCommand command) {
    if (isCalledBy(command)) {
      return true;
    }
    return switch (kind) {
      case EDITOR, DEBUGGER -> false;
      case DOWNLOADER -> isScript(command);
      case COMPILER, VERSION_CONTROL -> BUILD_RUNNERS.contains(program(command));
    };
  }

  private boolean isCalledBy(SimpleCommand command) {
    Optional<Word> name = command.unwrapped().name();
    return name.isPresent() && name.get().literal().isEmpty()
        || programs.contains(program(command));
  }

  /** Whether it runs a file that may do anything. */
  private static boolean isScript(SimpleCommand command) {
    SimpleCommand run = command.unwrapped();
    String path = run.name().flatMap(Word::literal).orElse("");
    return path.endsWith(".sh")
        || path.indexOf('/') >= 0 && SYSTEM_FOLDERS.stream().noneMatch(path::startsWith)
        || isShell(path, run) && run.script().isEmpty() && !run.operands().isEmpty();
  }

  private static boolean isShell(String path, SimpleCommand run) {
    return run.is(".", "source") || Dialect.of(List.of(path)) != Dialect.OPAQUE;
  }

  /** By hand, like {@link #hashCode}: linking what a record is given takes time in every build. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DevelopmentTool tool
        && kind == tool.kind
        && programs.equals(tool.programs);
  }

  @Override
  public int hashCode() {
    return programs.hashCode();
  }

  private static String program(SimpleCommand command) {
    return command.unwrapped().program().orElse("");
  }
}
