package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CopiedFileSystem implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1213", "copied-file-system")
        .summary("The whole file system of another stage is copied")
        .why(
            """
            `COPY --from=build / /` brings along the tools, sources, caches and secrets of the stage that built the
            program: the stage could as well be shipped itself. Copy what the program needs.
            """)
        .bad(
            """
            FROM golang:1.25 AS build
            RUN go build -o /out/app ./cmd
            FROM debian:13-slim
            COPY --from=build / /
            """)
        .good(
            """
            FROM golang:1.25 AS build
            RUN go build -o /out/app ./cmd
            FROM debian:13-slim
            COPY --from=build /out/app /usr/local/bin/app
            """)
        .aliases("hadolint:DL3067")
        .references("https://docs.docker.com/build/building/multi-stage/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Copy.class)
        .filter(copy -> copy.from().isPresent() && isRoot(copy.destination()))
        .filter(copy -> !isToNothing(copy, file))
        .flatMap(copy -> copy.sources().stream())
        .filter(CopiedFileSystem::isRoot)
        .map(
            source -> finding(source, "This copies all that the stage holds; name what is needed"));
  }

  /** On nothing it is a way to squash the layers of an image. */
  private static boolean isToNothing(Copy copy, Dockerfile file) {
    return file.stageOf(copy).map(Stage::root).filter(Stage::isScratch).isPresent();
  }

  private static boolean isRoot(Word path) {
    return path.literal().filter("/"::equals).isPresent();
  }
}
