package io.github.dockeraudit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Holds the packages in their direction. */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "io.github.dockeraudit";

  @ArchTest static final ArchRule source = only("source");
  @ArchTest static final ArchRule disk = only("disk");
  @ArchTest static final ArchRule git = only("git", "disk");
  @ArchTest static final ArchRule shell = only("shell", "source");
  @ArchTest static final ArchRule dockerfile = only("dockerfile", "source", "shell");
  @ArchTest static final ArchRule yaml = only("yaml", "source");
  @ArchTest static final ArchRule compose = only("compose", "source", "yaml");

  @ArchTest
  static final ArchRule project =
      only("project", "source", "disk", "shell", "dockerfile", "yaml", "compose");

  @ArchTest
  static final ArchRule facts =
      only("facts", "source", "shell", "dockerfile", "yaml", "compose", "project");

  @ArchTest
  static final ArchRule rule =
      only("rule", "source", "shell", "dockerfile", "yaml", "compose", "project", "facts");

  @ArchTest
  static final ArchRule rules =
      only("rules", "source", "shell", "dockerfile", "yaml", "compose", "project", "facts", "rule");

  @ArchTest
  static final ArchRule audit =
      only("audit", "source", "shell", "dockerfile", "yaml", "compose", "project", "facts", "rule");

  @ArchTest
  static final ArchRule shellcheck =
      only("shellcheck", "source", "shell", "dockerfile", "project", "facts", "rule");

  @ArchTest
  static final ArchRule fix =
      only(
          "fix",
          "source",
          "shell",
          "dockerfile",
          "yaml",
          "compose",
          "project",
          "facts",
          "rule",
          "audit");

  @ArchTest
  static final ArchRule generate =
      only(
          "generate",
          "source",
          "shell",
          "dockerfile",
          "yaml",
          "compose",
          "project",
          "facts",
          "fix");

  @ArchTest
  static final ArchRule config =
      only(
          "config",
          "source",
          "disk",
          "yaml",
          "project",
          "facts",
          "rule",
          "declarative",
          "audit",
          "fix");

  @ArchTest
  static final ArchRule declarative =
      only(
          "declarative",
          "source",
          "shell",
          "dockerfile",
          "yaml",
          "compose",
          "project",
          "facts",
          "rule");

  @ArchTest static final ArchRule reportDocument = only("report.document", "rule", "fix");

  @ArchTest
  static final ArchRule reportMarkdown = only("report.markdown", "report", "audit", "rule", "fix");

  @ArchTest
  static final ArchRule reportHtml = only("report.html", "report", "audit", "rule", "fix");

  @ArchTest
  static final ArchRule survey =
      only(
          "survey",
          "source",
          "shell",
          "dockerfile",
          "yaml",
          "compose",
          "project",
          "facts",
          "rule",
          "audit",
          "fix",
          "generate");

  @ArchTest
  static final ArchRule nobodyImportsRules =
      noClasses()
          .that(resideOutsideOfPackages(ROOT + ".rules.."))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + ".rules.."));

  @ArchTest
  static final ArchRule nobodyImportsMojo =
      noClasses()
          .that(resideOutsideOfPackages(ROOT + ".mojo.."))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + ".mojo.."));

  @ArchTest static final ArchRule mavenInOnePackage = soleUser("org.apache.maven..", "mojo");
  @ArchTest static final ArchRule snakeYamlInOnePackage = soleUser("org.yaml.snakeyaml..", "yaml");
  @ArchTest static final ArchRule diffUtilsInOnePackage = soleUser("com.github.difflib..", "fix");

  /** One writes it and one reads it: a report is read again, and so is what ShellCheck says. */
  @ArchTest
  static final ArchRule gsonInTwoPackages =
      noClasses()
          .that(resideOutsideOfPackages(ROOT + ".report..", ROOT + ".shellcheck.."))
          .should()
          .dependOnClassesThat(resideInAPackage("com.google.gson.."));

  @ArchTest
  static final ArchRule processesInTwoPackages =
      noClasses()
          .that(resideOutsideOfPackages(ROOT + ".shellcheck..", ROOT + ".git.."))
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|Runtime)");

  /**
   * Else an audit would be told again though a file has changed. Goals that write always run, and
   * that the program ShellCheck is the same is asked for itself.
   */
  @ArchTest
  static final ArchRule diskInOnePackage =
      noClasses()
          .that(
              resideOutsideOfPackages(
                  ROOT + ".disk..", ROOT + ".mojo..", ROOT + ".fix..", ROOT + ".shellcheck.."))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|FileInputStream|FileReader)")
          .orShould()
          .callMethod(Path.class, "toRealPath", LinkOption[].class);

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule classesAreFinalRecordsOrSealed =
      classes()
          .that(areConcrete())
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("a class is final unless it is made to be extended");

  @ArchTest
  static final ArchRule nothingButReportAndMojoPrints =
      noClasses()
          .that(resideOutsideOfPackages(ROOT + ".report..", ROOT + ".mojo.."))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchRule only(String name, String... allowed) {
    String[] packages =
        Arrays.stream(allowed).map(other -> ROOT + "." + other + "..").toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(ROOT + "." + name + ".."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAPackage(ROOT + "." + name + "..")))
                .and(DescribedPredicate.not(resideInAnyPackage(packages))))
        .as("%s imports only %s".formatted(name, Arrays.toString(allowed)));
  }

  private static ArchRule soleUser(String library, String owner) {
    return noClasses()
        .that(resideOutsideOfPackages(ROOT + "." + owner + ".."))
        .should()
        .dependOnClassesThat(resideInAPackage(library));
  }

  private static DescribedPredicate<JavaClass> areConcrete() {
    return DescribedPredicate.describe(
        "are concrete classes",
        type ->
            !type.isInterface()
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !type.getSimpleName().equals("package-info")
                && !type.isAssignableTo(Enum.class)
                && !type.getSimpleName().equals("HelpMojo"));
  }

  /** The rules above are tested by the runner of ArchUnit; this keeps them from being skipped. */
  @Test
  void everyPackageIsNamedInARule() {
    org.assertj.core.api.Assertions.assertThat(
            new com.tngtech.archunit.core.importer.ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT)
                    .stream()
                    .map(type -> type.getPackageName().substring(ROOT.length()))
                    .map(name -> name.isEmpty() ? "" : name.split("\\.")[1])
                    .distinct())
        .isSubsetOf(
            "source",
            "disk",
            "git",
            "shell",
            "dockerfile",
            "yaml",
            "compose",
            "project",
            "facts",
            "rule",
            "rules",
            "audit",
            "config",
            "declarative",
            "fix",
            "docs",
            "generate",
            "survey",
            "report",
            "shellcheck",
            "mojo");
  }
}
