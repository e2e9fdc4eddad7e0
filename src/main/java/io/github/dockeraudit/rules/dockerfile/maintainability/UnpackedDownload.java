package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnpackedDownload implements DockerfileRule {

  /** Flags of tar that do not change what is unpacked. */
  private static final Pattern PLAIN = Pattern.compile("-?[xzjJvf]+|-C|--directory(?:=.*)?|-f-|-");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1339", "unpacked-download")
        .offByDefault()
        .summary("RUN downloads an archive and unpacks it")
        .why(
            """
            `ADD --unpack` does both without curl and tar in the image, sees whether the file has changed, and with
            `--checksum` also verifies it.

            Off by default: it needs version 1.17 of the Dockerfile syntax.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
            """)
        .good(
            """
            FROM debian:13-slim
            ADD --unpack=true https://example.com/tool.tar.gz /opt/
            """)
        .fixedSometimes()
        .aliases("tally:prefer-add-unpack")
        .references("https://docs.docker.com/reference/dockerfile/#add---unpack");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("tar").findAny().isEmpty()
        ? Stream.empty()
        : file.commands("curl", "wget").flatMap(call -> judge(call, file).stream());
  }

  private Optional<Finding> judge(RunCommand call, Dockerfile file) {
    return call.command().pipedInto().stream()
        .flatMap(node -> node.commands().stream())
        .map(SimpleCommand::unwrapped)
        .filter(tar -> tar.is("tar") && tar.hasFlag("-x", "--extract"))
        .findFirst()
        .map(tar -> judge(call, tar, file));
  }

  private Finding judge(RunCommand call, SimpleCommand tar, Dockerfile file) {
    Finding finding =
        finding(call.name(), "ADD --unpack downloads and unpacks without curl and tar");
    List<Word> addresses = call.command().operands();
    Optional<Word> folder = tar.flagValue("-C", "--directory");
    boolean isAll =
        call.run().command().script().commands().size() == 2
            && !call.run().isTrigger()
            && call.run().flags().isEmpty()
            && call.written() == call.command();
    boolean isPlain =
        addresses.size() == 1
            && isKnown(addresses.get(0), call.run(), file)
            && addresses.get(0).prefix().startsWith("https://")
            && folder.flatMap(Word::literal).filter(path -> path.startsWith("/")).isPresent()
            && tar.arguments().stream()
                .allMatch(
                    word ->
                        PLAIN.matcher(word.raw()).matches()
                            || word.raw().equals(folder.get().raw()));
    if (!isAll || !isPlain) {
      return finding.notFixedBecause("the RUN does more than that");
    }
    String path = folder.get().literal().get();
    return finding.fixedBy(
        Fix.risky(
            "Say ADD --unpack",
            call.run().renameTo("ADD"),
            call.run()
                .command()
                .range()
                .replaceWith(
                    "--unpack=true %s %s"
                        .formatted(
                            addresses.get(0).raw(), path.endsWith("/") ? path : path + "/"))));
  }

  /** ADD expands the variables that the file declares, and no more. */
  private static boolean isKnown(Word address, Run run, Dockerfile file) {
    return file.stageOf(run)
        .map(stage -> stage.stateAt(run))
        .filter(state -> address.expandsOnly(state::declares))
        .isPresent();
  }
}
