package io.github.dockeraudit.shellcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.ScriptReviewer.Comment;
import io.github.dockeraudit.project.ScriptReviewer.Level;
import io.github.dockeraudit.project.ScriptReviewer.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an audit whatever the program does that is called ShellCheck. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ShellCheckProcessTest {

  private static final Script SCRIPT = new Script("sh", List.of("A"), "echo $B\necho é $C");

  @TempDir Path folder;

  @Test
  void allScriptsAreGivenToOneProcess() throws IOException {
    StandIn standIn = new StandIn(folder, "echo '{\"comments\":[]}'");
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      scripts.add(new Script("sh", List.of(), "echo " + i));
    }
    assertThat(standIn.shellCheck().review(scripts)).hasSize(500).containsOnly(List.of());
    assertThat(standIn.arguments())
        .singleElement()
        .asString()
        .startsWith("--norc --color=never --format=json1 -- 0 1 2 ")
        .endsWith(" 499");
  }

  @Test
  void aLineThatWouldBeTooLongIsParted() throws IOException {
    StandIn standIn = new StandIn(folder, "echo '{\"comments\":[]}'");
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      scripts.add(new Script("sh", List.of(), "echo " + i));
    }
    assertThat(standIn.shellCheck().review(scripts)).hasSize(9_000);
    assertThat(standIn.arguments()).hasSize(2);
  }

  @Test
  void noScriptIsGivenTwice() throws IOException {
    StandIn standIn = new StandIn(folder, "echo '{\"comments\":[]}'");
    ShellCheck shellCheck = standIn.shellCheck();
    shellCheck.review(List.of(SCRIPT, SCRIPT));
    shellCheck.review(List.of(SCRIPT));
    shellCheck.review(List.of());
    assertThat(standIn.arguments()).singleElement().asString().endsWith("-- 0");
  }

  @Test
  void theScriptsAreGoneAfterwards() throws IOException {
    StandIn standIn = new StandIn(folder, "echo '{\"comments\":[]}'");
    standIn.shellCheck().review(List.of(SCRIPT));
    assertThat(standIn.workingFolder()).doesNotExist();
  }

  @Test
  void aScriptBeginsWithItsShellAndItsVariables() {
    assertThat(ReviewedText.of(SCRIPT).text())
        .isEqualTo("#!/bin/sh\nexport A=1\necho $B\necho é $C\n");
  }

  @Test
  void linesAndColumnsAreThoseOfTheScript() throws IOException {
    StandIn standIn =
        new StandIn(
            folder,
            """
            echo '{"comments":[{"file":"0","line":4,"endLine":4,"column":8,"endColumn":10,
              "level":"info","code":2086,"message":"Quote this.","fix":{"replacements":[
              {"line":4,"endLine":4,"column":8,"endColumn":8,"replacement":"\\\\""}]}}]}'; exit 1
            """);
    assertThat(standIn.shellCheck().review(List.of(SCRIPT)).get(0))
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.code()).isEqualTo("SC2086");
              assertThat(comment.level()).isEqualTo(Level.INFO);
              assertThat(SCRIPT.text().substring(comment.start(), comment.end())).isEqualTo("$C");
              assertThat(comment.changes())
                  .singleElement()
                  .extracting("replacement")
                  .isEqualTo("\"");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"file\":\"1\",\"line\":3,\"column\":1,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"../x\",\"line\":3,\"column\":1,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":99,\"column\":1,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":2,\"column\":1,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":3,\"column\":99,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":3,\"column\":-1,\"level\":\"info\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":3,\"column\":1,\"level\":\"fatal\",\"code\":2086,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":3,\"column\":1,\"level\":\"info\",\"code\":7,\"message\":\"m\"}",
        "{\"file\":\"0\",\"line\":3,\"column\":1,\"level\":\"info\",\"code\":2086}",
      })
  void aCommentThatSpeaksOfNothingIsLeftOut(String comment) throws IOException {
    StandIn standIn = new StandIn(folder, "echo '{\"comments\":[" + comment + "]}'; exit 1");
    ShellCheck shellCheck = standIn.shellCheck();
    assertThat(shellCheck.review(List.of(SCRIPT)).get(0)).isEmpty();
    assertThat(shellCheck.problem()).isEmpty();
  }

  @Test
  void oneThatHangsIsEndedWithAllThatItStarted() throws IOException {
    StandIn standIn = new StandIn(folder, "sleep 50 & sleep 50");
    long start = System.nanoTime();
    assertFails(standIn.impatient(), "does not answer within 0 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(
            ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("sleep 50")))
        .isEmpty();
  }

  @Test
  void oneThatNeverStopsTalkingIsEnded() throws IOException {
    assertFails(new StandIn(folder, "exec yes").shellCheck(), "says more than 67108864 bytes");
  }

  @Test
  void oneThatTalksNonsenseIsNotBelieved() throws IOException {
    assertFails(new StandIn(folder, "echo oops").shellCheck(), "gives no answer that can be read");
    assertFails(new StandIn(folder, "echo '[1]'").shellCheck(), "gives no answer");
    assertFails(new StandIn(folder, "true").shellCheck(), "gives no answer");
    assertFails(new StandIn(folder, "kill -9 $$").shellCheck(), "ends with status 137");
    assertFails(new StandIn(folder, "exit 4").shellCheck(), "ends with status 4");
  }

  @Test
  void oneThatIsTooOldIsNamed() throws IOException {
    StandIn standIn = new StandIn(folder, "0.4.6", "echo '{\"comments\":[]}'");
    assertFails(standIn.shellCheck(), "is version 0.4.6, and 0.7 or newer is needed");
    assertThat(standIn.arguments()).isEmpty();
    assertThat(Versions.isUsable("0.11.0")).isTrue();
    assertThat(Versions.isUsable("1.0.0")).isTrue();
    assertThat(Versions.of(new StandIn(folder, "v0.12.0-rc.1", "").program()))
        .contains("v0.12.0-rc.1");
  }

  @Test
  void anotherProgramOfThatNameIsNotUsed() throws IOException {
    assertFails(new ShellCheck(Path.of("/bin/true"), Duration.ofSeconds(5)), "is not ShellCheck");
    assertFails(new ShellCheck(folder, Duration.ofSeconds(5)), "is not ShellCheck");
  }

  @Test
  void whatHasFailedIsNotTriedAgain() throws IOException {
    StandIn standIn = new StandIn(folder, "exit 3");
    ShellCheck shellCheck = standIn.shellCheck();
    shellCheck.review(List.of(SCRIPT));
    shellCheck.review(List.of(new Script("sh", List.of(), "ls")));
    assertThat(standIn.arguments()).hasSize(1);
  }

  private static void assertFails(ShellCheck shellCheck, String reason) {
    List<List<Comment>> comments = shellCheck.review(List.of(SCRIPT));
    assertThat(comments).containsExactly(List.of());
    assertThat(shellCheck.problem())
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("The scripts in Dockerfiles are not read by ShellCheck: '")
                    .contains(reason));
  }
}
