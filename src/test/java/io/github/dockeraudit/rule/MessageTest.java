package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void whatFitsIsQuotedWhole() {
    assertThat(Message.of("'%s' on line %d", "node:22", 3)).isEqualTo("'node:22' on line 3");
  }

  @Test
  void aFormatMayAskForMoreThanTextsAndWholeNumbers() {
    assertThat(Message.of("%d%% of '%s', %.1f a day", 90, "a", 2.5))
        .isEqualTo("90% of 'a', 2.5 a day");
  }

  @Test
  void theMiddleOfALongQuoteIsLeftOut() {
    String image = "registry.example.com/team/" + "x".repeat(200) + ":1.2.3";
    assertThat(Message.of("'%s' is no image; name one", image))
        .hasSize(Message.LONGEST)
        .startsWith("'registry.example.com/team/xxx")
        .endsWith("xxx:1.2.3' is no image; name one");
  }

  @Test
  void theLongestQuoteIsShortenedFirst() {
    assertThat(Message.of("%s %s", "short", "y".repeat(300)))
        .hasSize(Message.LONGEST)
        .startsWith("short yyy");
    assertThat(Message.of("%s %s", "x".repeat(300), "y".repeat(300))).hasSize(Message.LONGEST);
  }

  @Test
  void aQuoteStaysOnOneLine() {
    assertThat(Message.of("'%s'", "a\nb\tc")).isEqualTo("'a b c'");
  }

  @Test
  void halfACharacterIsNeverShown() {
    String emoji = "\uD83D\uDE00";
    for (String lead : new String[] {"", "a"}) {
      String message = Message.of("'%s' and so on", lead + emoji.repeat(100));
      assertThat(message.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }
    assertThat(Message.of("'%s'", "a\uDC80b")).isEqualTo("'a\uFFFDb'");
  }

  @Test
  void aNumberIsNeverShortened() {
    assertThat(Message.of("x".repeat(100) + " %d %s", 123_456, "y")).endsWith("x 123456 y");
  }

  @Test
  void aSecretIsNotQuoted() {
    assertThat(Message.of("'%s' is not encrypted", "http://me:hunter2Zq9@example.com/x"))
        .isEqualTo("'http://me:***@example.com/x' is not encrypted");
    assertThat(Message.of("'%s'", "git+https://me:${TOKEN}@example.com/x"))
        .isEqualTo("'git+https://me:${TOKEN}@example.com/x'");
    assertThat(Message.of("'%s'", "--password=hunter2Zq9")).isEqualTo("'--password=***'");
  }
}
