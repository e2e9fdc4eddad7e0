package io.github.dockeraudit.dockerfile;

final class MountChecks {
  MountChecks(Objections o) {}

  void check(Mount m) {}
}
