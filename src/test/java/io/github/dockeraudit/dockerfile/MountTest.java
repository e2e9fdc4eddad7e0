package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountTest {

  private static Mount mount(String value) {
    return first(Run.class, "FROM a\nRUN --mount=" + value + " b\n").mounts().get(0);
  }

  @Test
  void itsFieldsAreTypeSourceTargetAndStage() {
    Mount mount = mount("type=cache,from=c,src=/d,dst=/e,ro");

    assertThat(mount.type()).isEqualTo("cache");
    assertThat(mount.from().map(Word::text)).contains("c");
    assertThat(mount.source().map(Word::text)).contains("/d");
    assertThat(mount.target().map(Word::text)).contains("/e");
    assertThat(mount.field("readonly")).isPresent();
    assertThat(mount.value("readonly")).isEmpty();
  }

  @Test
  void itBindsUnlessItSaysOtherwise() {
    assertThat(mount("target=/e").type()).isEqualTo("bind");
  }

  @Test
  void theLastOfSeveralFieldsCounts() {
    assertThat(mount("target=/a,destination=/b").target().map(Word::text)).contains("/b");
  }

  @Test
  void theRangeOfAFieldIsExact() {
    assertThat(mount("type=secret,id=token").field("id").orElseThrow().range().text())
        .isEqualTo("id=token");
    assertThat(mount("type=secret,id=token").value("id").orElseThrow().range().text())
        .isEqualTo("token");
  }

  @Test
  void escapedQuotesHoldACommaTogether() {
    assertThat(mount("\\\"target=/a,b\\\",type=tmpfs").target().map(Word::text)).contains("/a,b");
  }

  @Test
  void malformedFieldsAreNone() {
    assertThat(mount("target=/\\\"a").fields()).isEmpty();
  }
}
