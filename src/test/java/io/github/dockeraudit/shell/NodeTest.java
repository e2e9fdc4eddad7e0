package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.bash;
import static io.github.dockeraudit.shell.Scripts.find;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a && b",
        "a; b",
        "a\nb",
        "a && x && b",
        "a && x; b",
        "a || true; b",
        "{ a; } && b",
        "(a; x) && (b)",
        "x && a && { b; }",
        "a && if b; then x; fi",
        "if a; then b; fi",
        "while a; do b; done",
        "a | x && b",
        "for i in 1 2; do a; done; b",
        "a && x | b",
        "sh -c 'a' && b",
        "a && sh -c 'x && b'",
        "b $(a)",
        "x $(a) && b",
        "sudo a && sudo b",
        "for i in $(a); do b; done",
        "a; f() { b; }",
        "b <<E\n$(a)\nE"
      })
  void aCommandFollowsWhatIsAlwaysRunBefore(String script) {
    assertThat(follows(script)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b && a",
        "b; a",
        "a || b",
        "x || a; b",
        "a | b",
        "a & b",
        "if x; then a; fi; b",
        "if x; then a; else b; fi",
        "case x in 1) a;; 2) b;; esac",
        "f() { a; }; b",
        "while x; do a; done; b",
        "a $(b)",
        "x && { y || a; }; b",
        "for i; do a; done; b",
        "(a &) ; b",
        "sh -c 'x || a' && b"
      })
  void aCommandDoesNotFollowWhatMayNotHaveRun(String script) {
    assertThat(follows(script)).isFalse();
  }

  private static boolean follows(String script) {
    Script read = bash(script);
    SimpleCommand a = unwrapped(read, "a");
    SimpleCommand b = unwrapped(read, "b");
    assertThat(a.follows(a)).isFalse();
    assertThat(a.follows(b) && b.follows(a)).isFalse();
    return b.follows(a);
  }

  private static SimpleCommand unwrapped(Script script, String program) {
    return script.commands().stream()
        .map(SimpleCommand::unwrapped)
        .filter(command -> command.is(program))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCommandOfAnotherScriptIsNotFollowed() {
    assertThat(find(bash("b"), "b").follows(find(bash("a"), "a"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b",
        "a x | b | c",
        "{ x; a; } | b",
        "(a && x) | b",
        "! a | b",
        "sh -c 'a' | b",
        "for i in 1; do a; done | b",
        "sudo a | b"
      })
  void thePipeLeadsToTheNextPart(String script) {
    assertThat(unwrapped(bash(script), "a").pipedInto()).get().hasToString("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b | a", "x $(a) | b", "f() { a; } | b", "a; x | b", "(x | a)"})
  void theLastPartOfAPipelineIsNotPiped(String script) {
    assertThat(find(bash(script), "a").pipedInto()).isEmpty();
  }

  @Test
  void aConditionIsKnownAtAnyDepth() {
    assertThat(find(bash("if ! { x && a; }; then b; fi"), "a").inCondition()).isTrue();
    assertThat(find(bash("if x; then b; elif a; then c; fi"), "a").inCondition()).isTrue();
    assertThat(find(bash("until a; do b; done"), "a").inCondition()).isTrue();
    assertThat(find(bash("while x; do a; done"), "a").inCondition()).isFalse();
    assertThat(find(bash("if [ $(a) ]; then b; fi"), "a").inCondition()).isFalse();
  }

  @Test
  void siblingsAreKnown() {
    Script script = bash("a && b; c");
    assertThat(find(script, "a").next()).contains(find(script, "b"));
    assertThat(find(script, "b").next()).isEmpty();
    assertThat(find(script, "b").parent().flatMap(Node::next)).contains(find(script, "c"));
    assertThat(script.block().parent()).isEmpty();
    assertThat(script.block().next()).isEmpty();
  }

  @Test
  void whatRunsInTheBackgroundSaysSo() {
    Script script = bash("a & b");
    assertThat(find(script, "a").inBackground()).isTrue();
    assertThat(find(script, "b").inBackground()).isFalse();
  }

  @Test
  void aPartGivesItsOwnCommands() {
    Script script = bash("{ a $(b); c; } | d; e");
    assertThat(script.block().children().get(0).commands()).hasToString("[a $(b), b, c, d]");
  }
}
