package io.github.dockeraudit.dockerfile;

import java.util.List;

final class BuildChecks {
  BuildChecks(Stages s, List<Problem> p) {}

  void check(Dockerfile f) {}
}
