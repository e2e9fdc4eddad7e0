package io.github.dockeraudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the README's picture of the report of the sample project; fonts differ by machine. */
class ReportPictureTest {

  private static final Path PICTURE = Path.of("docs", "images", "report.webp");
  private static final int LARGEST = 150_000;

  @Test
  @EnabledIfSystemProperty(named = "picture.update", matches = ".*")
  void thePictureIsTaken(@TempDir Path folder) throws IOException {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(RuleInfo::enabled);
    Discovery sample =
        Discovery.of(Path.of("src", "it", "sample-service")).today(LocalDate.of(2026, 11, 22));
    StringBuilder page = new StringBuilder();
    new HtmlReporter("1.0.0")
        .write(Auditor.mended(new Auditor(rules).audit(sample.discover())), page);
    Path file = Files.writeString(folder.resolve("audit.html"), page);
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.open(file, 1280, 1240);
      byte[] picture = browser.picture();
      assertThat(picture).hasSizeLessThan(LARGEST);
      Files.write(PICTURE, picture);
    }
  }
}
