package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.facts.Packages;
import io.github.dockeraudit.facts.Secrets;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the facts about real Dockerfiles, and compares with what others say where they do. */
@Tag("conformance")
class FactsConformanceTest {

  private static final Path ROOT =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  /** The share of base images that the table knows; the others are mostly those of one owner. */
  private static final double KNOWN_FLOOR = 0.60;

  /** The share of tags that begin with a version, of products that the table knows. */
  private static final double RELEASE_FLOOR = 0.95;

  /** The share of words of installs of which it is known what they stand for. */
  private static final double NAMED_FLOOR = 0.97;

  private static final Map<String, Dockerfile> FILES = new TreeMap<>();

  @BeforeAll
  static void readCorpus() throws IOException {
    Path corpus = ROOT.resolve("corpus");
    try (Stream<Path> paths = Files.walk(corpus.resolve("dockerfiles"))) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = corpus.relativize(path).toString();
        FILES.put(name, Dockerfile.parse(Source.of(name, Files.readAllBytes(path))));
      }
    }
  }

  @Test
  void mostBaseImagesAreKnown() {
    List<ImageReference> images = images().toList();
    Map<String, Integer> unknown = new TreeMap<>();
    for (ImageReference image : images) {
      if (BaseImages.find(image).isEmpty()) {
        unknown.merge(image.registry() + "/" + image.repository(), 1, Integer::sum);
      }
    }
    int count = unknown.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("base images: %d of %d known%n", images.size() - count, images.size());
    assertThat(1 - (double) count / images.size())
        .as("not known: %s", unknown)
        .isGreaterThanOrEqualTo(KNOWN_FLOOR);
  }

  /** Without a release are the newest lines ({@code python:3}), which may become anything. */
  @Test
  void nearlyEveryVersionIsARelease() {
    List<ImageReference> versions =
        images()
            .filter(image -> image.tag().filter(tag -> tag.matches("v?\\d+\\.\\d.*")).isPresent())
            .filter(image -> image.registry().equals("docker.io"))
            .filter(image -> image.repository().startsWith("library/"))
            .filter(
                image -> BaseImages.find(image).filter(i -> i.deprecated().isEmpty()).isPresent())
            .toList();
    List<ImageReference> without =
        versions.stream().filter(image -> EndOfLife.releases(image).isEmpty()).toList();
    System.out.printf(
        "releases: %d of %d versions%n", versions.size() - without.size(), versions.size());
    assertThat(1 - (double) without.size() / versions.size())
        .as("no release: %s", without)
        .isGreaterThanOrEqualTo(RELEASE_FLOOR);
  }

  @Test
  void nearlyEveryPackageHasAName() {
    List<PackageSpec> specs = new ArrayList<>();
    forEachRun(
        (run, packages) ->
            packages.commands(Action.INSTALL).forEach(command -> specs.addAll(command.packages())));
    long unknown = specs.stream().filter(s -> s.kind() == PackageSpec.Kind.UNKNOWN).count();
    System.out.printf(
        "packages: %d of %d words understood%n", specs.size() - unknown, specs.size());
    assertThat(1 - (double) unknown / specs.size()).isGreaterThanOrEqualTo(NAMED_FLOOR);
  }

  /**
   * Compares the RUNs with an unpinned package with hadolint's. Where we say less, hadolint takes a
   * variable for an unpinned package; where we say more, it does not look for {@code apt}, through
   * {@code sudo} and {@code su -c}, or into a virtual environment.
   */
  @ParameterizedTest
  @CsvSource({
    "DL3008, APT, 0.98, 0.92",
    "DL3018, APK, 0.98, 0.99",
    "DL3013, PIP, 0.97, 0.94",
    "DL3016, NPM, 0.98, 0.90",
    "DL3028, GEM, 1.00, 0.94",
    "DL3033, YUM, 0.94, 1.00",
    "DL3041, DNF, 0.81, 0.97",
    "DL3037, ZYPPER, 1.00, 1.00",
    "DL3062, GO, 0.89, 1.00",
  })
  void unpinnedPackagesAreThoseOfHadolint(
      String code, PackageManager manager, double recall, double precision) throws IOException {
    compare(code, recall, precision, (packages, run) -> hasUnpinned(packages, manager));
  }

  /**
   * Compares the RUNs that leave a cache with hadolint's. It does not know {@code apt-get
   * dist-clean} and does not accept {@code rm} for apk and pip; we also look at {@code apk update},
   * {@code apt} and {@code yum update}.
   */
  @ParameterizedTest
  @CsvSource({
    "DL3009, APT, 0.87, 0.87",
    "DL3019, APK, 0.62, 0.80",
    "DL3042, PIP, 0.97, 0.95",
    "DL3032, YUM, 1.00, 0.91",
    "DL3040, DNF, 1.00, 1.00",
    "DL3036, ZYPPER, 1.00, 1.00",
  })
  void cachesThatStayAreThoseOfHadolint(
      String code, PackageManager manager, double recall, double precision) throws IOException {
    compare(code, recall, precision, (packages, run) -> leavesCache(packages, manager));
  }

  @Test
  void suspectNamesAreThoseOfBuildKit() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("expected/dockerfile-checks.jsonl"))) {
      JsonObject expected = JsonParser.parseString(line).getAsJsonObject();
      String name = expected.get("file").getAsString();
      boolean skips = FILES.get(name).source().text().contains("check=skip");
      Set<String> suspect = new TreeSet<>(suspectNames(FILES.get(name)));
      if (expected.get("accepted").getAsBoolean() && !skips && !suspect.equals(warned(expected))) {
        differences.add(name + ": " + suspect + " but " + warned(expected));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static boolean hasUnpinned(Packages packages, PackageManager manager) {
    return packages
        .commands(Action.INSTALL)
        .filter(command -> isOf(command, manager))
        .anyMatch(command -> command.packages().stream().anyMatch(PackageSpec::isUnpinned));
  }

  private static boolean leavesCache(Packages packages, PackageManager manager) {
    return packages.commands().stream()
        .filter(command -> isOf(command, manager))
        .anyMatch(packages::leavesCache);
  }

  /** hadolint has one code for dnf and microdnf. */
  private static boolean isOf(PackageCommand command, PackageManager manager) {
    return command.manager() == manager
        || manager == PackageManager.DNF && command.manager() == PackageManager.MICRODNF;
  }

  private static void compare(
      String code, double recall, double precision, BiPredicate<Packages, Run> fires)
      throws IOException {
    Set<String> theirs = new TreeSet<>();
    Set<String> unread = new HashSet<>();
    readHadolint(code, theirs, unread);
    Set<String> ours = new TreeSet<>();
    forEachRun(
        (run, packages) -> {
          if (fires.test(packages, run)) {
            ours.add(run.range().source().path() + ":" + run.startLine());
          }
        });
    ours.removeIf(place -> unread.contains(place.substring(0, place.lastIndexOf(':'))));
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(theirs);
    System.out.printf(
        "%s: %d of %d of theirs, %d of %d of ours%n",
        code, both.size(), theirs.size(), both.size(), ours.size());
    assertThat((double) both.size() / theirs.size()).as(code).isGreaterThanOrEqualTo(recall);
    assertThat((double) both.size() / ours.size()).as(code).isGreaterThanOrEqualTo(precision);
  }

  /** After a parse error hadolint reports nothing more of a file. */
  private static void readHadolint(String code, Set<String> places, Set<String> unread)
      throws IOException {
    for (String line : Files.readAllLines(ROOT.resolve("expected/hadolint.jsonl"))) {
      JsonObject expected = JsonParser.parseString(line).getAsJsonObject();
      String name = expected.get("file").getAsString();
      for (JsonElement element : expected.getAsJsonArray("findings")) {
        JsonArray finding = element.getAsJsonArray();
        if (finding.get(0).getAsString().equals(code)) {
          places.add(name + ":" + finding.get(1).getAsInt());
        } else if (finding.get(0).getAsString().equals("DL1000")) {
          unread.add(name);
        }
      }
    }
  }

  private static Set<String> suspectNames(Dockerfile file) {
    Set<String> names = new HashSet<>();
    for (Stage stage : file.stages()) {
      Stream.concat(
              stage.all(Env.class).flatMap(env -> env.assignments().stream()),
              stage.all(Arg.class).flatMap(arg -> arg.assignments().stream()))
          .map(assignment -> assignment.name().text())
          .filter(Secrets::isSuspectToBuildKit)
          .forEach(names::add);
    }
    return names;
  }

  /** The names in {@code ... (ENV "NAME")}. */
  private static Set<String> warned(JsonObject expected) {
    Set<String> names = new TreeSet<>();
    for (JsonElement element : expected.getAsJsonArray("warnings")) {
      JsonArray warning = element.getAsJsonArray();
      if (warning.get(0).getAsString().equals("SecretsUsedInArgOrEnv")) {
        names.add(warning.get(2).getAsString().split("\"")[1]);
      }
    }
    return names;
  }

  private static Stream<ImageReference> images() {
    return FILES.values().stream()
        .flatMap(file -> file.stages().stream())
        .flatMap(stage -> stage.image().stream());
  }

  private interface RunReader {
    void read(Run run, Packages packages);
  }

  private static void forEachRun(RunReader reader) {
    for (Dockerfile file : FILES.values()) {
      for (Stage stage : file.stages()) {
        stage
            .all(Run.class)
            .forEachOrdered(run -> reader.read(run, Packages.of(run, stage.stateAt(run))));
      }
    }
  }
}
