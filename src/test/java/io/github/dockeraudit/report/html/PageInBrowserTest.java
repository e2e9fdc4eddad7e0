package io.github.dockeraudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.report.chapter.AuditDocument;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.document.HostileTexts;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as people meet it; left out where no Chromium is installed. */
class PageInBrowserTest {

  private static final String VISIBLE =
      "[...document.querySelectorAll('.finding')].filter(f => f.offsetParent !== null)";

  @TempDir static Path folder;

  private static Browser browser;
  private static Path sample;
  private static Path hostile;

  @BeforeAll
  static void start() throws IOException {
    assumeThat(Browser.program())
        .as("Chromium on the PATH; without it no page is tried")
        .isPresent();
    browser = Browser.start(folder.resolve("profile"));
    sample = write("sample.html", AuditDocument.of(sample(), "1.0.0"));
    hostile = write("hostile.html", HostileTexts.document());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void showOnScreen() {
    browser.show("screen", "light");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280})
  void thePageIsNeverWiderThanTheWindow(int width) {
    for (Path page : List.of(sample, hostile)) {
      browser.open(page, width, 800);
      assertThat(browser.evaluate(stickingOut(width)).toString()).as("sticks out").isEqualTo("[]");
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as("%s in %d pixels", page, width)
          .isLessThanOrEqualTo(width);
    }
  }

  /** What is wider than the window without a box to scroll in. */
  private static String stickingOut(int width) {
    return """
        [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.scroll, nav ul, .vh, svg') && e.getBoundingClientRect().right > %d + 1)
          .map(e => e.tagName + '.' + e.className)"""
        .formatted(width);
  }

  @Test
  void theConsoleStaysEmptyAndNothingIsFetched() {
    for (Path page : List.of(sample, hostile)) {
      browser.open(page, 1280, 800);
      browser.evaluate("new Promise(done => setTimeout(done, 300))");
      assertThat(browser.events("Log.entryAdded")).as("log of %s", page).isEmpty();
      assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
      assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
      assertThat(requests()).containsExactly(page.toUri().toString());
    }
  }

