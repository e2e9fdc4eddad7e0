package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.AddedArchive;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnpackedCopy implements DockerfileRule {

  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(?:tar|tgz|tbz2?|txz|tar\\.(?:gz|bz2|xz|zst|lzma|lz|Z))");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1212", "unpacked-copy")
        .summary("An archive is copied or fetched and then unpacked")
        .why(
            """
            The archive stays in the layer of the `COPY`, even if a later `RUN` deletes it. `ADD` unpacks a local
            archive as it copies, so that the archive itself never gets into the image. One that it fetches it leaves
            packed unless `--unpack` says otherwise; `RUN` can fetch, unpack and delete at once.
            """)
        .bad(
            """
            FROM debian:13-slim
            COPY data.tar.gz /tmp/
            RUN tar -xzf /tmp/data.tar.gz -C /opt
            """)
        .good(
            """
            FROM debian:13-slim
            ADD data.tar.gz /opt/
            """)
        .fixedSometimes()
        .aliases("hadolint:DL3010", "tally:hadolint/DL3010", "kics:curl-or-wget-instead-of-add")
        .references("https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.runs("tar")
        ? file.stages().stream().flatMap(stage -> check(stage, file))
        : Stream.empty();
  }

  private Stream<Finding> check(Stage stage, Dockerfile file) {
    Stream<Finding> copied =
        stage
            .all(Copy.class)
            .filter(copy -> copy.from().isEmpty())
            .flatMap(copy -> unpacked(copy.sources(), copy.destination(), stage))
            .map(source -> judge(source, stage, file));
    Stream<Finding> fetched =
        stage
            .all(Add.class)
            .filter(add -> !add.hasFlag("unpack"))
            .flatMap(add -> unpacked(add.sources(), add.destination(), stage))
            .filter(source -> Add.isRemote(source.text()))
            .map(this::judgeFetched);
    return Stream.concat(copied, fetched);
  }

  private static Stream<Word> unpacked(List<Word> sources, Word destination, Stage stage) {
    return sources.stream()
        .filter(source -> ARCHIVE.matcher(source.text()).matches())
        .filter(source -> isUnpacked(name(source.text()), destination, stage));
  }

  private Finding judge(Word source, Stage stage, Dockerfile file) {
    return finding(source, "The packed '%s' stays in the image; ADD unpacks it on the way", source)
        .knownAs("hadolint:DL3010", "tally:hadolint/DL3010", "kics:")
        .mendedBy(() -> AddedArchive.remedy(source, stage, file));
  }

  private Finding judgeFetched(Word source) {
    return finding(source, "The packed '%s' stays in the image; say --unpack", name(source.text()))
        .knownAs("hadolint:", "tally:", "kics:curl-or-wget-instead-of-add")
        .notFixedBecause("--unpack needs version 1.17 of the Dockerfile syntax");
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static boolean isUnpacked(String name, Word destination, Stage stage) {
    String target = name(destination.literal().orElse(destination.text()));
    return stage
        .all(Run.class)
        .filter(run -> run.range().start() > destination.range().start())
        .flatMap(run -> run.command().script().commands().stream())
        .filter(command -> command.is("tar") && unpacks(command))
        .flatMap(command -> command.arguments().stream())
        .map(word -> name(word.prefix()))
        .anyMatch(file -> !file.isEmpty() && (file.equals(name) || file.equals(target)));
  }

  private static boolean unpacks(SimpleCommand tar) {
    return tar.hasFlag("-x", "--extract", "--get");
  }
}
