package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Heredoc;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

/** The lines of heredocs, in which every blank belongs to a file or a script. */
public final class HeredocBodies {

  private static final Fact<Dockerfile, HeredocBodies> OF_FILE = Fact.of(HeredocBodies::new);

  private final List<SourceRange> bodies;

  private HeredocBodies(Dockerfile file) {
    bodies =
        file.source().text().contains("<<")
            ? Stream.of(
                    file.all(Run.class).map(Run::heredocs),
                    file.all(Copy.class).map(Copy::heredocs),
                    file.all(Add.class).map(Add::heredocs))
                .flatMap(heredocs -> heredocs)
                .flatMap(List::stream)
                .map(Heredoc::body)
                .toList()
            : List.of();
  }

  /** Those of a file. */
  public static HeredocBodies of(Dockerfile file) {
    return OF_FILE.about(file);
  }

  /** Whether an offset lies in one. */
  public boolean hold(int offset) {
    for (SourceRange body : bodies) {
      if (body.start() <= offset && offset < body.end()) {
        return true;
      }
    }
    return false;
  }
}
