package io.github.dockeraudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every colour of a text is far enough from what it stands on, in every scheme.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
class ContrastTest {

  private static final double LEAST = 4.5;
  private static final double LEAST_FOR_SHAPES = 3;
  private static final Pattern ROOT = Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL);
  private static final Pattern COLOR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

  /** A text colour and the colours that it stands on. */
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("text", List.of("page", "surface", "sunken")),
          Map.entry("muted", List.of("page", "surface", "sunken")),
          Map.entry("link", List.of("page", "surface", "sunken")),
          Map.entry("good", List.of("surface", "sunken", "good-soft")),
          Map.entry("fair", List.of("surface", "sunken", "fair-soft")),
          Map.entry("poor", List.of("surface", "sunken", "poor-soft")),
          Map.entry("plain", List.of("surface", "plain-soft")),
          Map.entry("mark-text", List.of("mark")),
          Map.entry("hero-text", List.of("hero", "hero-end", "hero-panel")),
          Map.entry("hero-muted", List.of("hero", "hero-end", "hero-panel")));

  /** What is no text but has to be told from what is around it. */
  private static final Map<String, List<String>> SHAPES =
      Map.of(
          "good", List.of("line"),
          "poor", List.of("line"),
          "hero-good", List.of("hero-track"),
          "hero-fair", List.of("hero-track"),
          "hero-poor", List.of("hero-track"));

  @TestFactory
  Stream<DynamicTest> textsCanBeRead() throws IOException {
    List<Map<String, String>> schemes = schemes();
    assertThat(schemes).as("light, dark, print").hasSize(3);
    return Stream.of(0, 1, 2)
        .map(
            scheme ->
                DynamicTest.dynamicTest(
                    List.of("light", "dark", "print").get(scheme),
                    () -> {
                      assertContrasts(schemes.get(scheme), TEXTS, LEAST);
                      assertContrasts(schemes.get(scheme), SHAPES, LEAST_FOR_SHAPES);
                    }));
  }

  private static void assertContrasts(
      Map<String, String> colors, Map<String, List<String>> pairs, double least) {
    pairs.forEach(
        (text, grounds) ->
            grounds.forEach(
                ground ->
                    assertThat(contrast(colors.get(text), colors.get(ground)))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(least)));
  }

  @Test
  void blackOnWhiteHasTheGreatestContrast() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
  }

  @Test
  void noRuleHasAColorOfItsOwn() throws IOException {
    String rules = ROOT.matcher(css()).replaceAll("");
    assertThat(rules).doesNotContainPattern("#[0-9a-f]{3,8}\\b");
  }

  /**
   * The colours of light, dark and print; the later have those of the first where they are silent.
   */
  private static List<Map<String, String>> schemes() throws IOException {
    Map<String, String> light = new HashMap<>();
    return ROOT.matcher(css())
        .results()
        .map(
            scheme -> {
              Map<String, String> colors = new HashMap<>(light);
              Matcher color = COLOR.matcher(scheme.group(1));
              while (color.find()) {
                colors.put(color.group(1), color.group(2));
              }
              if (light.isEmpty()) {
                light.putAll(colors);
              }
              return colors;
            })
        .toList();
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static String css() throws IOException {
    try (InputStream css = PageWriter.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
