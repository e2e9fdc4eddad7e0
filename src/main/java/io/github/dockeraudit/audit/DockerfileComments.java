package io.github.dockeraudit.audit;

import io.github.dockeraudit.audit.SuppressionSyntax.Reach;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The comments of a Dockerfile that accept findings, with the lines that each speaks of. */
final class DockerfileComments {

  private static final Fact<Dockerfile, List<Suppression>> SUPPRESSIONS =
      Fact.of(DockerfileComments::read);

  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Comment> pending = new ArrayList<>();
  private final Dockerfile file;
  private boolean hasStage;

  private DockerfileComments(Dockerfile file) {
    this.file = file;
  }

  /**
   * The suppressions of a file: above the first instruction for the whole file, inside an
   * instruction for its next line, else for the next instruction. hadolint's own form never means
   * the whole file unless it says {@code global}, and with {@code stage} the stage that the next
   * instruction is of.
   */
  static List<Suppression> suppressions(Dockerfile file) {
    return SUPPRESSIONS.about(file);
  }

  private static List<Suppression> read(Dockerfile file) {
    DockerfileComments comments = new DockerfileComments(file);
    boolean instructionSeen = false;
    for (Element element : file.elements()) {
      if (element instanceof Comment comment) {
        comments.pending.add(comment);
      } else if (element instanceof Instruction instruction) {
        comments.readAbove(instruction, instructionSeen);
        comments.readInside(instruction);
        instructionSeen = true;
      }
    }
    comments.readAtTheEnd();
    comments.sortByFirstLine();
    return List.copyOf(comments.suppressions);
  }

  /** A comment about a stage may stand below others that speak of its instructions. */
  private void sortByFirstLine() {
    if (hasStage) {
      suppressions.sort(Comparator.comparingInt(Suppression::firstLine));
    }
  }

  private void readAbove(Instruction instruction, boolean instructionSeen) {
    for (Comment comment : pending) {
      SuppressionSyntax.of(comment.text())
          .ifPresent(
              syntax -> {
                if (syntax.reach() == Reach.FILE || !instructionSeen && !syntax.isHadolint()) {
                  addForTheFile(comment, syntax);
                } else if (syntax.reach() == Reach.STAGE) {
                  addForTheStage(comment, syntax, instruction);
                } else {
                  add(comment, syntax, instruction.startLine(), instruction.endLine());
                }
              });
    }
    pending.clear();
  }

  private void readInside(Instruction instruction) {
    int next = 0;
    for (Comment comment : instruction.comments()) {
      int line = comment.range().from().line();
      if (next < line) {
        readAboveLine(next);
      }
      pending.add(comment);
      next = nextFilledLine(comment.range().source(), line + 1);
    }
    readAboveLine(next);
  }

  private static int nextFilledLine(Source source, int line) {
    int next = line;
    while (next < source.lineCount() && source.line(next).text().isBlank()) {
      next++;
    }
    return next;
  }

  private void readAboveLine(int line) {
    for (Comment comment : pending) {
      SuppressionSyntax.of(comment.text())
          .ifPresent(
              syntax -> {
                if (syntax.reach() == Reach.FILE) {
                  addForTheFile(comment, syntax);
                } else {
                  add(comment, syntax, line, line);
                }
              });
    }
    pending.clear();
  }

  private void readAtTheEnd() {
    for (Comment comment : pending) {
      SuppressionSyntax.of(comment.text())
          .filter(syntax -> syntax.reach() == Reach.FILE)
          .ifPresent(syntax -> addForTheFile(comment, syntax));
    }
  }

  private void addForTheFile(Comment comment, SuppressionSyntax syntax) {
    add(comment, syntax, 1, Integer.MAX_VALUE);
  }

  private void addForTheStage(Comment comment, SuppressionSyntax syntax, Instruction instruction) {
    hasStage = true;
    Instruction first = file.stageOf(instruction).<Instruction>map(Stage::from).orElse(instruction);
    Instruction last =
        file.stageOf(instruction)
            .map(stage -> stage.instructions().get(stage.instructions().size() - 1))
            .orElse(instruction);
    add(comment, syntax, first.startLine(), Math.max(first.endLine(), last.endLine()));
  }

  private void add(Comment comment, SuppressionSyntax syntax, int firstLine, int lastLine) {
    suppressions.add(
        new Suppression(comment.body(), syntax.labels(), syntax.reason(), firstLine, lastLine));
  }
}
