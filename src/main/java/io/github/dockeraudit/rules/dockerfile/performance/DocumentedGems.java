package io.github.dockeraudit.rules.dockerfile.performance;

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
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DocumentedGems implements DockerfileRule {

  /** Their Ruby comes without settings for gem. */
  private static final Set<String> PLAIN =
      Set.of("debian", "ubuntu", "fedora", "centos", "rockylinux", "almalinux", "amazonlinux");

  private static final Set<String> VERBS = Set.of("install", "i", "update");

  private static final String[] SETTLED = {
    "--no-document", "-N", "--document", "--no-rdoc", "--no-ri", "--rdoc", "--ri", "--config-file"
  };

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1230", "documented-gems")
        .summary("gem writes documentation into the image that nobody reads there")
        .why(
            """
            Unless it is told not to, `gem install` makes pages for `ri` of each gem and of each that it needs:
            megabytes of the image, and often more time than the install itself.

            Silent where settings may say it (`gemrc`), as they do in the official images of Ruby: it speaks of images
            that are plain distributions.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN gem install rake:13.2.1
            """)
        .good(
            """
            FROM debian:13-slim
            RUN gem install --no-document rake:13.2.1
            """)
        .fixedAlways()
        .aliases("parfum:gemUpdateNoDocument")
        .references("https://guides.rubygems.org/command-reference/#gem-install");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("gem")
        .filter(gem -> installs(gem.command()) && isPlain(gem, file))
        .map(gem -> judge(gem.command().operands().get(0)));
  }

  private static boolean installs(SimpleCommand gem) {
    return !gem.operands().isEmpty()
        && gem.operands().get(0).literal().filter(VERBS::contains).isPresent()
        && !gem.hasFlag(SETTLED);
  }

  private static boolean isPlain(RunCommand gem, Dockerfile file) {
    return !file.source().text().contains("gemrc")
        && file.imageBelow(gem.run())
            .filter(image -> PLAIN.contains(image.familiarName()))
            .isPresent();
  }

  private Finding judge(Word verb) {
    return finding(verb, "gem %s also makes documentation; add --no-document", verb.raw())
        .fixedBy(Fix.intended("Make no documentation", verb.followedBy("--no-document")));
  }
}
