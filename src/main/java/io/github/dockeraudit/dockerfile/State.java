package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.shell.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the instructions up to some place of a stage have set, those of the stages that it builds on
 * included. Immutable.
 *
 * <p>The default of an ARG is a known value, see {@link Value#isDefault()}; what the base image may
 * have set is unknown.
 */
public final class State implements Scope {

  /** What holds throughout a stage and those that build on it. */
  record Base(Scope global, boolean isScratch, boolean isWindows) {}

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  /** Longest path that Linux takes, so that joining one after the other stays cheap. */
  private static final int LONGEST_PATH = 4_096;

  private final Base base;
  private Variables variables = Variables.NONE;
  private Value user = Value.unset();
  private User userInstruction;
  private Value workdir;
  private Workdir workdirInstruction;
  private Shell shell;
  private Healthcheck healthcheck;
  private Cmd cmd;
  private boolean cmdIsInherited;
  private Entrypoint entrypoint;
  private Exposed exposed;

  /** Ports with those before them. */
  private record Exposed(Expose instruction, List<Port> ports, Exposed before) {}

  /** The state of an empty stage that builds on an image. */
  State(Base base) {
    this.base = base;
    this.workdir = base.isScratch ? Value.known(base.isWindows ? "C:\\" : "/") : Value.unset();
  }

  private State(State other) {
    base = other.base;
    variables = other.variables;
    user = other.user;
    userInstruction = other.userInstruction;
    workdir = other.workdir;
    workdirInstruction = other.workdirInstruction;
    shell = other.shell;
    healthcheck = other.healthcheck;
    cmd = other.cmd;
    cmdIsInherited = other.cmdIsInherited;
    entrypoint = other.entrypoint;
    exposed = other.exposed;
  }

  /** The state at the beginning of a stage that builds on one with this state at its end. */
  State inherited() {
    State next = new State(this);
    next.cmdIsInherited = true;
    return next;
  }

  /** The state after an instruction; this one if it sets nothing. */
  State after(Instruction instruction) {
    return switch (instruction.syntax().kind()) {
      case ARG, CMD, ENTRYPOINT, ENV, EXPOSE, HEALTHCHECK, SHELL, USER, WORKDIR -> {
        State next = new State(this);
        next.apply(instruction);
        yield next;
      }
      default -> this;
    };
  }

  private void apply(Instruction instruction) {
    if (instruction instanceof Env env) {
      set(env);
    } else if (instruction instanceof Arg arg) {
      arg.assignments().stream().forEachOrdered(this::declare);
    } else if (instruction instanceof User given) {
      user = expand(given.user());
      userInstruction = given;
    } else if (instruction instanceof Workdir given) {
      workdir = joined(expand(given.path()));
      workdirInstruction = given;
    } else if (instruction instanceof Shell given) {
      shell = given.words().isEmpty() ? shell : given;
    } else if (instruction instanceof Healthcheck given) {
      healthcheck = given;
    } else if (instruction instanceof Cmd given) {
      cmd = given;
      cmdIsInherited = false;
    } else if (instruction instanceof Entrypoint given) {
      entrypoint = given;
      cmd = cmdIsInherited ? null : cmd;
    } else if (instruction instanceof Expose given) {
      exposed = new Exposed(given, ports(given), exposed);
    }
  }

  /** All values see the variables from before the instruction. */
  private void set(Env env) {
    Variables changed = variables;
    for (Assignment assignment : env.assignments()) {
      Optional<String> name = expand(assignment.name()).text();
      Value value = assignment.value().map(this::expand).orElse(Value.unknown());
      changed = name.isPresent() ? changed.with(name.get(), value) : changed;
    }
    variables = changed;
  }

  private List<Port> ports(Expose expose) {
    List<Port> ports = new ArrayList<>();
    for (Word word : expose.ports()) {
      for (Splitter.Part part : word.lexer(this).parts()) {
        Port.parse(part.text()).ifPresent(ports::add);
      }
    }
    return ports;
  }

  private void declare(Assignment assignment) {
    String name = assignment.name().text();
    Value given = assignment.value().map(this::expand).orElseGet(() -> base.global.variable(name));
    if (assignment.value().isEmpty() && given.isUnset()) {
      Value inherited = variables.get(name);
      given = inherited == null ? Value.unset() : inherited;
    }
    variables = variables.with(name, given.asDefault());
  }

  private Value joined(Value path) {
    Optional<String> text = path.text();
    if (text.isEmpty()) {
      return Value.unknown();
    }
    boolean isAbsolute = Paths.isAbsolute(text.get(), base.isWindows);
    Value from = isAbsolute ? Value.known("") : workdir;
    return from.text()
        .map(directory -> Paths.join(directory, text.get(), base.isWindows))
        .filter(joined -> joined.length() <= LONGEST_PATH)
        .map(joined -> Value.of(joined, path.isDefault() || from.isDefault()))
        .orElse(Value.unknown());
  }

  /** The user; unset if no USER has been given, so that the base image decides. */
  public Value user() {
    return user;
  }

  /** The USER in effect; empty if none has been given. */
  public Optional<User> userInstruction() {
    return Optional.ofNullable(userInstruction);
  }

  /**
   * The working directory, joined as Docker does; unset if no WORKDIR has been given, so that the
   * base image decides; unknown if it is relative to one that is not known.
   */
  public Value workdir() {
    return workdir;
  }

  /** Where a path leads from the working directory, joined as Docker does; unknown if either is. */
  public Value locate(Word path) {
    return joined(expand(path));
  }

  /** The WORKDIR in effect; empty if none has been given. */
  public Optional<Workdir> workdirInstruction() {
    return Optional.ofNullable(workdirInstruction);
  }

  /** The SHELL in effect; empty if none has been given. */
  public Optional<Shell> shell() {
    return Optional.ofNullable(shell);
  }

  /** The language of commands in shell form: that of the SHELL, or of the platform's shell. */
  public Dialect dialect() {
    if (shell != null) {
      return Dialect.of(shell.words().stream().map(Word::text).toList());
    }
    return base.isWindows ? Dialect.OPAQUE : Dialect.POSIX;
  }

  /** Whether a path does not depend on the working directory. */
  public static boolean isAbsolute(String path, boolean windows) {
    return Paths.isAbsolute(path, windows);
  }

  /** Whether the stage is built for Windows, as its base image or a back quote to escape tells. */
  public boolean isWindows() {
    return base.isWindows;
  }

  /** The HEALTHCHECK in effect; empty if none has been given, so that the base image decides. */
  public Optional<Healthcheck> healthcheck() {
    return Optional.ofNullable(healthcheck);
  }

  /**
   * The CMD in effect; empty if none has been given or an ENTRYPOINT has reset an inherited one.
   */
  public Optional<Cmd> cmd() {
    return Optional.ofNullable(cmd);
  }

  /** The ENTRYPOINT in effect; empty if none has been given. */
  public Optional<Entrypoint> entrypoint() {
    return Optional.ofNullable(entrypoint);
  }

  /** The EXPOSE instructions in effect, in the order in which they take effect. */
  public List<Expose> exposed() {
    Deque<Expose> instructions = new ArrayDeque<>();
    for (Exposed last = exposed; last != null; last = last.before) {
      instructions.addFirst(last.instruction);
    }
    return List.copyOf(instructions);
  }

  /**
   * The ports that EXPOSE has given so far, each once in the order in which they take effect; those
   * of unknown variables and of the base image are not among them.
   */
  public List<Port> exposedPorts() {
    Deque<List<Port>> groups = new ArrayDeque<>();
    for (Exposed last = exposed; last != null; last = last.before) {
      groups.addFirst(last.ports);
    }
    return groups.stream().flatMap(List::stream).distinct().toList();
  }

  /** Whether an ARG or ENV before the next instruction declares a variable, with a value or not. */
  public boolean declares(String name) {
    return variables.get(name) != null;
  }

  /** The names that an ARG or ENV before the next instruction declares, with a value or not. */
  public SortedSet<String> variables() {
    return variables.names();
  }

  /**
   * The value of an ARG or ENV as the next instruction sees it, the later of the two if both
   * declare it. Unset by default if an ARG declares it without a value; unknown if nothing declares
   * it but the base image may.
   */
  @Override
  public Value variable(String name) {
    Value set = variables.get(name);
    if (set != null) {
      return set;
    }
    if (!base.isScratch) {
      return Value.unknown();
    }
    return name.equals("PATH") && !base.isWindows ? Value.known(DEFAULT_PATH) : Value.unset();
  }
}
