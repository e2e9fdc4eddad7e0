package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.bash;
import static io.github.dockeraudit.shell.Scripts.commands;
import static io.github.dockeraudit.shell.Scripts.remainder;
import static io.github.dockeraudit.shell.Scripts.shape;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "a => Block(a)",
        "a; b => Block(a b)",
        "a & b => Block(a b)",
        "a && b || c => Block(AndOr(a b c))",
        "a && b | c; d => Block(AndOr(a Pipeline(b c)) d)",
        "a |& b => Block(Pipeline(a b))",
        "! a => Block(Pipeline(a))",
        "! a | b => Block(Pipeline(a b))",
        "{ a; b; } => Block(group(Block(a b)))",
        "(a; b) => Block(subshell(Block(a b)))",
        "( (a) ) => Block(subshell(Block(subshell(Block(a)))))",
        "((a) || (b)) => Block(subshell(Block(AndOr(subshell(Block(a)) subshell(Block(b))))))",
        "if a; then b; fi => Block(if(Block(a) Block(b)))",
        "if a; then b; elif c; then d; else e; fi => Block(if(Block(a) Block(b) Block(c) Block(d) Block(e)))",
        "while a; do b; done => Block(while(Block(a) Block(b)))",
        "until a; do b; done => Block(until(Block(a) Block(b)))",
        "for x in 1 2; do a; done => Block(for(Block(a)))",
        "for x; do a; done => Block(for(Block(a)))",
        "for x do a; done => Block(for(Block(a)))",
        "for x in 1 2; { a; } => Block(for(Block(a)))",
        "for ((i=0; i<9; i++)); do a; done => Block(for(Block(a)))",
        "select x in 1 2; do a; done => Block(select(Block(a)))",
        "case x in a) b;; (c|d) e;& *) f; esac => Block(case(Block(b) Block(e) Block(f)))",
        "case x in a) ;; esac => Block(case(Block()))",
        "case x in esac => Block(case())",
        "[[ -f a && ( b < c || ! d ) ]] && e => Block(AndOr(test() e))",
        "[[ a =~ ^(x|y z)+$ ]] && e => Block(AndOr(test() e))",
        "[[ a = \"]]\" ]] && e => Block(AndOr(test() e))",
        "(( a > 1 )) && e => Block(AndOr(arithmetic() e))",
        "f() { a; }; b => Block(function(Block(group(Block(a)))) b)",
        "f ( ) ( a ) => Block(function(Block(subshell(Block(a)))))",
        "function f { a; } => Block(function(Block(group(Block(a)))))",
        "function f() { a; } => Block(function(Block(group(Block(a)))))",
        "coproc a b => Block(coprocess(Block(a)))",
        "coproc P { a; } => Block(coprocess(Block(group(Block(a)))))",
        "time { a; } => Block(group(Block(a)))",
        "time -p a => Block(time)",
        "A=1 => Block(=)",
        ">file => Block(=)",
        "'' => Block('')",
      },
      quoteCharacter = '§')
  void everyFormOfTheGrammarHasItsShape(String script, String shape) {
    assertThat(shape(script)).isEqualTo(shape);
    assertThat(remainder(script)).as("remainder").isEqualTo("-");
  }

  @Test
  void linesSeparateCommandsAsSemicolonsDo() {
    assertThat(
            shape(
                "if a\nthen\n  b\nfi\n\ncase x\nin\n  y)\n    c\n    ;;\nesac\nd &&\n  e |\n  f\n"))
        .isEqualTo("Block(if(Block(a) Block(b)) case(Block(c)) AndOr(d Pipeline(e f)))");
  }

  @Test
  void keywordsAreWordsWhereNoCommandBegins() {
    assertThat(commands("echo if then fi { } [[ !")).containsExactly("echo if then fi { } [[ !");
    assertThat(commands("'if' a; \\if b")).containsExactly("'if' a", "\\if b");
    assertThat(commands("A=1 if")).hasSize(1);
  }

  @Test
  void aCommentEndsWithItsLine() {
    assertThat(commands("a # b; c\nd#e #f\n#g")).containsExactly("a", "d#e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a \\\n b", "a \\\r\n b"})
  void aLineContinuationIsABlank(String script) {
    assertThat(bash(script).commands().get(0).words()).hasSize(2);
  }

  @Test
  void carriageReturnsBeforeLineEndsAreBlanks() {
    assertThat(commands("if a\r\nthen b\r\nfi\r\n")).containsExactly("a", "b");
  }

  @Test
  void commandsAreFoundHoweverNested() {
    assertThat(
            commands(
                "a $(b \"$(c)\") `d` ${x:-$(e)} <(f) $(( $(g) )) x=$(h) <<<$(i) | "
                    + "while j; do k; done; A=$(l) B=($(m)) n; [[ $(o) ]]; for x in $(p); do q; done; "
                    + "case $(r) in $(s)) t;; esac"))
        .extracting(command -> command.replaceAll("[^a-z].*", ""))
        .containsExactly(
            "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "", "l", "m", "o", "p", "q", "r",
            "s", "t");
  }

  @Test
  void textOfAnotherLanguageHasNoCommands() {
    Script script = Script.parse(Scripts.text("if (Test-Path c:\\x) { 'y'"), Dialect.OPAQUE);
    assertThat(script.commands()).isEmpty();
    assertThat(script.remainder()).isEmpty();
  }

  @Test
  void anEmptyTextHasNoCommands() {
    assertThat(bash("").commands()).isEmpty();
    assertThat(bash(" \n # only a comment\n").block().children()).isEmpty();
    assertThat(bash("").remainder()).isEmpty();
  }

  @Test
  void aClauseKnowsItsPatterns() {
    Node clause =
        bash("case $x in *.gz|'b c') a;; esac").block().children().get(0).children().get(0);
    assertThat(((Block) clause).patterns()).extracting(Span::raw).containsExactly("*.gz", "'b c'");
  }

  @Test
  void aLoopKnowsWhatItRunsOver() {
    Compound loop =
        (Compound) bash("for p in curl $more; do a; done >log").block().children().get(0);
    assertThat(loop.words()).extracting(Span::raw).containsExactly("p", "curl", "$more");
    assertThat(loop.redirections()).hasToString("[>log]");
  }
}
