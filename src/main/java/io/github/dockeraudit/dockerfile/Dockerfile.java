package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Dockerfile as parsed: its elements tile the source. Immutable. */
public final class Dockerfile {

  private final Source source;
  private final Directives directives;
  private final List<Element> elements;

  private Dockerfile(Source source) {
    this.source = source;
    this.directives = new Directives(List.of());
    this.elements = List.of();
  }

  /** Parses any text; never throws, and takes time in proportion to its length. */
  public static Dockerfile parse(Source source) {
    return new Dockerfile(source);
  }

  /** The text that was parsed. */
  public Source source() {
    return source;
  }

  /** The parser directives at the top. */
  public Directives directives() {
    return directives;
  }

  /** Instructions, comments and blank lines in file order; together they are the whole text. */
  public List<Element> elements() {
    return elements;
  }

  /** The instructions in file order. */
  public List<Instruction> instructions() {
    return List.of();
  }

  /** The instructions of one kind in file order; those inside ONBUILD are not among them. */
  public <I extends Instruction> Stream<I> all(Class<I> type) {
    return instructions().stream().filter(type::isInstance).map(type::cast);
  }

  /** The ARGs before the first FROM. */
  public List<Arg> globalArgs() {
    return List.of();
  }

  /** The variables that a FROM can use: global ARGs with their defaults, and the platform's. */
  public Scope globalScope() {
    return new State();
  }

  /** The stages in file order. */
  public List<Stage> stages() {
    return List.of();
  }

  /** The stage that a build makes unless told otherwise; empty if there is no FROM. */
  public Optional<Stage> lastStage() {
    return stages().isEmpty() ? Optional.empty() : Optional.of(stages().get(stages().size() - 1));
  }

  /** The stage of that name, in any case of letters, or of that number from 0. */
  public Optional<Stage> stage(String nameOrIndex) {
    return Optional.empty();
  }

  /** The stage that an instruction belongs to; empty before the first FROM. */
  public Optional<Stage> stageOf(Instruction instruction) {
    return Optional.empty();
  }

  /** The instruction whose lines hold that offset into the text. */
  public Optional<Instruction> instructionAt(int offset) {
    return Optional.empty();
  }

  /**
   * Why BuildKit rejects the file, in the order in which BuildKit would find it: first what its
   * parser, then what its reading of instructions, then what its planning of the build objects to;
   * each in file order.
   */
  public List<Problem> problems() {
    return List.of();
  }

  /** Whether BuildKit accepts the file. */
  public boolean accepted() {
    return problems().isEmpty();
  }
}
