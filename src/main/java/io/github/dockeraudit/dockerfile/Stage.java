package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One stage of a build: a FROM and the instructions up to the next. */
public final class Stage implements Located, Remembering {

  private static final String SCRATCH = "scratch";

  private final Stages stages;
  private final int index;
  private final From from;
  private final List<Instruction> instructions;
  private final Stage parent;
  private final Stage root;
  private final Value base;
  private volatile Set<Stage> dependencies;
  private final boolean isScratch;
  private final Memory memory = new Memory();

  /** Null if the stage builds on no image, or on one whose name is unknown or invalid. */
  private final ImageReference image;

  Stage(
      Stages stages,
      int index,
      From from,
      List<Instruction> instructions,
      Stage parent,
      Value base) {
    this.stages = stages;
    this.index = index;
    this.from = from;
    this.instructions = instructions;
    this.parent = parent;
    this.root = parent == null ? this : parent.root;
    this.base = base;
    this.isScratch = parent == null && base.text().filter(SCRATCH::equals).isPresent();
    this.image =
        parent != null || isScratch
            ? null
            : base.text().flatMap(ImageReference::parse).orElse(null);
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

  /** The name in lower case, as Docker compares it; empty without {@code AS}. */
  public Optional<String> name() {
    return from.alias().map(alias -> alias.text().toLowerCase(Locale.ROOT));
  }

  /** The instructions after the FROM, in file order. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** The instructions of one kind after the FROM; those inside ONBUILD are not among them. */
  public <I extends Instruction> Stream<I> all(Class<I> type) {
    List<I> found = null;
    for (Instruction instruction : instructions) {
      if (type.isInstance(instruction)) {
        found = found == null ? new ArrayList<>(4) : found;
        found.add(type.cast(instruction));
      }
    }
    return found == null ? Stream.empty() : found.stream();
  }

  /** Whether a build makes this stage unless told otherwise. */
  public boolean isLast() {
    return index == stages.all().size() - 1;
  }

  /** The earlier stage that this one builds on; empty if it builds on an image or on nothing. */
  public Optional<Stage> parent() {
    return Optional.ofNullable(parent);
  }

  /** This stage, the one that it builds on, and so forth. */
  public List<Stage> ancestors() {
    if (parent == null) {
      return List.of(this);
    }
    List<Stage> ancestors = new ArrayList<>();
    for (Stage stage = this; stage != null; stage = stage.parent) {
      ancestors.add(stage);
    }
    return ancestors;
  }

  /** The last of {@link #ancestors}, which builds on no other stage. */
  public Stage root() {
    return root;
  }

  /**
   * The stages that this one needs directly, in file order of the instructions that name them: by
   * FROM, COPY --from or RUN --mount from, those in ONBUILD of the stage that it builds on
   * included.
   */
  public Set<Stage> dependencies() {
    Set<Stage> found = dependencies;
    if (found == null) {
      found = stages.dependencies(this);
      dependencies = found;
    }
    return found;
  }

  /** What the FROM names, with the defaults of global ARGs. */
  public Value base() {
    return base;
  }

  /** Whether the stage begins with nothing at all. */
  public boolean isScratch() {
    return isScratch;
  }

  /**
   * The image that the stage builds on, with the defaults of global ARGs; empty if it builds on a
   * stage or on nothing, and if it is unknown or invalid.
   */
  public Optional<ImageReference> image() {
    return Optional.ofNullable(image);
  }

  /**
   * What is in effect before an instruction of this stage is run, or before the ONBUILD that holds
   * it.
   *
   * @throws IllegalArgumentException if the instruction is not one of this stage
   */
  public State stateAt(Instruction instruction) {
    int found = Stages.indexAt(instructions, instruction.range().start());
    if (found < 0 || !instructions.get(found).range().contains(instruction.range())) {
      throw new IllegalArgumentException(
          instruction.range() + " is not in the stage of " + range());
    }
    return stages.state(this, found);
  }

  /** What is in effect after the last instruction. */
  public State finalState() {
    return stages.state(this, instructions.size());
  }

  @Override
  public Memory memory() {
    return memory;
  }

  /** The FROM as {@code path:line:column}. */
  @Override
  public String toString() {
    return range().toString();
  }
}
