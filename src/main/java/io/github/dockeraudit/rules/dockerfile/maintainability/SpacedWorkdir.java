package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SpacedWorkdir implements DockerfileRule {

  private static final Pattern COMMENT = Pattern.compile("([^\\s\"'\\\\`]+)\\s+(#.*)");
  private static final Pattern PLAIN = Pattern.compile("[^\"'\\\\`]*\\s[^\"'\\\\`]*");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1336", "spaced-workdir")
        .summary("WORKDIR takes all of the line for its folder")
        .why(
            """
            `WORKDIR /app # sources` makes a folder that is called `app # sources`: a comment is one only at the
            beginning of a line. Where a folder really has a space in its name, quotes say so.
            """)
        .bad(
            """
            FROM alpine:3.22
            WORKDIR /app # sources
            """)
        .good(
            """
            FROM alpine:3.22
            # sources
            WORKDIR /app
            """)
        .fixedSometimes()
        .aliases("dockerfilelint:invalid_workdir")
        .references("https://docs.docker.com/reference/dockerfile/#workdir");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Workdir.class)
        .filter(workdir -> PLAIN.matcher(workdir.path().text()).matches())
        .map(workdir -> judge(workdir, workdir.path()));
  }

  private Finding judge(Workdir workdir, Word path) {
    Matcher comment = COMMENT.matcher(path.text());
    if (!comment.matches()) {
      return finding(path, "'%s' is one folder with spaces in its name; put it in quotes", path)
          .fixedBy(Fix.safe("Put it in quotes", path.range().replaceWith('"' + path.text() + '"')));
    }
    Finding finding =
        finding(path, "The comment becomes part of the folder; put it on a line of its own");
    String line = comment.group(2) + path.range().source().lineEnding();
    return workdir.isTrigger()
        ? finding.notFixedBecause("it stands in an ONBUILD")
        : finding.fixedBy(
            Fix.intended(
                "Move the comment",
                workdir.range().insertBefore(line),
                path.range().replaceWith(comment.group(1))));
  }
}
