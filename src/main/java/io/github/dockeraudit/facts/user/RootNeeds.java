package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.StagePurpose;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Why the program of an image needs root, or is not known to do without. */
final class RootNeeds {

  /** Programs that start as root to become others, or that do what only root may. */
  private static final Set<String> DAEMONS =
      Set.of(
          ("anacron apache2 apache2-foreground apache2ctl apachectl chronyd"
                  + " containerd cron crond dnsmasq dockerd dockerd-entrypoint.sh dovecot dropbear"
                  + " fail2ban-server httpd httpd-foreground initctl keepalived"
                  + " my_init named nmbd ntpd openrc openvpn postfix proftpd rc-service"
                  + " rpcbind rsyslogd runsvdir s6-svscan service smbd snmpd sshd"
                  + " supervisord syslogd systemctl systemd vsftpd wg-quick xrdp")
              .split(" "));

  private static final Set<String> TOOLS =
      Set.of(
          ("addgroup adduser apk apt apt-get chgrp chown chpasswd chroot deluser"
                  + " dnf dpkg dpkg-reconfigure groupadd groupmod ip6tables iptables"
                  + " ldconfig locale-gen microdnf modprobe mount nft passwd rpm setcap"
                  + " sudo doas sysctl tcpdump umount update-ca-certificates useradd"
                  + " userdel usermod yum"
                  + " airmon-ng arpspoof dhcpcd dhcpd dsniff ferm hostapd in.tftpd ipfm"
                  + " ipsec openconnect pppd pptpd snort suricata tshark udhcpd xl2tpd")
              .split(" "));

  /** Tools that build when they start, with what root has downloaded. */
  private static final Set<String> BUILD_TOOLS =
      Set.of(
          ("bazel cargo dotnet-watch go gradle gradlew iex lein mix mvn mvnw"
                  + " pipenv poetry sbt stack")
              .split(" "));

  private static final Set<String> INTERPRETERS =
      Set.of(
          ("R elixir erl ghci groovysh iex irb jshell julia lua node perl php"
                  + " pypy pypy3 python python2 python3 scala sbcl")
              .split(" "));

  /** Programs of packages that write nowhere by themselves. */
  private static final Set<String> RUNTIMES =
      Set.of(
          ("bash curl dash dotnet dumb-init envsubst ffmpeg git jq java mono node nodejs npm perl php"
                  + " python python2 python3 ruby sleep tail tini wget yarn")
              .split(" "));

  private static final Set<String> INIT =
      Set.of("/init", "/sbin/init", "/usr/sbin/init", "/lib/systemd/systemd");

  private static final Set<String> WRITERS =
      Set.of("cp", "install", "ln", "mkdir", "mv", "rm", "rmdir", "tee", "touch");

  private static final Set<String> LAST_IS_WRITTEN = Set.of("cp", "install", "ln", "mv");

  /** What anybody may write to. */
  private static final List<String> FREE =
      List.of("/dev", "/home", "/proc", "/tmp", "/var/tmp", "/run/lock");

  private final Layers layers;
  private final Property property;
  private final ServiceKind kind;

  RootNeeds(Layers layers, Property property, ServiceKind kind) {
    this.layers = layers;
    this.property = property;
    this.kind = kind;
  }

  /** The first reason of all images; empty if none shows. */
  Optional<String> first(List<Stage> images, List<StartUp> startUps) {
    return ofBase(images)
        .or(() -> images.stream().flatMap(image -> ofCommand(image).stream()).findFirst())
        .or(() -> ofProgram(images, startUps));
  }

  /** The first reason that is not only about the base image and about how to start it. */
  Optional<String> ofProgram(List<Stage> images, List<StartUp> startUps) {
    return files()
        .findFirst()
        .or(() -> images.stream().flatMap(image -> ofImage(image).stream()).findFirst())
        .or(() -> startUps.stream().flatMap(this::ofStartUp).findFirst());
  }

  private Optional<String> ofBase(List<Stage> images) {
    Optional<BaseImage> base = layers.base();
    if (base.filter(image -> image.dropsPrivileges() == Answer.YES).isPresent()) {
      return Optional.of(
          "%s starts as root to prepare its data, and steps down itself"
              .formatted(layers.baseName()));
    }
    if (base.isEmpty() && !layers.first().isScratch() && !haveEntryPoint(images)) {
      return Optional.of("the entry point of %s is not known".formatted(layers.baseName()));
    }
    return kind == ServiceKind.OTHER
        ? Optional.of("what the program of %s writes to is not known".formatted(layers.baseName()))
        : Optional.empty();
  }

