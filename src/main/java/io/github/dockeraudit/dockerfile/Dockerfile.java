package io.github.dockeraudit.dockerfile;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Dockerfile as BuildKit's own frontend reads it: elements that tile the text, the stages that
 * they make, and what BuildKit would reject. Immutable; stages and problems are computed on first
 * use.
 */
public final class Dockerfile implements Remembering {

  private static final Comparator<Element> BY_START =
      Comparator.comparingInt(element -> element.range().start());

  private final Source source;
  private final List<Problem> syntaxProblems = new ArrayList<>(0);
  private final List<Element> elements;
  private final List<Instruction> instructions;
  private final Directives directives;
  private final Memory memory = new Memory();
  private volatile InstructionIndex index;
  private volatile Stages stages;
  private volatile List<Problem> problems;

  private Dockerfile(Source source, Placeholders placeholders) {
    this.source = source;
    Parser parser = new Parser(this, source, placeholders, syntaxProblems);
    this.elements = Collections.unmodifiableList(parser.elements());
    this.instructions = Collections.unmodifiableList(instructionsOf(elements));
    this.directives = parser.directives();
  }

  private static List<Instruction> instructionsOf(List<Element> elements) {
    List<Instruction> instructions = new ArrayList<>(elements.size());
    for (Element element : elements) {
      if (element instanceof Instruction instruction) {
        instructions.add(instruction);
      }
    }
    return instructions;
  }

  /** Parses any text; never throws, and takes time in proportion to its length. */
  public static Dockerfile parse(Source source) {
    return new Dockerfile(source, null);
  }

