package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

@MojoTest
class FixMojoTest {

  private static final String SECRET = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

  @Test
  @Basedir("/mojo/fixable")
  @InjectMojo(goal = "fix", pom = "pom.xml")
  @MojoParameter(name = "fixLevel", value = "risky")
  @MojoParameter(name = "onlyRules", value = "add-for-plain-copy")
  @MojoParameter(name = "dryRun", value = "true")
  void aDryRunPrintsTheChangeWithoutSecretsAndMakesItNot(FixMojo mojo) throws Exception {
    Path file = Path.of(MojoExtension.getBasedir(), "Dockerfile");
    byte[] before = Files.readAllBytes(file);
    List<String> printed = printed(mojo);
    assertThat(file).hasBinaryContent(before);
    assertThat(printed)
        .contains("--- a/Dockerfile", "-ADD app.jar /app/app.jar", "+COPY app.jar /app/app.jar")
        .contains("1 finding would be fixed in 1 file, 0 left")
        .noneMatch(line -> line.contains(SECRET))
        .anyMatch(line -> line.startsWith(" ENV API_TOKEN=****"));
  }

  @Test
  @Basedir("/mojo/fixable")
  @InjectMojo(goal = "fix", pom = "pom.xml")
  @MojoParameter(name = "fixLevel", value = "risky")
  @MojoParameter(name = "onlyRules", value = "add-for-plain-copy")
  @MojoParameter(name = "patch", value = "target/harness/fix.patch")
  void aPatchHoldsTheLinesAsTheyAre(FixMojo mojo) throws Exception {
    Path file = Path.of(MojoExtension.getBasedir(), "Dockerfile");
    byte[] before = Files.readAllBytes(file);
    mojo.execute();
    assertThat(file).hasBinaryContent(before);
    assertThat(Path.of(MojoExtension.getBasedir(), "target", "harness", "fix.patch"))
        .content(StandardCharsets.UTF_8)
        .contains("\n-ADD app.jar /app/app.jar\n+COPY app.jar /app/app.jar\n", SECRET);
  }

  @Test
  @Basedir("/mojo/fixable")
  @InjectMojo(goal = "fix", pom = "pom.xml")
  @MojoParameter(name = "patch", value = "pom.xml")
  void aPatchTakesThePlaceOfNoOtherFile(FixMojo mojo) throws Exception {
    Path pom = Path.of(MojoExtension.getBasedir(), "pom.xml");
    byte[] before = Files.readAllBytes(pom);
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageEndingWith(
            "pom.xml is there already, and no patch; choose another file with -Ddocker-audit.patch");
    assertThat(pom).hasBinaryContent(before);
  }

  @Test
  @Basedir("/mojo/fixable")
  @InjectMojo(goal = "fix", pom = "pom.xml")
  @MojoParameter(name = "fixLevel", value = "safe")
  @MojoParameter(name = "onlyRules", value = "add-for-plain-copy")
  void whatIsLeftIsSaidWithTheReason(FixMojo mojo) throws Exception {
    assertThat(printed(mojo))
        .contains(
            "  Dockerfile:2:1 DA1304 add-for-plain-copy: Replace ADD with COPY;"
                + " -Ddocker-audit.fixLevel=intended makes it")
        .contains("0 findings fixed in 0 files, 1 left");
  }

  @Test
  @Basedir("/mojo/fixable")
  @InjectMojo(goal = "fix", pom = "pom.xml")
  @MojoParameter(name = "onlyRules", value = "add-for-plain-copies")
  void aRuleThatIsNoneIsAWrongConfiguration(FixMojo mojo) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "There is no rule 'add-for-plain-copies' to choose (onlyRules in the POM);"
                + " did you mean 'add-for-plain-copy'?");
  }

  private static List<String> printed(FixMojo mojo) throws Exception {
    List<String> lines = new ArrayList<>();
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            lines.add(line.toString());
          }
        });
    mojo.execute();
    return lines;
  }
}
