package io.github.dockeraudit.rules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.FixPromise;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every built-in rule to the form that a rule has. */
class RuleCatalogueTest {

  private static final Path RETIRED_IDS = Path.of("src", "test", "resources", "retired-ids.txt");
  private static final String PACKAGE = "io.github.dockeraudit.rules.";
  private static final int LONGEST_MESSAGE = 100;

  private static final Path SOURCES =
      Path.of("src", "main", "java", "io", "github", "dockeraudit", "rules");
  private static final long MOST_FILES_OF_A_PACKAGE = 40;

  /** They report what Docker refuses, so their cases are refused. */
  private static final Set<String> ABOUT_REFUSED_FILES =
      Set.of("unknown-instruction", "invalid-instruction");

  /** To it a file without a final newline is another one. */
  private static final String ABOUT_FINAL_NEWLINE = "missing-final-newline";

  /** A heredoc would give the shell the carriage returns of the file. */
  private static final String NOT_FOR_CRLF = "chained-script";

  @TestFactory
  Stream<DynamicNode> idNameClassAndPackageAgree() {
    return forEachRule(
        rule -> {
          RuleInfo info = rule.info();
          assertThat(rule.getClass().getSimpleName()).isEqualTo(camelCase(info.name()));
          assertThat(rule.getClass().getPackageName() + ".")
              .startsWith(
                  PACKAGE + lowerCase(info.subject()) + "." + info.category().label() + ".");
        });
  }

  @Test
  void noPackageHoldsMoreThanOneCanLookOver() {
    assertThat(rules().collect(groupingBy(rule -> rule.getClass().getPackageName(), counting())))
        .allSatisfy(
            (name, count) -> assertThat(count).as(name).isLessThan(MOST_FILES_OF_A_PACKAGE));
  }

