package io.github.dockeraudit.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a comment says when it accepts findings: our own form and those of hadolint, BuildKit and
 * ShellCheck, which are honoured as they are.
 *
 * <pre>
 * # docker-audit ignore=missing-user,DA1304 -- reason
 * # hadolint ignore=DL3006
 * # hadolint stage ignore=DL3006
 * # hadolint global ignore=DL3006
 * # check=skip=JSONArgsRecommended,StageNameCasing
 * # shellcheck disable=SC2086,SC3000-SC3060
 * </pre>
 *
 * @param labels the rules named, as in {@link Suppression#labels}
 * @param reason the reason given; empty if none is
 * @param reach what it speaks of
 */
record SuppressionSyntax(List<String> labels, String reason, Reach reach) {

  /** What a comment speaks of. */
  enum Reach {
    /** What follows it, or the whole file, as its place says. */
    BY_PLACE,
    /** The stage of the instruction that follows it. */
    STAGE,
    /** The whole file wherever it stands. */
    FILE
  }

  private static final Pattern OWN = Pattern.compile("docker-audit\\s+ignore\\s*=\\s*(.*)");
  private static final Pattern HADOLINT =
      Pattern.compile("hadolint\\s+(?:(global|stage)\\s+)?ignore\\s*=\\s*(.*)");
  private static final Pattern SHELLCHECK =
      Pattern.compile("shellcheck\\s(?:.*\\s)?disable\\s*=\\s*(\\S+)(?:\\s.*)?");

  private static final Pattern CODES = Pattern.compile("SC(\\d{4})-SC(\\d{4})");

  private static final Pattern BUILDKIT = Pattern.compile("(?i)check\\s*=\\s*(.*)");

  /** Whether this is hadolint's form, which means the next instruction even above the first one. */
  boolean isHadolint() {
    return labels.get(0).startsWith("hadolint:");
  }

  /** What a comment says; empty if it accepts nothing. */
  static Optional<SuppressionSyntax> of(String comment) {
    int start = afterHashes(comment, 0);
    if (!mayBeAt(comment, start)) {
      return Optional.empty();
    }
    String text = comment.substring(start).strip();
    Matcher own = OWN.matcher(text);
    if (own.matches()) {
      int dashes = own.group(1).indexOf("--");
      String names = dashes < 0 ? own.group(1) : own.group(1).substring(0, dashes);
      String reason = dashes < 0 ? "" : own.group(1).substring(dashes + 2).strip();
      return some(labels(names, ""), reason, Reach.BY_PLACE);
    }
    Matcher hadolint = HADOLINT.matcher(text);
    if (hadolint.matches()) {
      return some(hadolintLabels(hadolint.group(2)), "", reach(hadolint.group(1)));
    }
    Matcher shellcheck = SHELLCHECK.matcher(text);
    if (shellcheck.matches()) {
      return some(codes(shellcheck.group(1)), "", Reach.BY_PLACE);
    }
    Matcher buildkit = BUILDKIT.matcher(text);
    return buildkit.matches() ? ofCheck(buildkit.group(1)) : Optional.empty();
  }

  /** What stands behind another hash is a remark. */
  private static List<String> hadolintLabels(String names) {
    int remark = names.indexOf('#');
    return labels(remark < 0 ? names : names.substring(0, remark), "hadolint:");
  }

  private static Reach reach(String word) {
    if (word == null) {
      return Reach.BY_PLACE;
    }
    return word.equals("stage") ? Reach.STAGE : Reach.FILE;
  }

  /** What BuildKit's {@code check} directive says, by its value: {@code skip=A,B;error=true}. */
  private static Optional<SuppressionSyntax> ofCheck(String value) {
    return Arrays.stream(value.split(";"))
        .map(String::strip)
        .filter(setting -> setting.regionMatches(true, 0, "skip=", 0, "skip=".length()))
        .findFirst()
        .map(setting -> setting.substring("skip=".length()))
        .flatMap(names -> some(checks(names), "", Reach.BY_PLACE));
  }

  /** ShellCheck knows {@code all}, and two codes with a dash for all from one to the other. */
  private static List<String> codes(String names) {
    return Arrays.stream(names.split(","))
        .flatMap(
            name -> {
              Matcher range = CODES.matcher(name);
              return range.matches()
                  ? IntStream.rangeClosed(
                          Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                      .mapToObj(code -> "SC" + code)
                  : Stream.of(name.equals("all") ? "*" : name);
            })
        .filter(name -> !name.isEmpty())
        .map("shellcheck:"::concat)
        .toList();
  }

  /** BuildKit reads no further than two slashes. */
  private static List<String> checks(String names) {
    int remark = names.indexOf("//");
    String named = (remark < 0 ? names : names.substring(0, remark)).strip();
    return named.equalsIgnoreCase("all") ? List.of("buildkit:*") : labels(named, "buildkit:");
  }

  private static Optional<SuppressionSyntax> some(List<String> labels, String reason, Reach reach) {
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(new SuppressionSyntax(labels, reason, reach));
  }

  private static List<String> labels(String names, String prefix) {
    return Arrays.stream(names.split("[,\\s]+"))
        .filter(name -> !name.isEmpty())
        .map(name -> prefix + name)
        .toList();
  }

  /** Where the words of a comment begin. */
  static int afterHashes(String comment, int from) {
    int start = from;
    while (start < comment.length()
        && (comment.charAt(start) == '#' || Character.isWhitespace(comment.charAt(start)))) {
      start++;
    }
    return start;
  }

  /** Whether the first word is one of ours, without a look at the rest. */
  static boolean mayBeAt(String comment, int start) {
    return comment.startsWith("docker-audit", start)
        || comment.startsWith("hadolint", start)
        || comment.startsWith("shellcheck", start)
        || comment.regionMatches(true, start, "check", 0, "check".length());
  }
}
