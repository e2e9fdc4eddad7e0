package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One stage of a build: a FROM and the instructions up to the next. */
public final class Stage implements Located {

  private final int index;
  private final From from;
  private final List<Instruction> instructions;

  Stage(int index, From from, List<Instruction> instructions) {
    this.index = index;
    this.from = from;
    this.instructions = instructions;
  }

  /** The FROM. */
  @Override
  public SourceRange range() {
    return from.range();
  }

  /** The number of the stage, from 0 in file order. */
  public int index() {
    return index;
  }

  /** The instruction that begins the stage. */
  public From from() {
    return from;
  }

  /** The name in lower case, as Docker compares it. */
  public Optional<String> name() {
    return from.alias().map(alias -> alias.text().toLowerCase(java.util.Locale.ROOT));
  }

  /** The instructions after the FROM, in file order. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** The instructions of one kind after the FROM, in file order. */
  public <I extends Instruction> java.util.stream.Stream<I> all(Class<I> type) {
    return instructions.stream().filter(type::isInstance).map(type::cast);
  }

  /** The earlier stage that this one builds on; empty if it builds on an image or on nothing. */
  public Optional<Stage> parent() {
    return Optional.empty();
  }

  /** This stage, the one that it builds on, and so forth. */
  public List<Stage> ancestors() {
    return List.of(this);
  }

  /** The stages that this one needs directly: by FROM, COPY --from or RUN --mount from. */
  public Set<Stage> dependencies() {
    return Set.of();
  }

  /** Whether the stage begins with nothing at all. */
  public boolean isScratch() {
    return from.image().text().equals("scratch");
  }

  /**
   * The image that the stage builds on, with the defaults of global ARGs; empty if it builds on a
   * stage or on nothing, and if it is unknown or invalid.
   */
  public Optional<ImageReference> image() {
    return Optional.empty();
  }

  /**
   * What is in effect before {@code instruction} is run.
   *
   * @throws IllegalArgumentException if the instruction is not one of this stage
   */
  public State stateAt(Instruction instruction) {
    return new State();
  }

  /** What is in effect after the last instruction. */
  public State finalState() {
    return new State();
  }
}
