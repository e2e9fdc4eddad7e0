package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.CheckedDownload;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.facts.Unverified;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DisabledVerification implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1110", "disabled-verification")
        .summary("A download is not checked for whom it comes from")
        .why(
            """
            Certificates and signatures tell whether a package is what its author has published. Without them whoever
            sits between the build and the server decides what gets into the image. Where a server has a certificate of
            your own authority, add that to the image instead.

            Silent where the same `RUN` compares the file with a sum that it names, or with a signature, and where
            packages are only removed.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSLk -o /opt/tool https://example.com/tool
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl -fsSL -o /opt/tool https://example.com/tool
            """)
        .fixedSometimes()
        .aliasesOf(
            "checkov",
            """
            CKV2_DOCKER_2 CKV2_DOCKER_3 CKV2_DOCKER_4 CKV2_DOCKER_5 CKV2_DOCKER_6
            CKV2_DOCKER_7 CKV2_DOCKER_8 CKV2_DOCKER_9 CKV2_DOCKER_10 CKV2_DOCKER_11
            CKV2_DOCKER_12 CKV2_DOCKER_13 CKV2_DOCKER_14 CKV2_DOCKER_15 CKV2_DOCKER_16
            """)
        .references("https://docs.docker.com/build/building/best-practices/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Finding> found = new ArrayList<>(0);
    file.all(Run.class).forEach(run -> check(run, file, found));
    file.all(Env.class).forEach(env -> check(env, env.assignments(), file, found));
    file.all(Arg.class).forEach(arg -> check(arg, arg.assignments(), file, found));
    return found.stream();
  }

  /** One finding a command is enough. */
  private void check(Run run, Dockerfile file, List<Finding> found) {
    for (SimpleCommand command : run.command().script().commands()) {
      List<Word> words = Unverified.in(command);
      if (!words.isEmpty() && !CheckedDownload.is(command, run.command().script())) {
        found.add(judge(words, command, file));
      }
    }
  }

  private Finding judge(List<Word> words, SimpleCommand command, Dockerfile file) {
    Word first = words.get(0);
    Finding finding =
        Unverified.skipsSignatures(first)
            ? finding(first, "'%s' takes packages that nobody has signed; leave it out", first)
            : finding(first, Unverified.named(first));
    List<TextEdit> edits =
        words.stream().flatMap(word -> Unverified.without(word, command, file).stream()).toList();
    return edits.size() == words.size()
        ? finding.fixedBy(verify(edits))
        : finding.notFixedBecause("other commands depend on it");
  }

  private void check(
      Instruction setting, List<Assignment> all, Dockerfile file, List<Finding> found) {
    for (Assignment variable : all) {
      if (Unverified.isSwitchedOff(variable)) {
        found.add(judge(variable, setting, all, file));
      }
    }
  }

  private Finding judge(
      Assignment variable, Instruction setting, List<Assignment> all, Dockerfile file) {
    Finding finding = finding(variable.name(), variable.name());
    return Removal.of(variable, all, setting, file)
        .map(edit -> finding.fixedBy(verify(List.of(edit))))
        .orElseGet(() -> finding.notFixedBecause("it is left to other builds"));
  }

  private Finding finding(Located where, Object what) {
    return finding(where, "'%s' lets anybody answer; leave it out", what);
  }

  /** Risky: the server may have a certificate that nobody vouches for. */
  private static Fix verify(List<TextEdit> edits) {
    return Fix.risky("Check who answers", edits);
  }
}
