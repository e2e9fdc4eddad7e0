package io.github.dockeraudit.audit;

import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;

/** The comments of a Dockerfile that accept findings, with the lines that each speaks of. */
final class DockerfileComments {

  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Comment> pending = new ArrayList<>();

  /**
   * The suppressions of a file: above the first instruction for the whole file, inside an
   * instruction for its next line, else for the next instruction. hadolint's own form never means
   * the whole file unless it says {@code global}.
   */
  static List<Suppression> suppressions(Dockerfile file) {
    DockerfileComments comments = new DockerfileComments();
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
    return comments.suppressions;
  }

  private void readAbove(Instruction instruction, boolean instructionSeen) {
    for (Comment comment : pending) {
      SuppressionSyntax.of(comment.text())
          .ifPresent(
              syntax -> {
                if (syntax.global() || !instructionSeen && !syntax.isHadolint()) {
                  addForTheFile(comment, syntax);
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
                if (syntax.global()) {
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
          .filter(SuppressionSyntax::global)
          .ifPresent(syntax -> addForTheFile(comment, syntax));
    }
  }

  private void addForTheFile(Comment comment, SuppressionSyntax syntax) {
    add(comment, syntax, 1, Integer.MAX_VALUE);
  }

  private void add(Comment comment, SuppressionSyntax syntax, int firstLine, int lastLine) {
    suppressions.add(
        new Suppression(comment.body(), syntax.labels(), syntax.reason(), firstLine, lastLine));
  }
}
