package io.github.dockeraudit.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.source.TextEdit.Entries;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixerTest {

  private static final String FILE =
      """
      FROM example.com/base:1
      RUN one
      RUN two
      """;

  @Test
  void allFixesThatAreNotInEachOthersWayAreMadeAtOnce() {
    Fixed fixed = fix(FILE, replace(1, "one", "1"), replace(2, "two", "2"));
    assertThat(text(fixed)).isEqualTo("FROM example.com/base:1\nRUN 1\nRUN 2\n");
    assertThat(fixed.applied()).extracting(AppliedFix::fix).hasSize(2);
    assertThat(fixed.left()).isEmpty();
    assertThat(fixed.failures()).isEmpty();
  }

  @Test
  void ofTwoFixesInEachOthersWayTheSecondIsMadeInTheNextRound() {
    Fixed fixed = fix(FILE, replace(1, "one", "1 and one"), replace(2, "one", "first"));
    assertThat(fixed.failures()).isNotEmpty();
    assertThat(text(fixed)).contains("first");
    Fixed chain = fix(FILE, replace(1, "one", "two"), replace(2, "two", "three"));
    assertThat(text(chain)).isEqualTo("FROM example.com/base:1\nRUN three\nRUN three\n");
    assertThat(chain.failures()).isEmpty();
  }

  @Test
  void aFixIsMadeWholeOrNotAtAll() {
    Rule both =
        rule(
            1,
            file ->
                at(file, "two")
                    .map(
                        i ->
                            Fix.safe(
                                "Replace both",
                                place(file, "one").replaceWith("1"),
                                place(file, "two").replaceWith("2"))));
    Fixed fixed = fix(FILE, both, replace(0, "one", "uno"));
    assertThat(text(fixed)).as("the second half alone is not made").contains("RUN uno\nRUN two");
  }

  @Test
  void aFixThatDockerWouldRefuseIsTakenBackAndTheOthersAreMade() {
    Fixed fixed = fix(FILE, replace(1, "one", "1"), replace(2, "RUN two", "WORKDIR"));
    assertThat(text(fixed)).isEqualTo("FROM example.com/base:1\nRUN 1\nRUN two\n");
    assertThat(fixed.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.rule().id()).isEqualTo("DA1402");
              assertThat(failure.path()).isEqualTo("Dockerfile");
              assertThat(failure.problem()).startsWith("Docker would refuse the file: ");
            });
    assertThat(fixed.left())
        .singleElement()
        .extracting(LeftFinding::reason)
        .isEqualTo("its fix was taken back");
  }

  @Test
  void aFixThatMendsNothingIsTakenBack() {
    Rule idle = replace(1, "one", "one and one");
    Fixed fixed = fix(FILE, idle, replace(2, "two", "2"));
    assertThat(text(fixed)).isEqualTo("FROM example.com/base:1\nRUN one\nRUN 2\n");
    assertThat(fixed.failures())
        .extracting(FixFailure::problem)
        .containsExactly("The finding still stands after its fix");
  }

  @Test
  void fixesThatUndoEachOtherAreTakenBackAndNamed() {
    Fixed fixed =
        fix(FILE, replace(1, "one", "eins"), replace(2, "eins", "one"), replace(3, "two", "2"));
    assertThat(text(fixed)).endsWith("RUN 2\n");
    assertThat(fixed.failures())
        .extracting(FixFailure::problem)
        .containsOnly("The fixes of this rule never come to an end");
    assertThat(fixed.failures()).extracting(f -> f.rule().id()).isSubsetOf("DA1401", "DA1402");
  }

  @Test
  void editsThatOverlapOrAreOfAnotherTextAreRefused() {
    Rule overlapping =
        rule(
            1,
            file ->
                at(file, "one")
                    .map(
                        i ->
                            Fix.safe(
                                "Replace",
                                place(file, "RUN one").replaceWith("RUN 1"),
                                place(file, "one").replaceWith("2"))));
    Rule foreign =
        rule(
            2,
            file ->
                at(file, "two")
                    .map(
                        i ->
                            Fix.safe(
                                "Replace", Source.of("Dockerfile", "x").range().replaceWith("y"))));
    Fixed fixed = fix(FILE, overlapping, foreign);
    assertThat(fixed.changes()).isEmpty();
    assertThat(fixed.failures()).extracting(f -> f.rule().id()).containsExactly("DA1401", "DA1402");
  }

  @Test
  void whatIsRiskierThanTheLevelIsLeftAndSaidSo() {
    Rule risky =
        rule(
            1,
            file ->
                at(file, "one").map(i -> Fix.risky("Say 1", place(file, "one").replaceWith("1"))));
    Rule manual =
        rule(
            2,
            file ->
                at(file, "two").map(i -> Fix.manual("Say 2", place(file, "two").replaceWith("2"))));
    Fixed fixed = new Fixer(FixLevel.INTENDED).fix(audit(FILE, risky, manual));
    assertThat(fixed.changes()).isEmpty();
    assertThat(fixed.left())
        .extracting(LeftFinding::reason)
        .containsExactly("Say 1; -Ddocker-audit.fixLevel=risky makes it", "by hand: Say 2");
  }

  @Test
  void theVerySameEditOfTwoFixesIsMadeOnce() {
    Function<Dockerfile, Stream<Fix>> shared =
        file ->
            at(file, "one")
                .map(i -> Fix.safe("Begin with two", i.range().insertBefore("RUN zero\n")))
                .filter(fix -> !file.source().text().contains("zero"));
    Fixed fixed = fix(FILE, rule(1, shared), rule(2, shared));
    assertThat(text(fixed)).isEqualTo("FROM example.com/base:1\nRUN zero\nRUN one\nRUN two\n");
    assertThat(fixed.applied()).hasSize(2);
  }

  /** Made in two rounds, what the second adds at the end would come last. */
  @Test
  void twoAdditionsAtOnePlaceAreMadeInOneRoundAndTheInnerComesFirst() {
    Fixed fixed = fix(FILE, add(1, "RUN outer\n", 0, "a"), add(2, "RUN inner\n", 2, "b"));
    assertThat(text(fixed)).isEqualTo(FILE + "RUN inner\nRUN outer\n");
    assertThat(fixed.applied()).hasSize(2);
    assertThat(fixed.failures()).isEmpty();
  }

  @Test
  void twoAdditionsOfOneKeyToOneMappingAreMadeOneAfterTheOther() {
    Fixed fixed = fix(FILE, add(1, "RUN z\n", 0, "a"), add(2, "RUN y\n", 0, "a"));
    assertThat(text(fixed)).isEqualTo(FILE + "RUN z\nRUN y\n");
    assertThat(fixed.failures()).isEmpty();
  }

  @Test
  void additionsThatDockerRefusesTogetherAreMadeOneAfterTheOther() {
    Fixed fixed = fix(FILE, add(1, "ENV A=1", 2, "a"), add(2, "USER b", 0, "b"));
    assertThat(text(fixed)).isEqualTo(FILE + "ENV A=1\nUSER b");
    assertThat(fixed.applied()).hasSize(2);
    assertThat(fixed.failures()).isEmpty();
  }

  /** Each gets its second try, not only the first that is found to stand. */
  @Test
  void additionsThatMendNothingTogetherAreMadeOneAfterTheOther() {
    Fixed fixed = fix(FILE, add(1, "RUN three", 2, "a"), add(2, "RUN four\n", 0, "b"));
    assertThat(text(fixed)).isEqualTo(FILE + "RUN three\nRUN four\n");
    assertThat(fixed.applied()).hasSize(2);
    assertThat(fixed.failures()).isEmpty();
  }

  @Test
  void anAdditionThatFailsAloneTooIsTakenBackAndTheOneBesideItIsMade() {
    Fixed refused = fix(FILE, add(1, "WORKDIR\n", 2, "a"), add(2, "RUN four\n", 0, "b"));
    assertThat(text(refused)).isEqualTo(FILE + "RUN four\n");
    assertThat(refused.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.rule().id()).isEqualTo("DA1401");
              assertThat(failure.problem()).startsWith("Docker would refuse the file: ");
            });
  }

  @Test
  void optionsAtOnePlaceAreAddedInOneRoundAsTheirFindingsAreOrdered() {
    Fixed fixed = fix(FILE, insert(1, " -f"), insert(2, " -L"), insert(3, " --retry 5"));
    assertThat(text(fixed)).contains("RUN -f -L --retry 5 one\n");
    assertThat(rounds(fixed)).isEqualTo(1);
  }

  @Test
  void wordsAtOnePlaceMayMeanAnotherThingInAnotherOrder() {
    Fixed fixed = fix(FILE, insert(1, " -f"), insert(2, " zero"));
    assertThat(text(fixed)).contains("RUN zero -f one\n");
    assertThat(rounds(fixed)).isEqualTo(2);
  }

  @Test
  void aLineIsChangedAtItsEndInTheRoundThatAddsOthersBelowIt() {
    String open = FILE.stripTrailing();
    Fixed fixed = fix(open, add(1, "RUN more", 2, "a"), replace(2, "two", "2"));
    assertThat(text(fixed)).isEqualTo("FROM example.com/base:1\nRUN one\nRUN 2\nRUN more");
    assertThat(rounds(fixed)).isEqualTo(1);
  }

  @Test
  void whileFixesWaitForOthersNobodyElseIsAsked() {
    AtomicInteger asked = new AtomicInteger();
    Rule idle =
        rule(
            9,
            file -> {
              asked.incrementAndGet();
              return Stream.empty();
            });
    Fixed fixed = fix(FILE, insert(1, " a"), insert(2, " b"), insert(3, " c"), idle);
    assertThat(rounds(fixed)).isEqualTo(3);
    assertThat(asked).as("before the first round and after the last").hasValue(2);
  }

  private static long rounds(Fixed fixed) {
    return fixed.applied().stream()
        .map(applied -> applied.finding().range().source())
        .distinct()
        .count();
  }

  /** Adds a word behind the first RUN, as long as it is not there. */
  private static Rule insert(int number, String word) {
    return rule(
        number,
        file ->
            at(file, "one")
                .filter(run -> !run.range().text().contains(word + " "))
                .map(run -> Fix.safe("Add", run.keyword().range().insertAfter(word))));
  }

  @Test
  void nothingToFixIsNoChange() {
    Fixed fixed = fix(FILE, replace(1, "three", "3"));
    assertThat(fixed.changes()).isEmpty();
    assertThat(fixed.applied()).isEmpty();
  }

  private static Fixed fix(String text, Rule... rules) {
    return new Fixer(FixLevel.RISKY).fix(audit(text, rules));
  }

  private static Audit audit(String text, Rule... rules) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    return new Auditor(Ruleset.of(List.of(rules)))
        .audit(Project.of(file, LocalDate.of(2026, 11, 22)));
  }

  private static String text(Fixed fixed) {
    assertThat(fixed.changes()).hasSize(1);
    return fixed.changes().get(0).after().text();
  }

  /** Finds a text and replaces it, as long as it is there. */
  private static Rule replace(int number, String old, String replacement) {
    return rule(
        number,
        file ->
            at(file, old).map(i -> Fix.safe("Replace", place(file, old).replaceWith(replacement))));
  }

  /** Adds lines at the end, as entries of a mapping are, as long as they are not there. */
  private static Rule add(int number, String lines, int column, String key) {
    return rule(
        number,
        file -> {
          String text = file.source().text();
          if (text.lines().anyMatch(lines.strip()::equals)) {
            return Stream.empty();
          }
          return Stream.of(
              Fix.safe(
                  "Add",
                  new TextEdit(
                      file.source().range(text.length(), text.length()),
                      text.endsWith("\n") ? lines : "\n" + lines,
                      new Entries(column, Set.of(key), Set.of()))));
        });
  }

  private static Stream<Instruction> at(Dockerfile file, String text) {
    return file.instructions().stream()
        .filter(instruction -> instruction.range().text().contains(text));
  }

  private static SourceRange place(Dockerfile file, String text) {
    int start = file.source().text().indexOf(text);
    return file.source().range(start, start + text.length());
  }

  private static Rule rule(int number, Function<Dockerfile, Stream<Fix>> fixes) {
    RuleInfo info = RuleInfo.warning("DA140" + number, "test-" + number).summary("Test").build();
    return new FixingRule(info, fixes);
  }

  /** Reports every fix at the place of its first edit. */
  private record FixingRule(RuleInfo info, Function<Dockerfile, Stream<Fix>> fixes)
      implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return info.toBuilder();
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return fixes.apply(file).map(fix -> finding(() -> first(fix).range(), "Test").fixedBy(fix));
    }

    private static TextEdit first(Fix fix) {
      return fix.edits().get(0);
    }
  }
}
