package io.github.dockeraudit.conformance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds marks to what people expect of them, on real projects and on variations of them. */
@Tag("conformance")
class MarksConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final int VARIATIONS = 200;
  private static final double ROUNDING = 1e-6;

  private static List<Path> folders;

  @TempDir Path scratch;

  @BeforeAll
  static void findProjects() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String kind : List.of("java-projects", "whole-projects")) {
      try (Stream<Path> all = Files.list(DATA.resolve("corpus").resolve(kind))) {
        all.filter(Files::isDirectory).sorted().forEachOrdered(found::add);
      }
    }
    folders = found;
  }

  /** A fault that somebody writes into a file. */
  private enum Fault {
    ROOT("missing-user") {
      @Override
      Optional<Source> in(Dockerfile file) {
        StringBuilder text = new StringBuilder(file.source().text());
        List<User> users = file.all(User.class).toList();
        for (int i = users.size() - 1; i >= 0; i--) {
          text.delete(users.get(i).range().start(), users.get(i).range().end());
        }
        return users.isEmpty() ? Optional.empty() : changed(file.source(), text.toString());
      }
    },
    CD("cd-in-run") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("RUN cd /opt && ls", file);
      }
    },
    SUDO("sudo-in-run") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("RUN sudo ls /", file);
      }
    },
    SECRET("secret-in-variable") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("ENV DATABASE_PASSWORD=Xk29fLq8vT", file);
      }
    },
    LISTS("kept-package-lists") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("RUN apt-get update && apt-get install -y less", file);
      }
    },
    ADD("add-for-plain-copy") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("ADD settings.conf /etc/settings.conf", file);
      }
    },
    UNKNOWN("unknown-instruction") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("RUUN ls", file);
      }
    },
    INVALID("invalid-instruction") {
      @Override
      Optional<Source> in(Dockerfile file) {
        return withLine("COPY alone", file);
      }
    },
    PRIVILEGED("privileged-service") {
      @Override
      Optional<Source> in(Service service) {
        return withEntry("privileged: true", service);
      }
    },
    SOCKET("docker-socket") {
      @Override
      Optional<Source> in(Service service) {
        return service.attribute("volumes").isPresent()
            ? Optional.empty()
            : withEntry("volumes: ['/var/run/docker.sock:/var/run/docker.sock']", service);
      }
    },
    PASSWORD("hard-coded-secret") {
      @Override
      Optional<Source> in(Service service) {
        return service.attribute("environment").isPresent()
            ? Optional.empty()
            : withEntry("environment: {ADMIN_PASSWORD: Xk29fLq8vT}", service);
      }
    },
    UNCHECKED("missing-service-healthcheck") {
      @Override
      Optional<Source> in(Service service) {
        return service.attribute("healthcheck").isPresent()
            ? Optional.empty()
            : withEntry("healthcheck: {disable: true}", service);
      }
    },
    MISTYPED("invalid-compose-file") {
      @Override
      Optional<Source> in(Service service) {
        return withEntry("ports_: 1", service);
      }
    };

    private final String rule;

    Fault(String rule) {
      this.rule = rule;
    }

    Optional<Source> in(Dockerfile file) {
      return Optional.empty();
    }

    Optional<Source> in(Service service) {
      return Optional.empty();
    }

    /** After the last FROM, so that it is part of what is shipped. */
    private static Optional<Source> withLine(String line, Dockerfile file) {
      return file.all(From.class)
          .reduce((first, second) -> second)
          .flatMap(
              from -> {
                Source source = file.source();
                int at = from.range().end();
                String text = source.text();
                return text.substring(0, at).endsWith("\n")
                    ? changed(source, text.substring(0, at) + line + "\n" + text.substring(at))
                    : Optional.empty();
              });
    }

    private static Optional<Source> withEntry(String entry, Service service) {
      SourceRange body = service.body().range();
      String text = body.source().text();
      boolean isBlock =
          body.from().line() > service.range().from().line()
              && body.source() == service.range().source()
              && text.charAt(body.start()) != '{';
      String indent = " ".repeat(body.from().column() - 1);
      return isBlock
          ? changed(
              body.source(),
              text.substring(0, body.start())
                  + entry
                  + "\n"
                  + indent
                  + text.substring(body.start()))
          : Optional.empty();
    }

    private static Optional<Source> changed(Source source, String text) {
      return Optional.of(Source.of(source.path(), text));
    }
  }

  @Test
  void addingAFaultNeverRaisesAMarkAndRemovingOneNeverLowersIt() {
    Random random = new Random(20260901);
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    while (tried < VARIATIONS) {
      Path folder = folders.get(random.nextInt(folders.size()));
      Project project = discover(folder);
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      Optional<Source> with = faulty(project, fault, random);
      if (with.isEmpty()) {
        continue;
      }
      Audit before = audit(project);
      Audit after = audit(project.with(Map.of(with.get().path(), with.get())));
      if (count(after, fault) <= count(before, fault)) {
        continue;
      }
      tried++;
      for (Aspect aspect : Aspect.values()) {
        double rise =
            Scorecard.of(after).mark(aspect).points() - Scorecard.of(before).mark(aspect).points();
        if (rise > ROUNDING) {
          wrong.add(
              String.format(
                  Locale.ROOT,
                  "%s of %s rises by %.2f with %s in %s",
                  aspect,
                  folder.getFileName(),
                  rise,
                  fault,
                  with.get().path()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aProjectTwiceTheSizeWithTheSameFaultsGetsTheSameMarks() throws IOException {
    for (Path folder : folders) {
      Path twice = scratch.resolve(folder.getFileName());
      copy(folder, twice.resolve("one"));
      copy(folder, twice.resolve("two"));
      Path once = scratch.resolve("once-" + folder.getFileName());
      copy(folder, once.resolve("one"));
      Scorecard single = Scorecard.of(audit(discover(once)));
      Scorecard doubled = Scorecard.of(audit(discover(twice)));
      for (Aspect aspect : Aspect.values()) {
        assertThat(doubled.mark(aspect).points())
            .as("%s of %s", aspect, folder)
            .isCloseTo(single.mark(aspect).points(), within(2.0));
      }
    }
  }

  @Test
  void theMarksOfAllProjectsAreWrittenDown() throws IOException {
    StringBuilder table = new StringBuilder();
    for (Path folder : folders) {
      table.append(line(folder.getFileName().toString(), audit(discover(folder))));
    }
    Path target = Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(target.resolve("marks.tsv"), table);
    assertThat(table.toString().lines()).hasSize(49);
  }

  @Test
  void theReferenceProjectGetsTheMarksThatAPersonGaveIt() {
    Scorecard before = Scorecard.of(audit(discover(DATA.resolveSibling("reference-audit/before"))));
    Scorecard after = Scorecard.of(audit(discover(DATA.resolveSibling("reference-audit/after"))));

    System.out.print(line("before", before) + line("after", after));
    assertThat(before.mark(Aspect.ARCHITECTURE).points()).isCloseTo(88, within(5.0));
    assertThat(before.mark(Aspect.SECURITY).points()).isCloseTo(68, within(5.0));
    assertThat(before.mark(Aspect.PERFORMANCE).points()).isCloseTo(82, within(5.0));
    assertThat(before.mark(Aspect.EXPERIENCE).points()).isCloseTo(91, within(5.0));
    assertThat(before.mark(Aspect.MAINTAINABILITY).points()).isCloseTo(85, within(5.0));
    assertThat((double) before.overall()).isCloseTo(83, within(3.0));
    assertThat(before.grade()).hasToString("B+");
    assertThat(before.mark(Aspect.SECURITY).grade()).hasToString("C+");
    assertThat(after.mark(Aspect.SECURITY).score()).isGreaterThanOrEqualTo(85);
    for (Aspect aspect : Aspect.values()) {
      assertThat(after.mark(aspect).points())
          .as("%s", aspect)
          .isGreaterThanOrEqualTo(before.mark(aspect).points());
    }
  }

  private static Optional<Source> faulty(Project project, Fault fault, Random random) {
    List<Source> all = new ArrayList<>();
    project.dockerfiles().forEach(file -> fault.in(file).ifPresent(all::add));
    for (Deployment deployment : project.deployments()) {
      deployment.services().forEach(service -> fault.in(service).ifPresent(all::add));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static long count(Audit audit, Fault fault) {
    return audit.findings().stream()
        .filter(finding -> finding.rule().name().equals(fault.rule))
        .count();
  }

  private static String line(String name, Audit audit) {
    return line(name, Scorecard.of(audit));
  }

  private static String line(String name, Scorecard card) {
    String marks =
        card.marks().values().stream()
            .map(mark -> String.format(Locale.ROOT, "%.1f", mark.points()))
            .collect(joining("\t"));
    return "%s\t%d\t%s\t%s\n".formatted(name, card.overall(), card.grade(), marks);
  }

  private static Audit audit(Project project) {
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    Ruleset recommended = new RuleSelection(Profile.RECOMMENDED, List.of()).from(all);
    Audit audit = new Auditor(recommended).audit(project);
    assertThat(audit.failures()).isEmpty();
    return audit;
  }

  private static Project discover(Path folder) {
    return Discovery.of(folder).today(TODAY).discover();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
