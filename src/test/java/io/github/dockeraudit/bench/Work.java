package io.github.dockeraudit.bench;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;

/** Asks a Dockerfile for all that is computed on first use. */
final class Work {

  private Work() {}

  static long everythingIn(Dockerfile file) {
    long sum = file.elements().size() + file.problems().size();
    for (Stage stage : file.stages()) {
      sum += stage.finalState().user().isKnown() ? 1 : 0;
      sum += stage.dependencies().size();
    }
    return sum
        + file.all(Run.class).mapToLong(run -> run.command().script().commands().size()).sum();
  }
}
