package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class StageNameCasing implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1401", "stage-name-casing")
        .offByDefault()
        .summary("The name of a stage is not in lower case")
        .why(
            """
            Docker keeps the names of stages in lower case and compares them so. A name that is written as it is kept is
            found by every search.
            """)
        .bad(
            """
            FROM golang:1.25 AS Build
            RUN go build -o /app ./cmd
            FROM scratch
            COPY --from=build /app /app
            """)
        .good(
            """
            FROM golang:1.25 AS build
            RUN go build -o /app ./cmd
            FROM scratch
            COPY --from=build /app /app
            """)
        .fixedAlways()
        .buildkit("StageNameCasing")
        .references("https://docs.docker.com/reference/build-checks/stage-name-casing/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> stage.from().alias().stream())
        .filter(name -> !name.text().equals(lower(name)))
        .map(
            name ->
                finding(name, "Docker keeps this name as '%s'; write it in lower case", lower(name))
                    .fixedBy(
                        Fix.safe(
                            "Write the name in lower case",
                            name.range().replaceWith(lower(name)))));
  }

  private static String lower(Word name) {
    return name.text().toLowerCase(Locale.ROOT);
  }
}
