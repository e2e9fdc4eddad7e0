package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.EffectiveUser.Origin;
import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveUserTest {

  @ParameterizedTest
  @ValueSource(strings = {"root", "0", "root:root", "0:0", "0:1000", "root:app", "00", ""})
  void rootHasManySpellings(String user) {
    assertThat(EffectiveUser.isRoot(user)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "1000", "1000:0", "app:root", "nonroot", "10"})
  void everybodyElseIsNotRoot(String user) {
    assertThat(EffectiveUser.isRoot(user)).isFalse();
  }

  @Test
  void theLastUserCounts() {
    EffectiveUser user = user("FROM alpine:3.20\nUSER app\nRUN id\nUSER 0:1000\n");
    assertThat(user.isRoot()).isEqualTo(Answer.YES);
    assertThat(user.origin()).isEqualTo(Origin.INSTRUCTION);
    assertThat(user.name()).contains("0:1000");
  }

  @Test
  void aStageInheritsTheUserOfTheStageItBuildsOn() {
    EffectiveUser user = user("FROM alpine:3.20 AS base\nUSER app\nFROM base\nRUN id\n");
    assertThat(user.isRoot()).isEqualTo(Answer.NO);
    assertThat(user.instruction()).isPresent();
  }

  @Test
  void withoutAnyUserTheBaseImageDecides() {
    EffectiveUser root = user("FROM alpine:3.20\n");
    assertThat(root.isRoot()).isEqualTo(Answer.YES);
    assertThat(root.origin()).isEqualTo(Origin.BASE_IMAGE);
    assertThat(user("FROM gcr.io/distroless/java21-debian13:nonroot\n").isRoot())
        .isEqualTo(Answer.NO);
  }

  @Test
  void nothingAtAllIsRoot() {
    assertThat(user("FROM scratch\nCOPY app /\n").isRoot()).isEqualTo(Answer.YES);
  }

  @Test
  void anUnknownBaseImageMayHaveAnyUser() {
    EffectiveUser user = user("FROM example.com/team/base:1\n");
    assertThat(user.isRoot()).isEqualTo(Answer.UNKNOWN);
    assertThat(user.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(user.name()).isEmpty();
  }

  @Test
  void aVariableThatOnlyTheBuildKnowsMayBeAnyUser() {
    assertThat(user("FROM alpine:3.20\nARG APP_USER\nUSER $APP_USER\n").isRoot())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theDefaultOfAnArgumentIsBelieved() {
    assertThat(user("FROM alpine:3.20\nARG APP_USER=app\nUSER $APP_USER\n").isRoot())
        .isEqualTo(Answer.NO);
  }

  @Test
  void anEntryPointOfTheBaseImageMayStepDown() {
    EffectiveUser user = user("FROM postgres:16\nCOPY init.sql /docker-entrypoint-initdb.d/\n");
    assertThat(user.startsAsRoot()).isEqualTo(Answer.YES);
    assertThat(user.isRoot()).isEqualTo(Answer.NO);
  }

  @Test
  void anotherEntryPointDoesNotStepDown() {
    assertThat(user("FROM postgres:16\nENTRYPOINT [\"/start.sh\"]\n").isRoot())
        .isEqualTo(Answer.YES);
  }

  @Test
  void theEntryPointStepsDownForItsOwnDaemonAlone() {
    assertThat(user("FROM redis:7\nCMD [\"redis-server\", \"/redis.conf\"]\n").isRoot())
        .isEqualTo(Answer.NO);
    assertThat(user("FROM postgres:16\nCMD [\"-c\", \"fsync=off\"]\n").isRoot())
        .isEqualTo(Answer.NO);
    assertThat(user("FROM redis:7\nCMD [\"/start.sh\"]\n").isRoot()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theStageMayStepDownByItself() {
    assertThat(user("FROM alpine:3.20\nENTRYPOINT [\"su-exec\", \"app\", \"/app\"]\n").isRoot())
        .isEqualTo(Answer.UNKNOWN);
  }

  private static EffectiveUser user(String text) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    return EffectiveUser.of(file.lastStage().orElseThrow());
  }
}