  /** Parses a text in which a tool replaces something before Docker reads it. */
  public static Dockerfile parse(Source source, Placeholders placeholders) {
    return new Dockerfile(source, requireNonNull(placeholders));
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

  /** The instructions in file order; those inside ONBUILD are not among them. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /**
   * The lines of an instruction and those of the comments right above it, which speak of it; parser
   * directives are no comments.
   *
   * @param instruction one of {@link #instructions}
   */
  public SourceRange withComments(Instruction instruction) {
    int place = Collections.binarySearch(elements, instruction, BY_START);
    return elements.get(place - commentsAbove(place)).range().union(instruction.range());
  }

  /** How many comments stand right above an element. */
  private int commentsAbove(int place) {
    int first = place;
    while (first > 0 && elements.get(first - 1) instanceof Comment comment && isRemark(comment)) {
      first--;
    }
    return place - first;
  }

  /**
   * What goes with an instruction that is taken away: the comments right above it, unless the next
   * line sets more of the same kind, of which they may speak too; and a blank line where two would
   * be left.
   *
   * @param instruction one of {@link #instructions}
   */
  public SourceRange extent(Instruction instruction) {
    int last = Collections.binarySearch(elements, instruction, BY_START);
    boolean isOfSeveral =
        !(instruction instanceof Run)
            && isAt(last + 1, Instruction.class)
            && ((Instruction) elements.get(last + 1)).name().equals(instruction.name());
    SourceRange range = isOfSeveral ? instruction.range() : withComments(instruction);
    int first = isOfSeveral ? last : last - commentsAbove(last);
    if (last + 1 == elements.size()) {
      while (isAt(first - 1, Blank.class)) {
        first--;
      }
      return elements.get(first).range().union(range);
    }
    boolean isParted = (first == 0 || isAt(first - 1, Blank.class)) && isAt(last + 1, Blank.class);
    return isParted ? range.union(elements.get(last + 1).range()) : range;
  }

  /**
   * The keyword that the line after a blank one within an instruction begins with: somebody meant
   * it to be an instruction of its own. Empty if there is none in upper case.
   */
  public Optional<String> keywordAfter(Blank line) {
    String text = source.text();
    int start = line.range().end();
    int end = start;
    while (end < text.length() && Character.isUpperCase(text.charAt(end))) {
      end++;
    }
    boolean isWord = end < text.length() && text.charAt(end) == ' ';
    return isWord && Keyword.of(text, start, end) != Keyword.UNKNOWN
        ? Optional.of(text.substring(start, end))
        : Optional.empty();
  }

  private boolean isAt(int place, Class<? extends Element> type) {
    return place >= 0 && place < elements.size() && type.isInstance(elements.get(place));
  }

  private boolean isRemark(Comment comment) {
    return directives.all().stream().noneMatch(d -> comment.range().contains(d.range()));
  }

  /** The instructions of one kind in file order, those inside ONBUILD included. */
  public <I extends Instruction> Stream<I> all(Class<I> type) {
    return index().all(type);
  }

  /**
   * The commands of all RUNs that run one of these programs in the end, see {@link
   * io.github.dockeraudit.shell.SimpleCommand#unwrapped}; in file order, those inside ONBUILD
   * included.
   */
  public Stream<RunCommand> commands(String... programs) {
    return index().commands(programs);
  }

  /** Whether {@link #commands} has any for these programs. */
  public boolean runs(String... programs) {
    return index().runs(programs);
  }

  /**
   * The commands of all RUNs that this program runs, such as {@code sudo}, and those that are
   * nothing but a call of it; in file order, those inside ONBUILD included.
   */
  public Stream<RunCommand> commandsBy(String wrapper) {
    return index().commandsBy(wrapper);
  }

  /** The variables that all its ENVs set and ARGs declare, those inside ONBUILD among them. */
  public Stream<Assignment> variables() {
    return Stream.concat(all(Env.class).map(Env::assignments), all(Arg.class).map(Arg::assignments))
        .flatMap(List::stream);
  }

  /** The ARGs before the first FROM. */
  public List<Arg> globalArgs() {
    return stageGraph().globalArgs();
  }

  /** The variables that a FROM can use: global ARGs with their defaults, and the platforms. */
  public Scope globalScope() {
    return stageGraph().globalScope();
  }

  /** The stages in file order. */
  public List<Stage> stages() {
    return stageGraph().all();
  }

  /** The stage that a build makes unless told otherwise; empty if there is no FROM. */
  public Optional<Stage> lastStage() {
    List<Stage> all = stages();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * The stage of that name, in any case of letters, or of that number from 0. Of several stages of
   * one name it is the last, as for {@code COPY --from}.
   */
  public Optional<Stage> stage(String nameOrIndex) {
    return stageGraph().find(nameOrIndex);
  }

  /** The stage that an instruction belongs to; empty before the first FROM. */
  public Optional<Stage> stageOf(Instruction instruction) {
    return stageGraph().at(instruction.range().start());
  }

  /** What the stage of an instruction is built on at last; empty as {@link Stage#image} is. */
  public Optional<ImageReference> imageBelow(Instruction instruction) {
    return stageOf(instruction).flatMap(stage -> stage.root().image());
  }

  /** The instruction whose lines hold that offset into the text. */
  public Optional<Instruction> instructionAt(int offset) {
    int index = Stages.indexAt(instructions, offset);
    return index < 0 || instructions.get(index).range().end() <= offset
        ? Optional.empty()
        : Optional.of(instructions.get(index));
  }

  /**
   * Why BuildKit rejects the file, in the order in which BuildKit finds it: by {@link
   * Problem.Kind}, then in file order. The first is the one that BuildKit reports.
   *
   * <p>What only a build argument, the base image or the build context can decide is no problem;
   * build arguments that the file gives a default for can still be set. They are those of Docker's
   * own frontend, even if the file asks for another, see {@link Directives#isDockerSyntax}.
   */
  public List<Problem> problems() {
    List<Problem> found = problems;
    if (found == null) {
      found = findProblems();
      problems = found;
    }
    return found;
  }

  private List<Problem> findProblems() {
    List<Problem> found = new ArrayList<>(syntaxProblems);
    new InstructionChecks(new Objections(Problem.Kind.INSTRUCTION, found)).check(this);
    new BuildChecks(stageGraph(), found).check(this);
    return List.copyOf(found);
  }

  /**
   * Whether BuildKit can read the file: there is no {@link Problem.Kind#SYNTAX} and no {@link
   * Problem.Kind#INSTRUCTION} problem.
   */
  public boolean accepted() {
    return problems().stream().allMatch(problem -> problem.kind() == Problem.Kind.BUILD);
  }

  @Override
  public Memory memory() {
    return memory;
  }

  /** The language of the commands in shell form at an offset. */
  Dialect dialectAt(int offset) {
    return instructionAt(offset)
        .flatMap(
            instruction ->
                stageOf(instruction)
                    .filter(stage -> !(instruction instanceof From))
                    .map(stage -> stage.stateAt(instruction).dialect()))
        .orElse(Dialect.POSIX);
  }

  private InstructionIndex index() {
    InstructionIndex made = index;
    if (made == null) {
      made = new InstructionIndex(instructions);
      index = made;
    }
    return made;
  }

  private Stages stageGraph() {
    Stages graph = stages;
    if (graph == null) {
      graph = new Stages(instructions, directives.escapeCharacter());
      stages = graph;
    }
    return graph;
  }
}
