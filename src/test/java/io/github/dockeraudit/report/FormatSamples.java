package io.github.dockeraudit.report;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Audits to be reported. */
final class FormatSamples {

  /** Few, so that reports stay readable and a new rule changes none of them. */
  private static final Set<String> RULES =
      Set.of(
          "add-for-plain-copy",
          "cd-in-run",
          "dependency-without-condition",
          "hard-coded-secret",
          "latest-image",
          "missing-user",
          "published-data-port",
          "secret-in-variable");

  private FormatSamples() {}

  /** That of {@code src/test/resources/formats/shop} by a few rules. */
  static Audit shop() {
    Path folder = Path.of("src", "test", "resources", "formats", "shop");
    return audit(folder, allRules().where(rule -> RULES.contains(rule.name())));
  }

  /** That of a project before and after its great clean-up by all rules. */
  static List<Audit> acceptance() {
    Path folder = Path.of("src", "test", "resources", "acceptance");
    return List.of(
        audit(folder.resolve("before"), allRules()), audit(folder.resolve("after"), allRules()));
  }

  /** That of files whose names and texts try to break out of every format, by all rules. */
  static Audit hostile(Path folder) throws IOException {
    String nasty = "a\"b'<c>&amp;]]>,d::e%0A%f\u001B[31m\n::error::x🐳 ";
    Files.writeString(
        folder.resolve(nasty + ".Dockerfile"),
        """
        FROM alpine:3.8
        # docker-audit ignore=DA1304 -- "]]><script>%%0A::error::\u0007 🐳
        ADD x /
        ADD "]]>,a::b%%0A🐳\u0001.txt" /
        ENV A_PASSWORD="]]>%%0A::x\u0002"
        USER "r\u0003oot"
        """);
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          "]]> ::error::%%0A\\u0001 🐳":
            image: "postgres:16"
            ports: ["5432:5432"]
            depends_on: ["<&\\"'"]
        """);
    return audit(folder, allRules());
  }

  /** One in which a rule broke down over a text that must not be told. */
  static Audit failed() {
    Audit audit = shop();
    RuleFailure failure =
        new RuleFailure(
            audit.findings().get(0).rule(),
            "Dockerfile",
            new IllegalStateException("tr0ub4dor is no number"));
    return new Audit(
        audit.project(), audit.rules(), audit.findings(), audit.suppressed(), List.of(failure));
  }

  private static Audit audit(Path folder, Ruleset rules) {
    return new Auditor(rules)
        .audit(Discovery.of(folder).today(LocalDate.of(2026, 11, 22)).discover());
  }

  private static Ruleset allRules() {
    return Ruleset.load(Rule.class.getClassLoader());
  }
}
