package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.generate.Draft;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rules.Golden;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Generates for every folder in {@code src/test/resources/generate} and compares with the golden
 * beside it. The POMs name all that they use, as nothing is inherited here.
 */
class GenerateCasesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "generate");
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  @TestFactory
  Stream<DynamicTest> everyCaseGivesItsGolden() throws IOException {
    return cases()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () ->
                        Golden.holds(
                            folder.resolveSibling(folder.getFileName() + ".generated"),
                            report(generate(folder, false)))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsGeneratedIsFreeOfFindings() throws IOException {
    return cases()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      Generated generated = generate(folder, false);
                      List<String> paths =
                          generated.changes().stream().map(change -> change.path()).toList();
                      assertThat(audit(generated.project()).findings())
                          .filteredOn(f -> paths.contains(f.range().source().path()))
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsThereIsReplacedUnlessItIsAskedFor() throws IOException {
    return cases()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      Project after = generate(folder, false).project();
                      assertThat(generator(folder, false).generate(after, parts()).changes())
                          .isEmpty();
                    }));
  }

  private static Stream<Path> cases() throws IOException {
    try (Stream<Path> paths = Files.list(CASES)) {
      return paths.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static Generated generate(Path folder, boolean force) throws Exception {
    Discovery discovery = Discovery.of(folder).today(TODAY);
    Project project = Poms.model(folder).map(discovery::maven).orElse(discovery).discover();
    return generator(folder, force).generate(project, parts());
  }

  private static EnumSet<Part> parts() {
    return EnumSet.allOf(Part.class);
  }

  private static Generator generator(Path folder, boolean force) {
    return new Generator(path -> text(folder, path), force);
  }

  private static Optional<Source> text(Path folder, String path) {
    try {
      return Files.isRegularFile(folder.resolve(path))
          ? Optional.of(Source.of(path, Files.readAllBytes(folder.resolve(path))))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Audit audit(Project project) {
    Ruleset rules =
        new RuleSelection(Profile.RECOMMENDED, List.of())
            .from(Ruleset.load(Rule.class.getClassLoader()));
    return new Auditor(rules).audit(project);
  }

  private static String report(Generated generated) {
    StringBuilder report = new StringBuilder();
    for (Draft draft : generated.drafts()) {
      report.append("==> %s: %s <==\n".formatted(draft.path(), draft.remark()));
      draft.change().ifPresent(change -> report.append(change.after().text()));
    }
    return report.toString();
  }
}