  /** Imports and all: a longer one means that the model lacks a question. */
  @Test
  void rulesStaySmall() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Long> sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .map(RuleCatalogueTest::size)
              .sorted()
              .toList();
      assertThat(sizes).hasSizeGreaterThan(200);
      assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(80);
      assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine of ten").isLessThan(120);
      assertThat(sizes.get(sizes.size() - 1)).as("longest").isLessThanOrEqualTo(150);
    }
  }

  private static long size(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void idsAreUniqueAndNotThoseOfRetiredRules() throws IOException {
    List<String> ids = rules().map(rule -> rule.info().id()).toList();
    List<String> retired =
        Files.readAllLines(RETIRED_IDS).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).noneMatch(retired::contains);
  }

  @TestFactory
  Stream<DynamicNode> everyRuleExplainsItself() {
    return forEachRule(
        rule -> {
          RuleInfo info = rule.info();
          assertThat(info.summary()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
          assertThat(info.summary()).doesNotEndWith(".").doesNotContain("\n");
          assertThat(info.why()).isNotBlank().endsWith(".\n");
          assertThat(info.bad()).isNotBlank().isNotEqualTo(info.good());
          assertThat(info.bad().endsWith("\n")).isNotEqualTo(isAboutFinalNewline(rule));
          assertThat(info.good()).isNotBlank().endsWith("\n");
          assertThat(info.aliases()).doesNotHaveDuplicates();
          assertThat(info.aliases()).allMatch(alias -> alias.matches("[a-z]+:\\S+"));
          assertThat(info.since()).matches("\\d+\\.\\d+\\.\\d+");
        });
  }

  /** It is asked of one rule of the class, whatever that one's options. */
  @TestFactory
  Stream<DynamicNode> whatARuleSaysOfItselfDoesNotDependOnItsOptions() {
    return forEachCase(
        (rule, fixture) -> assertThat(rule.describe().build()).isEqualTo(rule.info()));
  }

  @TestFactory
  Stream<DynamicNode> theBadExampleFiresAndTheGoodOneIsSilent() {
    return forEachRule(
        rule -> {
          assertThat(example(rule, rule.info().bad()).findings(rule)).isNotEmpty();
          assertThat(example(rule, rule.info().good()).report(rule)).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicNode> aPromisedFixTurnsTheBadExampleIntoTheGoodOne() {
    return rules()
        .filter(rule -> rule.info().fix() != FixPromise.NEVER)
        .map(
            rule ->
                dynamicTest(
                    rule.info().name(),
                    () ->
                        assertThat(example(rule, rule.info().bad()).fixed(rule))
                            .isEqualTo(example(rule, rule.info().good()))));
  }

  @TestFactory
  Stream<DynamicNode> rulesFixWhatTheyPromiseToAndNothingElse() {
    return forEachCase(
        (rule, fixture) ->
            assertThat(fixture.specimen().findings(rule))
                .allSatisfy(
                    finding -> {
                      switch (rule.info().fix()) {
                        case NEVER -> assertThat(finding.fix()).isEmpty();
                        case ALWAYS -> assertThat(finding.fix()).isPresent();
                        case SOMETIMES -> assertThat(finding).isNotNull();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicNode> fixingTwiceIsFixingOnce() {
    return forEachFixableCase(
        (rule, fixture) -> {
          Specimen once = fixture.specimen().fixed(rule);
          assertThat(once.fixed(rule)).isEqualTo(once);
        });
  }

  @TestFactory
  Stream<DynamicNode> fixesKeepLineEndingsAndByteOrderMark() {
    return forEachFixableCase(
        (rule, fixture) -> {
          Specimen files = fixture.specimen();
          Specimen fixed = files.fixed(rule);
          UnaryOperator<String> crlf = text -> text.replace("\n", "\r\n");
          if (isForCrLf(rule)) {
            assertThat(files.with(crlf).fixed(rule)).as("with CRLF").isEqualTo(fixed.with(crlf));
          }
          assertThat(files.withByteOrderMark().fixed(rule).withoutByteOrderMark())
              .as("with a byte order mark")
              .isEqualTo(fixed);
          assertThat(
                  files
                      .with(RuleCatalogueTest::withoutFinalNewline)
                      .fixed(rule)
                      .withFinalNewlines())
              .as("without final newline")
              .isEqualTo(fixed.withFinalNewlines());
        });
  }

  @TestFactory
  Stream<DynamicNode> aSafeFixMakesNoOtherRuleFire() {
    Ruleset all = Ruleset.of(rules().toList());
    return forEachFixableCase(
        (rule, fixture) -> {
          List<String> before = fixture.specimen().findings(all);
          List<String> after = fixture.specimen().fixed(rule, FixLevel.SAFE).findings(all);
          assertThat(before).containsAll(after);
        });
  }

  private static boolean isAboutFinalNewline(Rule rule) {
    return rule.info().name().equals(ABOUT_FINAL_NEWLINE);
  }

  private static boolean isForCrLf(Rule rule) {
    return !rule.info().name().equals(NOT_FOR_CRLF);
  }

  private static Stream<DynamicNode> forEachFixableCase(CaseTest test) {
    return forEachCase(rule -> rule.info().fix() != FixPromise.NEVER, test);
  }

  @TestFactory
  Stream<DynamicNode> dockerAcceptsTheExamples() {
    return forEachRule(
        rule -> {
          assertAccepted(example(rule, rule.info().good()));
          if (!ABOUT_REFUSED_FILES.contains(rule.info().name())) {
            assertAccepted(example(rule, rule.info().bad()));
          }
        });
  }

  @TestFactory
  Stream<DynamicNode> everyRuleHasAFiringAndASilentCase() {
    return forEachRule(
        rule -> {
          Predicate<Fixture> fires = fixture -> Files.exists(fixture.golden());
          assertThat(Fixture.of(rule)).anyMatch(fires).anyMatch(fires.negate());
        });
  }

  @TestFactory
  Stream<DynamicNode> messagesAreOneShortLineWithoutAFullStop() {
    return forEachCase(
        (rule, fixture) ->
            assertThat(fixture.specimen().findings(rule))
                .extracting(Finding::message)
                .allSatisfy(
                    message ->
                        assertThat(message)
                            .hasSizeLessThanOrEqualTo(LONGEST_MESSAGE)
                            .doesNotContain("\n")
                            .doesNotEndWith(".")));
  }

  @TestFactory
  Stream<DynamicNode> lineEndingsByteOrderMarkAndFinalNewlineChangeNothing() {
    return forEachCase(
        (rule, fixture) -> {
          Specimen files = fixture.specimen();
          String report = files.report(rule);
          if (isForCrLf(rule)) {
            assertThat(files.with(text -> text.replace("\n", "\r\n")).report(rule))
                .as("with CRLF")
                .isEqualTo(report);
          }
          assertThat(files.withByteOrderMark().report(rule))
              .as("with a byte order mark")
              .isEqualTo(report);
          if (!isAboutFinalNewline(rule)) {
            assertThat(files.with(RuleCatalogueTest::withoutFinalNewline).report(rule))
                .as("without final newline")
                .isEqualTo(report);
          }
        });
  }

  @TestFactory
  Stream<DynamicNode> aRunIsJudgedAlikeInsideOnbuild() {
    return forEachCase(
        rule -> rule instanceof DockerfileRule,
        (rule, fixture) -> {
          Specimen files = fixture.specimen();
          assertThat(inRuns(files.with(RuleCatalogueTest::wrapRunsInOnbuild).findings(rule)))
              .isEqualTo(inRuns(files.findings(rule)));
        });
  }

  @TestFactory
  Stream<DynamicNode> everyOptionChangesSomethingInSomeCase() {
    return rules()
        .flatMap(rule -> rule.info().options().stream().map(option -> changes(rule, option)));
  }

  private static DynamicNode changes(Rule rule, Option option) {
    return dynamicTest(
        rule.info().name() + ": " + option.name(),
        () ->
            assertThat(Fixture.of(rule))
                .filteredOn(fixture -> fixture.options().containsKey(option.name()))
                .anyMatch(
                    fixture ->
                        !outcome(fixture, rule)
                            .equals(outcome(fixture, fixture.configured(rule)))));
  }

  /** What the rule says of a case, and what its fixes make of it. */
  private static List<Object> outcome(Fixture fixture, Rule rule) {
    return List.of(fixture.specimen().report(rule), fixture.specimen().fixed(rule));
  }

  /** What a page says is the default is what the constructor takes. */
  @TestFactory
  Stream<DynamicNode> anOptionThatIsSetToItsDefaultChangesNothing() {
    return forEachRule(
        rule -> {
          Map<String, List<String>> defaults =
              rule.info().options().stream()
                  .collect(toMap(Option::name, RuleCatalogueTest::written));
          Rule set = rule.with(Options.of(defaults));
          assertThat(defaults.isEmpty() ? List.<Fixture>of() : Fixture.of(rule))
              .allSatisfy(
                  fixture -> assertThat(outcome(fixture, set)).isEqualTo(outcome(fixture, rule)));
        });
  }

  private static List<String> written(Option option) {
    String text = option.defaultValue();
    if (option.type() != Option.Type.LIST) {
      return List.of(text);
    }
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  @TestFactory
  Stream<DynamicNode> casesSetOnlyOptionsThatTheirRuleHas() {
    return forEachRule(
        rule -> {
          Set<String> names = rule.info().options().stream().map(Option::name).collect(toSet());
          assertThat(Fixture.of(rule))
              .allSatisfy(fixture -> assertThat(names).containsAll(fixture.options().keySet()));
        });
  }

  private static Stream<Rule> rules() {
    return Ruleset.load(Rule.class.getClassLoader()).rules().stream()
        .filter(rule -> rule.getClass().getPackageName().startsWith(PACKAGE));
  }

  private static Stream<DynamicNode> forEachRule(Consumer<Rule> test) {
    return rules().map(rule -> dynamicTest(rule.info().name(), () -> test.accept(rule)));
  }

  private static Stream<DynamicNode> forEachCase(CaseTest test) {
    return forEachCase(rule -> true, test);
  }

  private static Stream<DynamicNode> forEachCase(Predicate<Rule> which, CaseTest test) {
    return rules()
        .filter(which)
        .flatMap(
            rule ->
                Fixture.of(rule).stream()
                    .map(
                        fixture ->
                            dynamicTest(
                                fixture.toString(),
                                () -> test.accept(fixture.configured(rule), fixture))));
  }

  private interface CaseTest {
    void accept(Rule rule, Fixture fixture);
  }

  private static Specimen example(Rule rule, String text) {
    return Specimen.ofExample(text, rule.info().subject());
  }

  private static void assertAccepted(Specimen example) {
    for (Dockerfile file : example.dockerfiles()) {
      assertThat(file.problems()).as(file.source().text()).isEmpty();
    }
  }

  /** What was found in a RUN, whatever the column. */
  private static List<String> inRuns(List<Finding> findings) {
    return findings.stream()
        .filter(RuleCatalogueTest::isInRun)
        .map(finding -> finding.range().from().line() + " " + finding.message())
        .toList();
  }

  private static boolean isInRun(Finding finding) {
    return Dockerfile.parse(finding.range().source())
        .all(Run.class)
        .map(Run::range)
        .anyMatch(run -> run.contains(finding.range()));
  }

  private static String wrapRunsInOnbuild(String text) {
    StringBuilder wrapped = new StringBuilder(text);
    List<Run> runs =
        Dockerfile.parse(Source.of("Dockerfile", text)).instructions().stream()
            .filter(Run.class::isInstance)
            .map(Run.class::cast)
            .toList();
    for (int i = runs.size() - 1; i >= 0; i--) {
      wrapped.insert(runs.get(i).keyword().range().start(), "ONBUILD ");
    }
    return wrapped.toString();
  }

  private static String withoutFinalNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static String camelCase(String name) {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
