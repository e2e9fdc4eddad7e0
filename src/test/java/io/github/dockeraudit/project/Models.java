package io.github.dockeraudit.project;

import io.github.dockeraudit.project.MavenModel.Coordinates;
import io.github.dockeraudit.project.MavenModel.Directories;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maven models for tests. */
final class Models {

  private Models() {}

  static MavenModel withBuildDirectory(String build) {
    Directories standard = Directories.standard();
    return new MavenModel(
        new Coordinates("com.example", "shop-api", "1.0.0"),
        "jar",
        "shop-api-1.0.0",
        new Directories(
            build,
            build + "/classes",
            standard.source(),
            standard.testSource(),
            standard.resources()),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