  private static boolean haveEntryPoint(List<Stage> images) {
    return images.stream().allMatch(image -> image.finalState().entrypoint().isPresent());
  }

  private Optional<String> ofImage(Stage image) {
    State state = image.finalState();
    if (state.isWindows()) {
      return Optional.of("a container of Windows has other users");
    }
    if (state.dialect() != Dialect.POSIX) {
      return Optional.of("RUN uses another shell than sh");
    }
    return image.all(Onbuild.class).findAny().isPresent()
        ? Optional.of("the ONBUILD instructions of others would not run as root any more")
        : Optional.empty();
  }

  private Optional<String> ofCommand(Stage image) {
    State state = image.finalState();
    if (state.isWindows()) {
      return Optional.empty();
    }
    boolean silent = state.cmd().isEmpty() && state.entrypoint().isEmpty();
    if (silent && kind == ServiceKind.NONE) {
      return Optional.of("nothing says what its containers run");
    }
    if (!silent && (!StagePurpose.runsProgram(image) || isPrompt(state))) {
      return Optional.of("its containers wait for somebody to type commands");
    }
    return Optional.empty();
  }

  /** Whether an interpreter is started with nothing to interpret. */
  private static boolean isPrompt(State state) {
    return state.entrypoint().isEmpty()
        && state
            .cmd()
            .map(cmd -> cmd.command().script().commands())
            .filter(commands -> commands.size() == 1)
            .map(commands -> commands.get(0).unwrapped())
            .filter(command -> command.arguments().isEmpty())
            .flatMap(SimpleCommand::program)
            .filter(INTERPRETERS::contains)
            .isPresent();
  }

  /** Programs of packages, which are made to be started by root as a rule. */
  Stream<String> doubts(List<StartUp> startUps) {
    List<String> packages = new BuildCommands(layers).packages().toList();
    return startUps.stream()
        .flatMap(startUp -> startUp.steps().stream())
        .filter(step -> step.script().isEmpty())
        .flatMap(step -> step.program().program().stream())
        .filter(program -> program.length() > 2 && !RUNTIMES.contains(program))
        .filter(program -> packages.stream().anyMatch(name -> isOf(program, name)))
        .map("what %s of a package writes to is not known"::formatted)
        .distinct();
  }

  private static boolean isOf(String program, String name) {
    return name.length() > 2 && (program.startsWith(name) || name.startsWith(program));
  }

  /** What only root can reach: nobody else may enter {@code /root}. */
  private Stream<String> files() {
    Stream<String> kept =
        layers.stages().stream()
            .flatMap(stage -> stage.instructions().stream())
            .filter(RootNeeds::namesHomeOfRoot)
            .map(instruction -> instruction.name() + " uses /root, which only root may enter");
    Stream<String> installed =
        layers
            .steps()
            .filter(step -> installsToHome(step.program()))
            .map(
                step ->
                    "'%s' keeps what it installs in /root, which only root may enter"
                        .formatted(step.program().program().orElse("")));
    Stream<String> linked =
        layers
            .steps()
            .filter(step -> step.program().is("ln"))
            .filter(step -> step.program().operands().stream().anyMatch(RootNeeds::isOfRoot))
            .map(step -> "'ln' leads to /root, which only root may enter");
    Stream<String> ofDocker =
        layers
            .all(Volume.class)
            .flatMap(volume -> volume.paths().stream())
            .filter(path -> path.text().startsWith("/var/lib/docker"))
            .map(path -> "only root runs Docker, whose folder %s is".formatted(path.text()));
    return Stream.of(kept, installed, linked, ofDocker).flatMap(reasons -> reasons);
  }

  private static boolean namesHomeOfRoot(Instruction instruction) {
    boolean counts =
        instruction instanceof Workdir
            || instruction instanceof Env
            || instruction instanceof Copy
            || instruction instanceof Add
            || instruction instanceof Cmd
            || instruction instanceof Entrypoint;
    return counts && instruction.arguments().stream().anyMatch(word -> hasHomeOfRoot(word.text()));
  }

