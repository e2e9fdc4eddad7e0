package io.github.dockeraudit.audit;

import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/**
 * A comment that accepts findings.
 *
 * @param comment the comment
 * @param labels the rules that it names: ids, names or aliases; {@code tool:*} stands for every
 *     rule that has an alias of that tool
 * @param reason what it gives as the reason; empty if it gives none
 * @param firstLine the first line that it speaks of, from 1
 * @param lastLine the last line that it speaks of
 */
public record Suppression(
    SourceRange comment, List<String> labels, String reason, int firstLine, int lastLine)
    implements Acceptance {

  public Suppression {
    labels = List.copyOf(labels);
  }

  /** Whether it is in hadolint's form. */
  boolean isOfHadolint() {
    String text = comment.text();
    return text.startsWith("hadolint", SuppressionSyntax.afterHashes(text, 0));
  }

  @Override
  public Kind kind() {
    return Kind.COMMENT;
  }
}
