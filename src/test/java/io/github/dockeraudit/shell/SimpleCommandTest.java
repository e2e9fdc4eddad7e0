package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.command;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleCommandTest {

  @Test
  void theProgramIsTheLastSegmentOfTheName() {
    assertThat(command("/usr/bin/apt-get update").program()).contains("apt-get");
    assertThat(command("'curl' x").is("wget", "curl")).isTrue();
    assertThat(command("$JAVA_HOME/bin/java").program()).isEmpty();
    assertThat(command("A=1").program()).isEmpty();
    assertThat(command("A=1").is("")).isFalse();
  }

  @Test
  void assignmentsStandBeforeTheName() {
    SimpleCommand command = command("A=1 B+='x y' C=(1 $(d)) E[0]=2 env F=3");
    assertThat(command.assignments())
        .extracting(Assignment::name)
        .containsExactly("A", "B", "C", "E");
    assertThat(command.assignments())
        .extracting(assignment -> assignment.value().literal().orElse("?"))
        .containsExactly("1", "x y", "?", "2");
    assertThat(command.words()).hasToString("[env, F=3]");
  }

  @Test
  void anArrayMayHoldLinesAndComments() {
    SimpleCommand command = command("A=(\n  1 # one\n  '2 3'\n) b");
    assertThat(command.assignments()).hasSize(1);
    assertThat(command.words()).hasToString("[b]");
  }

  @Test
  void flagsAreFoundAloneAndAmongOthers() {
    SimpleCommand command =
        command("apt-get -qy install --no-install-recommends --x=1 '-m' a -- -z");
    assertThat(command.hasFlag("-y")).isTrue();
    assertThat(command.hasFlag("-q")).isTrue();
    assertThat(command.hasFlag("--assume-yes", "-m")).isTrue();
    assertThat(command.hasFlag("--x")).isTrue();
    assertThat(command.hasFlag("--no-install")).isFalse();
    assertThat(command.hasFlag("-i")).isFalse();
    assertThat(command.hasFlag("-z")).as("after --").isFalse();
  }

  @Test
  void theValueOfAFlagIsNoFlag() {
    assertThat(command("apt-get -oDpkg::Options=y install").hasFlag("-y")).isFalse();
    assertThat(command("apt-get -o -y install").hasFlag("-y")).isFalse();
    assertThat(command("find . -name x").hasFlag("-n")).isFalse();
    assertThat(command("go build -ldflags -s .").hasFlag("-s")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "apt-get -y -t stable install --target-release=x a b => install a b",
        "apk add --no-cache --virtual .deps gcc => add gcc",
        "pip install -r req.txt --index-url u pkg==1 => install pkg==1",
        "curl -fsSL -o out -H 'A: b' https://example.com/x => https://example.com/x",
        "wget -qO- https://example.com/x => https://example.com/x",
        "wget -qO - https://example.com/x => https://example.com/x",
        "tar xzf a.tgz -C /opt b => b",
        "tar -xzf a.tgz --strip-components 1 b => b",
        "useradd -r -u 1000 -g app --shell /bin/false app => app",
        "adduser -D -h /home/app -s /bin/sh app => app",
        "git -C /src clone --depth 1 -b v1 u d => clone u d",
        "java -Xmx1g -cp a:b Main -x --y => Main -x --y",
        "python3.12 -u app.py -v => app.py -v",
        "rm -rf -- -x *.deb => -x *.deb",
        "mvn -B -DskipTests -Pprod -pl app package => package",
        "make -j install => install",
        "conda install -y -c conda-forge numpy=1 => install numpy=1",
        "dotnet publish -c Release -o /app x => publish x",
        "unknown -a b --c d => b d",
        "echo - -n => -",
        "apt-get install $packages => install $packages",
      })
  void operandsAreNeitherFlagsNorTheirValues(String command, String operands) {
    assertThat(command(command).operands())
        .extracting(Span::raw)
        .containsExactly(operands.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "curl -o out x, out", "curl -oout x, out", "curl --output out x, out",
    "curl --output=out x, out", "curl -fsSLo out x, out", "curl -fo'a b' x, a b",
    "curl '--output=a b' x, a b", "tar xfC a out, out", "tar -xz -Cout, out",
    "unknown -o out, out"
  })
  void theValueOfAFlagStandsInOrAfterIt(String command, String value) {
    assertThat(command(command).flagValue("-C", "-o", "--output").flatMap(Word::literal))
        .contains(value);
  }

  @Test
  void anExpansionInAFlagIsItsValue() {
    Word value = command("curl --user=$a:$b x").flagValue("--user").orElseThrow();
    assertThat(value).hasToString("$a:$b");
    assertThat(value.expansions()).hasSize(2);
    assertThat(command("curl -u$a x").operands()).hasToString("[x]");
  }

  @Test
  void aFlagAtTheEndHasNoValue() {
    assertThat(command("curl x -o").flagValue("-o")).isEmpty();
  }

  @Test
  void theSubcommandIsTheFirstOperand() {
    assertThat(command("apt-get -y install x").subcommand()).contains("install");
    assertThat(command("apt-get $x").subcommand()).isEmpty();
    assertThat(command("apt-get").subcommand()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "apt-get update => apt-get update => []",
        "sudo -E -u root apt-get update => apt-get update => [sudo]",
        "sudo --user root A=1 apt-get update => apt-get update => [sudo]",
        "env -i -u X A=1 B=$c apt-get update => apt-get update => [env]",
        "env - A=1 apt-get update => apt-get update => [env]",
        "/usr/bin/env nice -n 5 nohup a b => a b => [env, nice, nohup]",
        "exec -a x java -jar a.jar => java -jar a.jar => [exec]",
        "time -p make => make => [time]",
        "command ls => ls => [command]",
        "command -v git => command -v git => []",
        "xargs -0 -n 1 -I{} rm -f {} => rm -f {} => [xargs]",
        "timeout -s KILL 5 curl x => curl x => [timeout]",
        "gosu app:app java => java => [gosu]",
        "su-exec app java => java => [su-exec]",
        "/sbin/tini -g -- java -x => java -x => [tini]",
        "dumb-init --rewrite 15:3 -- java => java => [dumb-init]",
        "busybox wget -q x => wget -q x => [busybox]",
        "python3 -m pip install x => pip install x => [python3]",
        "python3.12 -m pip install x => pip install x => [python3.12]",
        "python3 -m http.server => python3 -m http.server => []",
        "sudo -l => sudo -l => []",
        "env A=1 => env A=1 => []",
        "exec \"$@\" => \"$@\" => [exec]",
        "sudo sh -c 'apt-get update' => sh -c 'apt-get update' => [sudo]",
      })
  void unwrappingShowsWhatIsRunInTheEnd(String command, String unwrapped, String wrappers) {
    assertThat(command(command).unwrapped().words())
        .extracting(Span::raw)
        .containsExactly(unwrapped.split(" (?!update')"));
    assertThat(command(command).wrappers()).hasToString(wrappers);
    assertThat(command(command).unwrapped().wrappers()).hasToString(wrappers);
  }

  @Test
  void unwrappingKeepsPlaceAndRedirections() {
    SimpleCommand sudo = command("sudo apt-get update >log && x");
    assertThat(sudo.unwrapped().redirections()).isEqualTo(sudo.redirections());
    assertThat(sudo.unwrapped().parent()).isEqualTo(sudo.parent());
    assertThat(sudo.unwrapped().range().text()).isEqualTo("apt-get update >log");
    assertThat(sudo.unwrapped().unwrapped()).isSameAs(sudo.unwrapped());
  }
}
