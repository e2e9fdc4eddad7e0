package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class GitCloneInRun implements DockerfileRule {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://(?:github\\.com|gitlab\\.com|bitbucket\\.org)/[\\w./-]+|https://[^\\s@\"'$]+\\.git");

  private static final Pattern PLAIN =
      Pattern.compile(
          "clone|-q|--quiet|--depth(?:=\\d+)?|\\d+|--single-branch|--branch|-b|--recursive|--recurse-submodules");

  private static final Pattern NAME = Pattern.compile("[\\w./-]+");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1340", "git-clone-in-run")
        .offByDefault()
        .summary("RUN clones a repository")
        .why(
            """
            Docker takes the layer of a `RUN git clone` from its cache as long as the line does not change, whatever has
            become of the branch. `ADD` asks for the commit each time, and needs no git in the image.
            """)
        .bad(
            """
            FROM debian:13
            RUN git clone --depth 1 --branch v1.2 https://github.com/example/tool.git /src/tool
            """)
        .good(
            """
            FROM debian:13
            ADD --keep-git-dir=true https://github.com/example/tool.git#v1.2 /src/tool
            """)
        .fixedSometimes()
        .aliases("tally:prefer-add-git")
        .references(
            "https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("git")
        .filter(call -> call.command().subcommand().filter("clone"::equals).isPresent())
        .map(this::judge);
  }

  private Finding judge(RunCommand call) {
    Finding finding =
        finding(call.name(), "The cache keeps this clone for ever; ADD looks for what is new");
    SimpleCommand git = call.command();
    List<String> operands = git.operands().stream().map(Word::raw).toList();
    String branch = git.flagValue("--branch", "-b").map(Word::raw).orElse("");
    boolean isAll =
        call.run().command().script().commands().size() == 1 && call.run().flags().isEmpty();
    boolean isPlain =
        operands.size() == 3
            && ADDRESS.matcher(operands.get(1)).matches()
            && operands.get(2).matches("/[\\w./-]+")
            && (branch.isEmpty() || NAME.matcher(branch).matches())
            && git.arguments().stream()
                .map(Word::raw)
                .allMatch(
                    word ->
                        PLAIN.matcher(word).matches()
                            || word.equals(branch)
                            || operands.contains(word));
    if (!isAll || !isPlain || call.run().isTrigger()) {
      return finding.notFixedBecause("the RUN does more than that");
    }
    String address = operands.get(1).endsWith(".git") ? operands.get(1) : operands.get(1) + ".git";
    return finding.fixedBy(
        Fix.risky(
            "Say ADD",
            call.run().renameTo("ADD"),
            call.run()
                .command()
                .range()
                .replaceWith(
                    "--keep-git-dir=true %s%s %s"
                        .formatted(
                            address, branch.isEmpty() ? "" : "#" + branch, operands.get(2)))));
  }
}
