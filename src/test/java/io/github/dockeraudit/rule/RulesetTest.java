package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.AuditException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesetTest {

  @TempDir Path folder;

  private final Rule user = rule("DA1103", "missing-user", "trivy:DS-0002", "kics:missing-user");
  private final Rule root = rule("DA1102", "root-user", "trivy:DS-0002");
  private final Ruleset rules = Ruleset.of(List.of(user, root));

  @Test
  void rulesComeInTheOrderOfTheirIds() {
    assertThat(rules.rules()).containsExactly(root, user);
  }

  @Test
  void aRuleIsFoundByIdNameAndAliasInAnyCase() {
    assertThat(rules.called("da1103")).containsExactly(user);
    assertThat(rules.called("Missing-User")).containsExactly(user);
    assertThat(rules.called("kics:missing-user")).containsExactly(user);
  }

  @Test
  void anAliasMayStandForSeveralRules() {
    assertThat(rules.called("DS-0002")).containsExactly(root, user);
    assertThat(rules.called("trivy:ds-0002")).containsExactly(root, user);
  }

  @Test
  void nobodyIsCalledSomethingElse() {
    assertThat(rules.called("DA9999")).isEmpty();
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    Rule twin = rule("DA1104", "missing-user");
    assertThatThrownBy(() -> Ruleset.of(List.of(user, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing-user");
  }

  /** A rule as a user may get it wrong. */
  public static final class Broken implements DockerfileRule {

    /** Throws. */
    public Broken() {
      throw new IllegalStateException("no settings");
    }

    @Override
    public RuleInfo.Builder describe() {
      throw new AssertionError();
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      throw new AssertionError();
    }
  }

  @Test
  void aRuleThatCannotBeMadeIsNamedWithTheReason() {
    assertThatThrownBy(() -> load(Broken.class.getName()))
        .isInstanceOf(AuditException.class)
        .hasMessageContainingAll(
            "Broken could not be instantiated",
            "IllegalStateException: no settings",
            "take its JAR out");
  }

  /** A rule whose name a user got wrong. */
  public static final class Misnamed implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return RuleInfo.error("ACME1101", "Foreign Registry");
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      throw new AssertionError();
    }
  }

  @Test
  void aRuleThatDescribesItselfWronglyIsNamedWithTheReason() {
    assertThatThrownBy(() -> load(Misnamed.class.getName()))
        .isInstanceOf(AuditException.class)
        .hasMessageContainingAll(
            "Misnamed describes no rule",
            "'Foreign Registry' is not a name such as missing-user",
            "take its JAR out");
  }

  /** A rule that looks for its text where none is. */
  public static final class Unreadable implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      throw new UncheckedIOException(new IOException("why.md is not there"));
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      throw new AssertionError();
    }
  }

  /** A rule that describes itself by what follows from its description. */
  public static final class Circular implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return info().toBuilder();
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      throw new AssertionError();
    }
  }

  @Test
  void aRuleThatBreaksDownOverItsDescriptionIsNamedWithTheReason() {
    assertThatThrownBy(() -> load(Unreadable.class.getName()))
        .isInstanceOf(AuditException.class)
        .hasMessageContainingAll("Unreadable describes no rule", "why.md is not there");
    assertThatThrownBy(() -> load(Circular.class.getName()))
        .isInstanceOf(AuditException.class)
        .hasMessageContainingAll("Circular describes no rule", "StackOverflowError");
  }

  @Test
  void aRuleThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> load("com.example.Gone"))
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith("a rule cannot be loaded: Provider com.example.Gone not found; ");
  }

  @Test
  void whatIsNoRuleIsNamed() {
    assertThatThrownBy(() -> load(Ruleset.class.getName()))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("Ruleset not a subtype");
  }

  private void load(String provider) throws IOException {
    Path services = folder.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(services.resolve(Rule.class.getName()), provider + "\n");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Ruleset.load(loader);
    }
  }

  @Test
  void categoryAndSubjectAreReadOffTheId() {
    assertThat(user.info().subject()).isEqualTo(Subject.DOCKERFILE);
    assertThat(user.info().category()).isEqualTo(Category.SECURITY);
  }

  private static Rule rule(String id, String name, String... aliases) {
    return new Silent(RuleInfo.warning(id, name).aliases(aliases).build());
  }

  private record Silent(RuleInfo info) implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return info.toBuilder();
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return Stream.empty();
    }
  }
}
