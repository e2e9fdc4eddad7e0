package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckMojoTest {

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "outputDirectory", value = "target/harness")
  void moreViolationsThanAllowedFailTheBuild(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("DA1001 unknown-instruction")
        .hasMessageContaining("audit.json");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "outputDirectory", value = "target/harness")
  @MojoParameter(name = "failOnViolation", value = "false")
  void withoutFailOnViolationTheBuildGoesOn(CheckMojo mojo) throws Exception {
    Path report = Path.of(MojoExtension.getBasedir(), "target", "harness", "audit.json");
    Files.deleteIfExists(report);
    mojo.execute();
    assertThat(report).exists();
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "profile", value = "strictest")
  void aWordThatAParameterDoesNotKnowIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("profile is 'strictest'; give one of recommended, strict, all");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "compareTo", value = "absent/audit.json")
  void anEarlierAuditThatIsNotThereIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("compareTo is ")
        .hasMessageContaining("absent")
        .hasMessageEndingWith("leave compareTo out");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "today", value = "tomorrow")
  void aDayThatIsNoDateIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("today is 'tomorrow'; give a date such as 2026-11-22");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "maxAllowedViolations", value = "-1")
  void aNegativeAllowanceIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("maxAllowedViolations");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "outputDirectory", value = "target/harness")
  @MojoParameter(name = "maxAllowedViolations", value = "99")
  @MojoParameter(name = "minGrades", value = "architecture=A+, security=F")
  void aGradeThatIsNotReachedFailsTheBuild(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("Architecture is ")
        .hasMessageContaining("at least A+ (95) is asked for")
        .hasMessageContaining("DA1001 unknown-instruction costs ")
        .hasMessageNotContaining("Security is");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "minGrades", value = "safety=A")
  void anAspectThatThereIsNotIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("minGrades is 'safety'; give one of architecture, security,");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "minGrade", value = "E")
  void aGradeThatThereIsNotIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("minGrade is 'E'; give one of A+, A, A-, B+, B, B-, C+, C, C-, D, F");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "minScore", value = "101")
  void aScoreThatNoProjectCanHaveIsAWrongConfiguration(CheckMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("minScore is 101; give a number from 0 to 100");
  }

  @Test
  @Basedir("/mojo/faulty")
  @InjectMojo(goal = "check", pom = "pom.xml")
  @MojoParameter(name = "outputDirectory", value = "target/harness")
  @MojoParameter(name = "failOnViolation", value = "false")
  @MojoParameter(name = "skipRules", value = "DA1001, missing-user, ")
  void blanksAroundTheCommasOfAListDoNotMatter(CheckMojo mojo) throws Exception {
    mojo.execute();
  }
}
