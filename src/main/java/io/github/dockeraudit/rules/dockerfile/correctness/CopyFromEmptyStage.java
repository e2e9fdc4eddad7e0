package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CopyFromEmptyStage implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1050", "copy-from-empty-stage")
        .summary("COPY takes files from a stage that has none")
        .why(
            """
            A stage that begins with `scratch`, and that neither copies nor runs anything, holds no file at all. The
            build stops at the `COPY` that wants one from it.

            Silent about a named stage that is no more than its `FROM`: it keeps the place for a build context of its
            name, as `docker build --build-context` gives it.
            """)
        .bad(
            """
            FROM scratch AS assets
            LABEL stage=assets

            FROM nginx:1.29-alpine
            COPY --from=assets /dist /usr/share/nginx/html
            """)
        .good(
            """
            FROM scratch AS assets
            COPY dist /dist

            FROM nginx:1.29-alpine
            COPY --from=assets /dist /usr/share/nginx/html
            """)
        .aliases("tally:copy-from-empty-scratch-stage")
        .references("https://docs.docker.com/reference/dockerfile/#copy---from");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().anyMatch(Stage::isScratch)
        ? file.all(Copy.class).filter(copy -> isInVain(copy, file)).map(this::judge)
        : Stream.empty();
  }

  private static boolean isInVain(Copy copy, Dockerfile file) {
    return copy.sources().stream().anyMatch(CopyFromEmptyStage::mustExist)
        && copy.from()
            .flatMap(Word::literal)
            .flatMap(file::stage)
            .filter(stage -> stage.index() < file.stageOf(copy).map(Stage::index).orElse(0))
            .filter(CopyFromEmptyStage::isEmpty)
            .isPresent();
  }

  /** A pattern may match nothing, and all of nothing is there. */
  private static boolean mustExist(Word source) {
    return source
        .literal()
        .filter(path -> path.chars().anyMatch(c -> c != '/' && c != '.'))
        .filter(path -> path.chars().noneMatch(c -> c == '*' || c == '?' || c == '['))
        .isPresent();
  }

  private static boolean isEmpty(Stage stage) {
    return stage.root().isScratch()
        && stage.ancestors().stream().noneMatch(each -> isPlaceholder(each) || hasFiles(each));
  }

  /** A build context of that name takes the place of the stage. */
  private static boolean isPlaceholder(Stage stage) {
    return stage.name().isPresent()
        && stage.instructions().stream().allMatch(From.class::isInstance);
  }

  /** WORKDIR makes a folder. */
  private static boolean hasFiles(Stage stage) {
    return stage.instructions().stream()
        .anyMatch(
            it ->
                it instanceof Copy
                    || it instanceof Add
                    || it instanceof Run
                    || it instanceof Workdir);
  }

  private Finding judge(Copy copy) {
    Word stage = copy.from().orElseThrow();
    return finding(stage, "Stage '%s' has no files; copy them into it first", stage);
  }
}
