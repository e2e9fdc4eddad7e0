package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a COPY or ADD takes from the build context.
 *
 * @param instruction the COPY or ADD
 * @param sources the paths in the build context, as written; at least one
 * @param destination where they go
 */
public record ContextCopy(Instruction instruction, List<Word> sources, Word destination)
    implements Located {

  @Override
  public SourceRange range() {
    return instruction.range();
  }

  private static final Fact<Dockerfile, List<ContextCopy>> OF_FILE =
      Fact.of(file -> find(file.instructions()));

  private static final Fact<Stage, List<ContextCopy>> OF_STAGE =
      Fact.of(stage -> find(stage.instructions()));

  /** All of a Dockerfile, in its order; those in ONBUILD are not among them. */
  public static List<ContextCopy> in(Dockerfile file) {
    return OF_FILE.about(file);
  }

  /** All of a stage, in its order; those in ONBUILD are not among them. */
  public static List<ContextCopy> in(Stage stage) {
    return OF_STAGE.about(stage);
  }

  private static List<ContextCopy> find(List<Instruction> instructions) {
    List<ContextCopy> found = new ArrayList<>(4);
    for (Instruction instruction : instructions) {
      of(instruction).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /**
   * What an instruction takes from the build context; empty if that is nothing: it is no COPY or
   * ADD, or takes files from a stage, an image, a URL or a heredoc.
   */
  public static Optional<ContextCopy> of(Instruction instruction) {
    if (instruction instanceof Copy copy && copy.from().isEmpty()) {
      return of(copy, copy.sources(), copy.destination());
    }
    if (instruction instanceof Add add) {
      List<Word> local =
          add.sources().stream().filter(source -> !Add.isRemote(source.text())).toList();
      return of(add, local, add.destination());
    }
    return Optional.empty();
  }

  /** The first source in a Dockerfile that is all of the build context; empty if none is. */
  public static Optional<Word> wholeContextOf(Dockerfile file) {
    for (ContextCopy copy : in(file)) {
      Optional<Word> whole = copy.wholeContext();
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.empty();
  }

  /** The source that is all of the build context; empty if none is. */
  public Optional<Word> wholeContext() {
    for (Word source : sources) {
      if (isWholeContext(source.text())) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  private static Optional<ContextCopy> of(
      Instruction instruction, List<Word> sources, Word destination) {
    return sources.isEmpty() || destination.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContextCopy(instruction, List.copyOf(sources), destination));
  }

  /** Leading slashes and dots lead to the build context itself, as nothing is above it. */
  static boolean isWholeContext(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) != '.' && path.charAt(i) != '/') {
        return path.equals("*") || path.equals("./*") || path.equals("/*");
      }
    }
    return true;
  }
}