  private static boolean isOfRoot(Word path) {
    return Folders.isWithin(path.prefix(), "/root");
  }

  private static boolean hasHomeOfRoot(String text) {
    int at = text.indexOf("/root");
    int end = at + "/root".length();
    return at >= 0
        && (at == 0 || " =:\"'".indexOf(text.charAt(at - 1)) >= 0)
        && (end == text.length() || "/: \"'".indexOf(text.charAt(end)) >= 0);
  }

  private static boolean installsToHome(SimpleCommand command) {
    List<String> words =
        command.operands().stream().map(word -> word.literal().orElse("")).limit(2).toList();
    Predicate<String> verb = words::contains;
    return command.is("pip", "pip3") && verb.test("install") && command.hasFlag("--user")
        || command.is("pipenv") && !command.hasFlag("--system") && verb.test("install")
        || command.is("playwright", "rustup") && verb.test("install")
        || command.is("uv") && words.equals(List.of("python", "install"))
        || command.is("corepack") && verb.test("prepare");
  }

  private Stream<String> ofStartUp(StartUp startUp) {
    boolean moves = startUp.steps().stream().anyMatch(step -> step.program().is("cd", "pushd"));
    return startUp.steps().stream().flatMap(step -> need(step, moves).stream());
  }

  /**
   * @param moves whether the working directory changes on the way
   */
  private Optional<String> need(StartUp.Step step, boolean moves) {
    SimpleCommand command = step.program();
    Optional<String> wrapper =
        step.command().wrappers().stream().filter(TOOLS::contains).findFirst();
    Optional<String> program = wrapper.or(command::program);
    boolean isOwn = command.name().filter(name -> name.prefix().startsWith("./")).isPresent();
    if (isInit(command) || program.filter(name -> !isOwn && needsRoot(name)).isPresent()) {
      return Optional.of("'%s'%s needs root".formatted(program.get(), step.place()));
    }
    if (program.filter(BUILD_TOOLS::contains).isPresent() || isDotnetRun(command)) {
      return Optional.of(
          "'%s'%s builds when it starts, with what root has downloaded"
              .formatted(program.get(), step.place()));
    }
    return written(command)
        .filter(path -> !path.isEmpty() && !isWritable(path, moves))
        .findFirst()
        .map(path -> "'%s'%s writes to %s".formatted(program.orElse(">"), step.place(), path));
  }

  /** The first process of a system, which starts others as whom it likes. */
  private static boolean isInit(SimpleCommand command) {
    return command.name().flatMap(Word::literal).filter(INIT::contains).isPresent();
  }

  private boolean needsRoot(String program) {
    return DAEMONS.contains(program)
        || TOOLS.contains(program)
        || program.equals("nginx") && kind != ServiceKind.NGINX
        || program.startsWith("php-fpm") && kind != ServiceKind.PHP_FPM;
  }

  private static boolean isDotnetRun(SimpleCommand command) {
    return command.is("dotnet")
        && command.subcommand().filter(Set.of("run", "watch")::contains).isPresent();
  }

  private static Stream<String> written(SimpleCommand command) {
    Stream<Word> redirected =
        command.redirections().stream()
            .filter(redirection -> redirection.operator().writes())
            .map(Redirection::target);
    return Stream.concat(redirected, operandsWritten(command)).map(Word::prefix);
  }

  private static Stream<Word> operandsWritten(SimpleCommand command) {
    String program = command.program().orElse("");
    List<Word> operands = command.operands();
    boolean idle = command.is("rm") && command.hasFlag("-f");
    boolean edits = command.is("sed") && command.hasFlag("-i", "--in-place");
    if (edits || command.is("chmod")) {
      return operands.stream().skip(1);
    }
    if (idle || !WRITERS.contains(program)) {
      return Stream.empty();
    }
    return LAST_IS_WRITTEN.contains(program)
        ? operands.stream().skip(Math.max(0, operands.size() - 1L))
        : operands.stream();
  }

  private boolean isWritable(String path, boolean moves) {
    if (!path.startsWith("/")) {
      return moves || property.hasWorkdir();
    }
    return FREE.stream().anyMatch(free -> Folders.isWithin(path, free)) || property.covers(path);
  }
}
