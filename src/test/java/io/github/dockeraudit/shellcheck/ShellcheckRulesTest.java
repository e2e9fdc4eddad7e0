package io.github.dockeraudit.shellcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.PathOverride;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptReviewer;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real ShellCheck says, at the words of the Dockerfile that it speaks of. */
class ShellcheckRulesTest {

  private static final Ruleset ALL =
      Ruleset.load(Rule.class.getClassLoader())
          .where(rule -> rule.name().startsWith("shellcheck-"));

  private ScriptReviewer reviewer;

  @BeforeEach
  void findShellCheck() {
    reviewer = Installed.shellCheck();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBadExampleFiresAndTheGoodOneIsSilent(RuleInfo rule) {
    RuleSelection only = selection(List.of(rule.id()), List.of());
    assertThat(audit(rule.bad(), only).findings()).isNotEmpty();
    assertThat(audit(rule.good(), new RuleSelection(Profile.ALL, List.of())).findings()).isEmpty();
  }

  static Stream<RuleInfo> rules() {
    return ALL.rules().stream().map(Rule::info);
  }

  @Test
  void placesAreThoseOfTheFile() {
    assertThat(
            found(
                """
                FROM debian:12
                RUN echo "é𝄞" && \\
                    # a comment
                    cd /a; \\

                \techo $A
                ONBUILD RUN cd /b; ls
                RUN <<EOF
                cd /c
                echo $B
                EOF
                RUN <<-EOF
                \tcd /d
                \tls
                EOF
                RUN cat <<EOF > /x && cd /e; ls
                $C
                EOF
                CMD cd /f; ls
                ENTRYPOINT cd /g; ls
                HEALTHCHECK CMD cd /h; ls
                CMD ["sh", "-c", "cd \\"/i\\"; ls"]
                """))
        .containsExactly(
            "4:5 cd /a SC2164",
            "6:7 $A SC2086",
            "7:13 cd /b SC2164",
            "9:1 cd /c SC2164",
            "10:6 $B SC2086",
            "13:2 cd /d SC2164",
            "16:23 cd /e SC2164",
            "19:5 cd /f SC2164",
            "20:12 cd /g SC2164",
            "21:17 cd /h SC2164",
            "22:19 cd \\\"/i\\\" SC2164");
  }

  @Test
  void placesAreThoseOfAFileWithOtherLineEndsAndAnotherEscape() {
    assertThat(found("FROM debian:12\r\nRUN ls && \\\r\n  cd /a; ls\r\n"))
        .containsExactly("3:3 cd /a SC2164");
    assertThat(found("FROM debian:12\r\nRUN <<EOF\r\ncd /a\r\nls\r\nEOF\r\n"))
        .containsExactly("3:1 cd /a SC2164");
    assertThat(
            found(
                "# escape=`\nFROM debian:12\nSHELL [\"bash\", \"-c\"]\nRUN ls && `\n  cd /a; ls\n"))
        .containsExactly("5:3 cd /a SC2164");
  }

  @Test
  void variablesOfTheBuildAreSet() {
    assertThat(
            found(
                """
                ARG outside=1
                FROM debian:12 AS base
                ARG given
                ENV set=1 other=2
                RUN echo "$given" "$set" "$other" "$http_proxy" "$outside"
                FROM base
                RUN echo "$given" "$set"
                ONBUILD ARG late
                ONBUILD RUN echo "$given" "$set" "$late"
                FROM debian:12
                RUN echo "$set"
                CMD echo "$name"
                """))
        .containsExactly(
            "5:50 $outside SC2154", "9:19 $given SC2154", "9:35 $late SC2154", "11:11 $set SC2154");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN cd C:\\a & dir $x\n",
        "FROM debian:12\nSHELL [\"pwsh\", \"-c\"]\nRUN Get-Variable A | Select $x\n",
        "FROM debian:12\nSHELL [\"zsh\", \"-c\"]\nRUN cd /a; ls\n",
        "# hadolint shell=powershell\nFROM example.com/windows\nRUN cd /a; ls\n",
        "FROM example.com/windows\n# hadolint shell = cmd.exe\nRUN cd /a; ls\n",
        "FROM debian:12\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nprint(f\"{os}\")\nEOF\n",
        "FROM debian:12\nRUN [\"echo\", \"$f\"]\n",
        "FROM debian:12\nRUN [\"python\", \"-c\", \"import x; print($f)\"]\n",
        "RUN cd /a; ls\n",
        "FROM debian:12\nRUN \nCMD []\n",
      })
  void whatNoShellReadsIsLeftOut(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aShellIsWhatTheFileMakesIt() {
    String bashism = "RUN echo \"$RANDOM\"\n";
    assertThat(found("FROM debian:12\n" + bashism)).containsExactly("2:11 $RANDOM SC3028");
    assertThat(found("FROM example.com/unknown\nSHELL [\"/bin/dash\", \"-c\"]\n" + bashism))
        .hasSize(1);
    assertThat(found("FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\n" + bashism)).isEmpty();
    assertThat(found("FROM debian:12\nRUN <<EOF\n#!/bin/bash\necho \"$RANDOM\"\nEOF\n")).isEmpty();
    assertThat(found("FROM debian:12 AS a\nSHELL [\"bash\", \"-c\"]\nFROM a\n" + bashism))
        .isEmpty();
    assertThat(found("FROM debian:12 AS a\nSHELL [\"bash\", \"-c\"]\nFROM debian:12\n" + bashism))
        .hasSize(1);
    assertThat(found("FROM debian:12\nCMD [\"bash\", \"-c\", \"echo \\\"$RANDOM\\\"\"]\n"))
        .isEmpty();
  }

  /** The sh of Alpine is busybox, and that of Fedora is bash. */
  @Test
  void whatOnlyAPlainShellLacksIsReportedWhereThereIsOne() {
    for (String image :
        List.of("alpine:3.22", "fedora:43", "example.com/unknown", "python:3.13-alpine")) {
      String text = "FROM %s\nRUN echo \"$RANDOM\"\n".formatted(image);
      assertThat(found(text)).as(image).isEmpty();
      assertThat(audit(text, new RuleSelection(Profile.HADOLINT, List.of())).findings())
          .as(image)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hadolint ignore=SC2164",
        "hadolint ignore=DL3003,SC2164",
        "shellcheck disable=SC2164",
        "shellcheck shell=sh disable=SC1000,SC2164 # as it is there",
        "shellcheck disable=SC2160-SC2170",
        "shellcheck disable=all",
        "docker-audit ignore=SC2164 -- it is there",
        "docker-audit ignore=shellcheck-sc2164",
        "docker-audit ignore=shellcheck:SC2164",
        "docker-audit ignore=shellcheck-fault",
      })
  void aCommentAcceptsACode(String comment) {
    String text = "FROM debian:12\n# %s\nRUN cd /a; ls\nRUN cd /b; ls\n".formatted(comment);
    assertThat(found(text)).containsExactly("4:5 cd /b SC2164");
    String inside =
        "FROM debian:12\nRUN ls && \\\n# %s\n cd /a; \\\n cd /b; ls\n".formatted(comment);
    assertThat(comment.startsWith("hadolint") ? List.of() : found(inside))
        .isEqualTo(comment.startsWith("hadolint") ? List.of() : List.of("5:2 cd /b SC2164"));
  }

  @Test
  void aCommentInAScriptIsForShellCheckItself() {
    assertThat(
            found(
                "FROM debian:12\nRUN <<EOF\n# shellcheck disable=SC2164\ncd /a\ncd /b\nls\nEOF\n"))
        .containsExactly("5:1 cd /b SC2164");
  }

  @Test
  void codesAreChosenAndSkippedLikeRules() {
    String text = "FROM debian:12\nRUN cd /a; echo $B; echo `ls`\n";
    assertThat(codes(text, List.of(), List.of())).contains("SC2164", "SC2086", "SC2006");
    assertThat(codes(text, List.of(), List.of("SC2086", "hadolint:SC2006")))
        .contains("SC2164")
        .doesNotContain("SC2086", "SC2006");
    assertThat(codes(text, List.of("sc2164"), List.of())).containsOnly("SC2164");
    assertThat(codes(text, List.of("shellcheck:SC2086"), List.of())).containsOnly("SC2086");
    assertThat(codes(text, List.of("shellcheck-fault", "SC2086"), List.of("SC2164")))
        .containsOnly("SC2046", "SC2086");
    assertThat(codes(text, List.of(), List.of("shellcheck-remark")))
        .containsOnly("SC2046", "SC2164");
    assertThat(codes(text, List.of(), List.of("SC2164", "DA1091"))).containsOnly("SC2046");
  }

  @Test
  void onlyFaultsAreReportedUnlessMoreIsAskedFor() {
    String text = "FROM debian:12\nRUN cd /a; echo $B\n";
    assertThat(audit(text, new RuleSelection(Profile.RECOMMENDED, List.of())).findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("SC2164");
    assertThat(audit(text, new RuleSelection(Profile.BUILDKIT, List.of())).findings()).isEmpty();
  }

  @Test
  void whatShellCheckProposesIsDoneWhereItCanBe() {
    assertThat(
            fixed(
                "FROM debian:12\nRUN echo `ls` \\\n  && cat $A$B\\\n$C; \\\n  cd /a; ls\n",
                FixLevel.RISKY))
        .isEqualTo(
            "FROM debian:12\nRUN echo $(ls) \\\n  && cat \"$A\"\"$B\"\\\n\"$C\"; \\\n  cd /a || exit; ls\n");
    assertThat(fixed("FROM debian:12\nRUN echo \"`ls`\" $A\n", FixLevel.INTENDED))
        .isEqualTo("FROM debian:12\nRUN echo \"$(ls)\" $A\n");
    assertThat(fixed("FROM debian:12\nCMD [\"sh\", \"-c\", \"cat $A\"]\n", FixLevel.RISKY))
        .isEqualTo("FROM debian:12\nCMD [\"sh\", \"-c\", \"cat $A\"]\n");
  }

  @Test
  void aSecretIsNotRepeated() {
    ScriptReviewer tellTale =
        scripts ->
            scripts.stream()
                .map(
                    script ->
                        List.of(
                            new ScriptReviewer.Comment(
                                "SC9999",
                                ScriptReviewer.Level.ERROR,
                                script.text(),
                                0,
                                2,
                                List.of())))
                .toList();
    reviewer = tellTale;
    String text = "FROM debian:12\nRUN mysql --password=hunter2Zq9\n";
    assertThat(audit(text, new RuleSelection(Profile.ALL, List.of())).findings())
        .extracting(Finding::message)
        .containsExactly("ShellCheck objects to this; see its page");
  }

  private List<String> codes(String text, List<String> chosen, List<String> skipped) {
    return audit(text, selection(chosen, skipped)).findings().stream()
        .map(finding -> finding.rule().id())
        .toList();
  }

  private static RuleSelection selection(List<String> chosen, List<String> skipped) {
    List<RuleSetting> off =
        skipped.stream().map(label -> RuleSetting.off(label, Origin.DEFAULT)).toList();
    List<RuleSetting> on =
        chosen.stream().map(name -> RuleSetting.on(name, Origin.DEFAULT)).toList();
    return new RuleSelection(Profile.ALL, Origin.DEFAULT, on, off, List.of());
  }

  @Test
  void aCodeMayHaveAnotherSeverityAndBeOnThoughItsRuleIsOff() {
    String text = "FROM debian:12\nRUN cd /a; echo $B; echo `ls`\n";
    List<RuleSetting> settings =
        List.of(
            RuleSetting.severity("SC2164", Severity.ERROR, Origin.DEFAULT),
            RuleSetting.on("shellcheck:SC2086", Origin.DEFAULT),
            RuleSetting.off("SC2046", Origin.DEFAULT));
    RuleSelection selection =
        new RuleSelection(Profile.RECOMMENDED, Origin.DEFAULT, List.of(), settings, List.of());
    assertThat(audit(text, selection).findings())
        .extracting(finding -> finding.rule().id() + " " + finding.severity())
        .containsExactly("SC2164 ERROR", "SC2086 INFO");
  }

  @Test
  void whatIsSaidForSomeFilesHoldsForCodesToo() {
    String text = "FROM debian:12\nRUN cd /a; echo `ls`\n";
    for (String label : List.of("SC2164", "shellcheck-fault")) {
      RuleSelection selection =
          new RuleSelection(
              Profile.RECOMMENDED,
              Origin.DEFAULT,
              List.of(),
              List.of(),
              List.of(
                  new PathOverride(
                      PathPatterns.of("files", List.of("Dockerfile"), ""),
                      List.of(RuleSetting.off(label, Origin.DEFAULT)))));
      assertThat(audit(text, selection).findings())
          .extracting(finding -> finding.rule().id())
          .doesNotContain("SC2164")
          .hasSize(label.equals("SC2164") ? 1 : 0);
    }
  }

  /** Place, text and code of each finding. */
  private List<String> found(String text) {
    return audit(text, new RuleSelection(Profile.ALL, List.of())).findings().stream()
        .map(
            finding ->
                "%d:%d %s %s"
                    .formatted(
                        finding.range().from().line(),
                        finding.range().from().column(),
                        finding.range().text(),
                        finding.rule().id()))
        .toList();
  }

  private String fixed(String text, FixLevel level) {
    Fixed fixed = new Fixer(level).fix(audit(text, new RuleSelection(Profile.ALL, List.of())));
    assertThat(fixed.failures()).isEmpty();
    return fixed.changes().isEmpty() ? text : fixed.changes().get(0).after().text();
  }

  private Audit audit(String text, RuleSelection selection) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    Project project = Project.of(file, LocalDate.of(2026, 9, 1)).reviewedBy(reviewer);
    Audit audit = Auditor.mended(new Auditor(selection.policy(ALL)).audit(project));
    assertThat(audit.failures()).isEmpty();
    return audit;
  }
}
