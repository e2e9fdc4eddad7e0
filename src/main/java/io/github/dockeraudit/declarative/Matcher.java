package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import java.util.List;
import java.util.stream.Stream;

/** Finds the places that a rule speaks of. */
sealed interface Matcher permits ImageMatcher, InstructionMatcher, CommandMatcher, ServiceMatcher {

  /** Those of a Dockerfile. */
  default Stream<Match> in(Dockerfile file) {
    return Stream.empty();
  }

  /** Those of a deployment. */
  default Stream<Match> in(Deployment deployment) {
    return Stream.empty();
  }

  /** The same where its options hold something. */
  Matcher with(OwnOptions options);

  /** The names that texts may have between braces. */
  List<String> names();
}
