package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.bash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      value = {
        "a; b 'c; d => 'c; d => [a, b 'c; d]",
        "a; b \"$(c) d => \"$(c) d => [a, b \"$(c) d, c]",
        "a; b $(c; d => $(c; d => [a, b $(c; d, c, d]",
        "a ${b => ${b => [a ${b]",
        "a `b => `b => [a `b]",
        "a; ); b => ) => [a, b]",
        "a (b) => ( => [a, b]",
        "fi; a => fi => [a]",
        "a;; b => ;; => [a, b]",
        "a && && b => && => [a, b]",
        "a && b || => || => [a, b]",
        "a | => | => [a]",
        "a > => > => [a >]",
        "a; & b => & => [a, b]",
        "if a; then b => if a; then b => [a, b]",
        "if a; fi; b => fi => [a, b]",
        "if then b; fi => then => [b]",
        "for x in a; b; done; c => for x in a; => [b, c]",
        "for x in a; do if b; then c; done; d => if b; then c; => [b, c, d]",
        "while a; do b => while a; do b => [a, b]",
        "case x in a) b => case x in a) b => [b]",
        "case x a => case x => [a]",
        "{ a; b => { a; b => [a, b]",
        "( a; b => ( a; b => [a, b]",
        "() => ) => []",
        "[[ a ; b => [[ a ; => [b]",
        "[[ a => [[ a => []",
        "f() ; a => f() => [a]",
        "f() a => f() => [a]",
        "function => function => []",
        "for => for => []",
        "a=(b ; c) d => ; => [a=(b ; c) d]",
      })
  void whatCannotBeReadIsNamedAndTheRestIsRead(String script, String remainder, String commands) {
    assertThat(bash(script).remainder().map(SourceRange::text)).contains(remainder);
    assertThat(bash(script).commands()).hasToString(commands);
  }

  @Test
  void theRemainderStandsInTheFile() {
    Source source = Source.of("Dockerfile", "RUN a \\\n  && (b\n");
    MappedText text = new MappedText.Builder(source).copy(4, 6).copy(8, 15).build();
    assertThat(Script.parse(text, Dialect.POSIX).remainder()).contains(source.range(13, 15));
  }
}