  private static List<String> requests() {
    return browser.events("Network.requestWillBeSent").stream()
        .map(event -> event.getAsJsonObject("params").getAsJsonObject("request"))
        .map((JsonObject request) -> request.get("url").getAsString())
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  @Test
  void aBoxThatIsClearedHidesItsFindingsAndFilesWithoutAny() {
    browser.open(sample, 1280, 800);
    int all = browser.number(VISIBLE + ".length");
    int errors = browser.number("document.querySelectorAll('.finding.error').length");
    assertThat(errors).isPositive().isLessThan(all);
    browser.evaluate("document.querySelector('.filter [id$=-error]').click()");
    assertThat(browser.number(VISIBLE + ".length")).isEqualTo(all - errors);
    browser.evaluate(
        "document.querySelectorAll('.filter [id$=-warning], .filter [id$=-info]').forEach(b => b.click())");
    assertThat(browser.number(VISIBLE + ".length")).isZero();
    assertThat(visible(".file")).isZero();
    assertThat(visible(".none")).isEqualTo(1);
    browser.evaluate("document.querySelector('.filter [id$=-error]').click()");
    assertThat(browser.number(VISIBLE + ".length")).isEqualTo(errors);
    assertThat(visible(".file")).isPositive();
    assertThat(visible(".none")).isZero();
  }

  private static int visible(String selector) {
    return browser.number(
        "[...document.querySelectorAll('%s')].filter(e => e.offsetParent !== null).length"
            .formatted(selector));
  }

  @Test
  void theFilterWorksByKeyboardAndWithoutScripts() {
    browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.open(sample, 1280, 800);
      int all = browser.number(VISIBLE + ".length");
      int errors = browser.number("document.querySelectorAll('.finding.error').length");
      browser.evaluate("document.querySelector('.filter [id$=-error]').focus()");
      browser.press(" ", 32);
      assertThat(browser.number(VISIBLE + ".length")).isEqualTo(all - errors);
    } finally {
      browser.send("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void theFirstTabLeadsToTheContent() {
    browser.open(sample, 1280, 800);
    browser.press("Tab", 9);
    assertThat(browser.evaluate("document.activeElement.className").getAsString())
        .isEqualTo("skip");
    assertThat(browser.number("document.activeElement.getBoundingClientRect().top"))
        .as("it is seen as soon as it has the focus")
        .isNotNegative();
  }

  @Test
  void nothingThatAFileHoldsBecomesPartOfThePage() {
    browser.open(hostile, 1280, 800);
    assertThat(
            browser.number(
                "document.querySelectorAll('script, img, iframe, object, embed, base, input:not(.filter input), b:not(.filter b, .finding > p > b)').length"))
        .isZero();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on') || /^(href|src|action|formaction|srcdoc|style)$/.test(a.name) && !/^(#[a-z0-9-]+|https:..example.com.a_.b..c=1&d='2'|data:image.svg.xml,.*)$/.test(a.value)).map(a => a.name)")
                .toString())
        .isEqualTo("[]");
    assertThat(browser.evaluate("typeof window.taken").getAsString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.title").getAsString()).contains(HostileTexts.MARKUP);
    assertThat(
            browser.number(
                "document.documentElement.textContent.split('<img src=x onerror=').length - 1"))
        .as("it is shown instead")
        .isGreaterThan(40);
  }

  @Test
  void headingsComeInOrderAndLinksLeadSomewhere() {
    for (Path page : List.of(sample, hostile)) {
      browser.open(page, 1280, 800);
      assertThat(browser.number("document.querySelectorAll('h1').length")).isEqualTo(1);
      assertThat(
              browser
                  .evaluate(
                      """
                      [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])
                        .filter((level, i, all) => i > 0 && level > all[i - 1] + 1)""")
                  .toString())
          .as("levels that are left out in %s", page)
          .isEqualTo("[]");
      assertThat(
              browser
                  .evaluate(
                      """
                      [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
                        .filter(id => !document.getElementById(id))""")
                  .toString())
          .as("links to nothing in %s", page)
          .isEqualTo("[]");
      assertThat(
              browser
                  .evaluate(
                      """
                      [...document.querySelectorAll('[id]')].map(e => e.id)
                        .filter((id, i, all) => all.indexOf(id) !== i)""")
                  .toString())
          .as("ids of several elements")
          .isEqualTo("[]");
    }
  }

  @Test
  void aPictureHasANameForThoseWhoDoNotSeeIt() {
    browser.open(hostile, 1280, 800);
    assertThat(
            browser.number(
                "[...document.querySelectorAll('svg:not([aria-hidden])')].filter(s => s.getAttribute('role') !== 'img' || !s.querySelector('title').textContent).length"))
        .isZero();
  }

  @Test
  void printedEverythingIsOpenAndNothingIsToClick() {
    browser.open(sample, 800, 1100);
    String hidden =
        "document.body.offsetHeight && [...document.querySelectorAll('details:not([open]) .diff')].filter(d => !d.checkVisibility({contentVisibilityAuto: true}) || d.offsetHeight === 0).length";
    int closed = browser.number("document.querySelectorAll('details:not([open]) .diff').length");
    assertThat(closed).isPositive();
    assertThat(browser.number(hidden)).isEqualTo(closed);
    browser.show("print", "dark");
    assertThat(browser.number(hidden)).as("diffs that are not printed").isZero();
    assertThat(visible(".filter")).isZero();
    assertThat(visible("nav")).isZero();
    assertThat(background()).as("paper is white").isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void itIsDarkForThoseWhoLikeItDark() {
    browser.open(sample, 1280, 800);
    String light = background();
    browser.show("screen", "dark");
    assertThat(background()).isNotEqualTo(light).isEqualTo("rgb(13, 19, 29)");
  }

  private static String background() {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").getAsString();
  }

  private static Audit sample() {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(RuleInfo::enabled);
    return Auditor.mended(
        new Auditor(rules)
            .audit(
                Discovery.of(Path.of("src", "it", "sample-service"))
                    .today(LocalDate.of(2026, 11, 22))
                    .discover()));
  }

  private static Path write(String name, Document document) throws IOException {
    return Files.writeString(folder.resolve(name), PageWriter.write(document).toString());
  }
}
