package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.CheckedDownload;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class NarrowChecksumLine implements DockerfileRule {

  private static final String[] SUMS = {
    "md5sum", "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum"
  };

  private static final Set<BaseImage.Family> WITH_BUSYBOX =
      EnumSet.of(BaseImage.Family.ALPINE, BaseImage.Family.BUSYBOX);

  /** A quoted line of one word, one space and another word that does not begin with a star. */
  private static final Pattern LINE = Pattern.compile("\"[^\\s\"`()]+( )[^\\s\"*][^\\s\"`()]*\"");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1062", "narrow-checksum-line")
        .summary("Sum and file name are parted by a single space")
        .why(
            """
            A line that `sha256sum -c` reads has two characters between sum and name: two spaces, or a space and `*`.
            GNU's program overlooks that one is missing; BusyBox, which Alpine has, finds no name in the line and fails.

            Speaks of images that are made from Alpine or BusyBox, unless GNU's programs are installed.
            """)
        .bad(
            """
            FROM alpine:3.22
            RUN echo "$SUM app.tar.gz" | sha256sum -c -
            """)
        .good(
            """
            FROM alpine:3.22
            RUN echo "$SUM  app.tar.gz" | sha256sum -c -
            """)
        .fixedSometimes()
        .aliases("parfum:sha256sumEchoOneSpaces")
        .references(
            "https://www.gnu.org/software/coreutils/manual/html_node/cksum-output-modes.html");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.runs(SUMS)
        ? file.commands("echo")
            .filter(
                call ->
                    CheckedDownload.isReadBy(call.command(), SUMS) && hasBusybox(call.run(), file))
            .filter(call -> !installsGnu(file))
            .flatMap(this::judge)
        : Stream.empty();
  }

  private static boolean installsGnu(Dockerfile file) {
    return PackageCommand.in(file)
        .flatMap(command -> command.packages().stream())
        .anyMatch(spec -> spec.name().filter("coreutils"::equals).isPresent());
  }

  private static boolean hasBusybox(Run run, Dockerfile file) {
    return file.imageBelow(run)
        .flatMap(BaseImages::find)
        .filter(base -> WITH_BUSYBOX.contains(base.family()))
        .isPresent();
  }

  private Stream<Finding> judge(RunCommand call) {
    List<Word> words = call.command().arguments().stream().filter(word -> !word.is("-n")).toList();
    if (words.size() == 1) {
      Matcher line = LINE.matcher(words.get(0).range().text());
      return line.matches()
          ? Stream.of(
              judge(words.get(0))
                  .fixedBy(Fix.safe("Add a space", insertAt(words.get(0).range(), line.start(1)))))
          : Stream.empty();
    }
    boolean isNarrow =
        words.size() == 2 && !words.get(1).raw().replaceAll("[\"'\\\\]", "").startsWith("*");
    return isNarrow ? Stream.of(joined(words.get(0), words.get(1))) : Stream.empty();
  }

  private static TextEdit insertAt(SourceRange range, int offset) {
    int place = range.start() + offset;
    return range.source().range(place, place).insertBefore(" ");
  }

  private Finding judge(Word word) {
    return finding(word, "BusyBox wants two spaces between sum and name; add one");
  }

  /** Echo puts one space between its words, however many there are in the script. */
  private Finding joined(Word sum, Word name) {
    String text = sum.range().text() + "  " + name.range().text();
    return sum.isQuoted() || name.isQuoted() || text.contains("\\")
        ? judge(name).notFixedBecause("they are quoted one by one")
        : judge(name)
            .fixedBy(
                Fix.safe(
                    "Quote both with two spaces",
                    sum.range().union(name.range()).replaceWith('"' + text + '"')));
  }
}
