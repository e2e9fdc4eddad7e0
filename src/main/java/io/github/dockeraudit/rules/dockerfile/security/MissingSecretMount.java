package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingSecretMount(List<Wanted> mounts) implements DockerfileRule {

  private static final List<String> DEFAULTS =
      List.of(
          "npm npmrc /root/.npmrc",
          "yarn npmrc /root/.npmrc",
          "pnpm npmrc /root/.npmrc",
          "pip pip.conf /etc/pip.conf",
          "pip3 pip.conf /etc/pip.conf",
          "mvn settings.xml /root/.m2/settings.xml",
          "mvnw settings.xml /root/.m2/settings.xml");

  /** What these programs are asked to do when they fetch; every other program always fetches. */
  private static final Set<String> FETCHING =
      Set.of("add", "ci", "download", "i", "install", "update", "upgrade", "wheel");

  private static final Set<String> WITH_SUBCOMMANDS = Set.of("npm", "pip", "pip3", "pnpm", "yarn");

  /** One of the mounts, as a user writes it. */
  record Wanted(String program, String id, String target) {

    static List<Wanted> all(List<String> texts) {
      return texts.stream().flatMap(Wanted::of).toList();
    }

    private static Stream<Wanted> of(String text) {
      String[] words = text.strip().split("\\s+");
      return words.length == 3 ? Stream.of(new Wanted(words[0], words[1], words[2])) : Stream.of();
    }

    /** A mount for the same secret or the same place is what is asked for. */
    boolean isGivenTo(RunCommand call) {
      return call.run().mounts().stream()
          .filter(mount -> mount.type().equals("secret"))
          .anyMatch(
              mount ->
                  mount.value("id").filter(word -> word.text().equals(id)).isPresent()
                      || mount.target().filter(word -> word.text().equals(target)).isPresent());
    }
  }

  /** The files in which the best-known programs look for credentials. */
  public MissingSecretMount() {
    this(Wanted.all(DEFAULTS));
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1181", "missing-secret-mount")
        .offByDefault()
        .summary("A command that fetches from a private registry is not given its secret")
        .why(
            """
            Where packages come from a private registry, the command that fetches them needs credentials. A secret mount
            gives them to that one command, and nothing of them stays in the image or its history. The build is then
            started with `docker build --secret id=npmrc,src=$HOME/.npmrc`.

            For projects whose registries are private, so it is off by default; `mounts` says for which commands.
            """)
        .bad(
            """
            FROM node:24-alpine
            COPY package.json package-lock.json ./
            RUN npm ci
            """)
        .good(
            """
            FROM node:24-alpine
            COPY package.json package-lock.json ./
            RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
            """)
        .fixedAlways()
        .list(
            "mounts",
            String.join(",", DEFAULTS),
            "What each program is given: its name, the id of the secret and the path, with blanks between")
        .aliases("tally:require-secret-mounts")
        .references("https://docs.docker.com/build/building/secrets/");
  }

  @Override
  public Rule with(Options options) {
    return new MissingSecretMount(Wanted.all(options.list("mounts", DEFAULTS)));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    Set<String> given = new HashSet<>();
    return mounts.stream()
        .filter(wanted -> file.runs(wanted.program()))
        .flatMap(
            wanted ->
                file.commands(wanted.program())
                    .filter(MissingSecretMount::fetches)
                    .filter(call -> !wanted.isGivenTo(call))
                    .filter(call -> given.add(call.run().range() + wanted.id()))
                    .map(call -> judge(call, wanted)));
  }

  private static boolean fetches(RunCommand call) {
    String program = call.command().program().orElse("");
    String subcommand = call.command().subcommand().orElse(program.equals("yarn") ? "install" : "");
    return !WITH_SUBCOMMANDS.contains(program) || FETCHING.contains(subcommand);
  }

  private Finding judge(RunCommand call, Wanted wanted) {
    String mount = " --mount=type=secret,id=%s,target=%s".formatted(wanted.id(), wanted.target());
    return finding(
            call.name(), "'%s' is not given the secret %s; mount it", call.name(), wanted.id())
        .fixedBy(
            Fix.intended(
                "Mount the secret " + wanted.id(),
                call.run().keyword().range().insertAfter(mount)));
  }
}
