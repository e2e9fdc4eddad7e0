package io.github.dockeraudit.rule;

import io.github.dockeraudit.dockerfile.Dockerfile;
import java.util.stream.Stream;

/** A rule that needs to see one Dockerfile and nothing else. */
public non-sealed interface DockerfileRule extends Rule {

  /** What is wrong in one Dockerfile, in any order. */
  Stream<Finding> check(Dockerfile file);
}
