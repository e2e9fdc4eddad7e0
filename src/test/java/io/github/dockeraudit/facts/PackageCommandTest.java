package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.facts.PackageSpec.Kind;
import io.github.dockeraudit.facts.PackageSpec.Pin;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCommandTest {

  @ParameterizedTest
  @CsvSource({
    "apt-get update, APT, REFRESH",
    "apt-get -qq -o Acquire::Retries=3 update, APT, REFRESH",
    "apt-get -y dist-upgrade, APT, UPGRADE",
    "aptitude install -y vim, APT, INSTALL",
    "apt-get purge -y gcc, APT, REMOVE",
    "apt-get autoclean, APT, CLEAN",
    "apt-get download vim, APT, OTHER",
    "apk -U add curl, APK, INSTALL",
    "apk del .deps, APK, REMOVE",
    "apk cache clean, APK, CLEAN",
    "yum -y update, YUM, UPGRADE",
    "dnf -y groupinstall dev, DNF, INSTALL",
    "dnf group install dev, DNF, INSTALL",
    "dnf module enable nodejs, DNF, OTHER",
    "microdnf clean all, MICRODNF, CLEAN",
    "zypper --non-interactive in curl, ZYPPER, INSTALL",
    "zypper dup, ZYPPER, UPGRADE",
    "pacman -Syu --noconfirm git, PACMAN, INSTALL",
    "pacman -Syu, PACMAN, UPGRADE",
    "pacman -Sy, PACMAN, REFRESH",
    "pacman -Scc, PACMAN, CLEAN",
    "pip3.11 install flask, PIP, INSTALL",
    "python3 -m pip install flask, PIP, INSTALL",
    "python3.12 -m pip install flask, PIP, INSTALL",
    "uv pip install flask, PIP, INSTALL",
    "pip cache purge, PIP, CLEAN",
    "npm i -g yarn, NPM, INSTALL",
    "npm ci, NPM, INSTALL",
    "npm cache clean --force, NPM, CLEAN",
    "npm run build, NPM, OTHER",
    "yarn, YARN, INSTALL",
    "yarn --frozen-lockfile, YARN, INSTALL",
    "yarn global add serve, YARN, INSTALL",
    "yarn workspace web add react, YARN, INSTALL",
    "yarn build, YARN, OTHER",
    "pnpm install, PNPM, INSTALL",
    "gem install bundler, GEM, INSTALL",
    "go install example.com/tool@latest, GO, INSTALL",
    "go run example.com/tool@latest, GO, RUN",
    "pipx install black, PIP, INSTALL",
    "go build ./..., GO, OTHER",
    "go mod download, GO, INSTALL",
    "cargo install ripgrep, CARGO, INSTALL",
    "composer global require a/b, COMPOSER, INSTALL",
    "sudo -E apt-get install -y curl, APT, INSTALL",
    "env DEBIAN_FRONTEND=noninteractive apt-get install -y curl, APT, INSTALL",
    "/usr/bin/apt-get install -y curl, APT, INSTALL",
  })
  void aCommandTellsAPackageManagerWhatToDo(String text, PackageManager manager, Action action) {
    PackageCommand command = command(text);
    assertThat(command.manager()).isEqualTo(manager);
    assertThat(command.action()).isEqualTo(action);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get --version",
        "yarn --version",
        "echo apt-get install curl",
        "pipenv install",
        "make"
      })
  void otherCommandsAreNone(String text) {
    assertThat(commands(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apt-get install -y -t bookworm-backports --no-install-recommends curl git | curl git",
        "apt-get install -o Dpkg::Options::=--force-confold -y curl               | curl",
        "apt-get install --target-release=stable curl                             | curl",
        "apk add --no-cache --virtual .deps gcc musl-dev                          | gcc musl-dev",
        "apk add -t .build -X https://example.com/edge gcc                        | gcc",
        "apk add --repository https://example.com/edge/main gcc                   | gcc",
        "yum install -y --enablerepo epel htop                                    | htop",
        "zypper -n install --from repo-oss curl                                   | curl",
        "pip install -r requirements.txt -c constraints.txt flask                 | flask",
        "pip install --index-url https://example.com/simple flask                 | flask",
        "npm install -g --prefix /opt yarn                                        | yarn",
        "gem install rails -v 7.1 --no-document                                   | rails",
        "gem install nokogiri -- --use-system-libraries                           | nokogiri",
        "cargo install --locked ripgrep --version 14.1.0                          | ripgrep",
        "yarn workspace web add react                                             | react",
      })
  void valuesOfFlagsAreNoPackages(String text, String packages) {
    assertThat(command(text).packages()).map(Object::toString).containsExactly(packages.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apt-get install curl=7.88.1-10      | curl       | 7.88.1-10 | EXACT",
        "apt-get install curl=7.*            | curl       | 7.*       | RANGE",
        "apt-get install curl=8.5.0-2ubuntu1~22.04.1 | curl | 8.5.0-2ubuntu1~22.04.1 | EXACT",
        "apt-get install curl/bookworm       | curl       | bookworm  | RANGE",
        "apt-get install g++                 | g++        |           | NONE",
        "apt-get install libc6:i386          | libc6:i386 |           | NONE",
        "apk add bash=5.2.21-r0              | bash       | 5.2.21-r0 | EXACT",
        "apk add bash~5.2                    | bash       | 5.2       | RANGE",
        "apk add 'bash>=5'                   | bash       | 5         | RANGE",
        "apk add foo@edge                    | foo        |           | NONE",
        "apk add foo@edge=1.0-r0             | foo        | 1.0-r0    | EXACT",
        "dnf install nginx-1.20.1-14.el9     | nginx      | 1.20.1-14.el9 | EXACT",
        "dnf install nginx-1:1.20            | nginx      | 1:1.20    | EXACT",
        "dnf install 'nginx-1.20*'           | nginx      | 1.20*     | RANGE",
        "dnf install java-17-openjdk         | java-17-openjdk |      | NONE",
        "dnf install java-1.8.0-openjdk-devel | java-1.8.0-openjdk-devel | | NONE",
        "dnf install gcc-toolset-12          | gcc-toolset-12  |      | NONE",
        "dnf install 'perl(Data::Dumper)'    | perl(Data::Dumper) |   | NONE",
        "dnf module install nodejs:18        | nodejs     | 18        | RANGE",
        "zypper install 'curl=8.0'           | curl       | 8.0       | EXACT",
        "zypper install 'curl>8'             | curl       | 8         | RANGE",
        "pacman -S git=2.44                  | git        | 2.44      | EXACT",
        "pacman -S extra/git                 | git        |           | NONE",
        "pip install flask==3.0.0            | flask      | 3.0.0     | EXACT",
        "pip install 'flask[async]==3.0.0'   | flask      | 3.0.0     | EXACT",
        "pip install 'flask==3.*'            | flask      | 3.*       | RANGE",
        "pip install 'flask>=3,<4'           | flask      | 3,<4      | RANGE",
        "pip install 'flask~=3.0'            | flask      | 3.0       | RANGE",
        "pip install \"flask==3.0.0; python_version>'3.8'\" | flask | 3.0.0 | EXACT",
        "pip install flask                   | flask      |           | NONE",
        "npm i express@4.19.2                | express    | 4.19.2    | EXACT",
        "npm i @angular/cli@17.3.0           | @angular/cli | 17.3.0  | EXACT",
        "npm i @angular/cli                  | @angular/cli |         | NONE",
        "npm i express@latest                | express    | latest    | RANGE",
        "npm i express@^4                    | express    | ^4        | RANGE",
        "yarn add lodash@npm:lodash-es@4.17.21 | lodash-es | 4.17.21  | EXACT",
        "gem install rails:7.1.3             | rails      | 7.1.3     | EXACT",
        "gem install rails -v 7.1.3          | rails      | 7.1.3     | EXACT",
        "gem install rails -v '~> 7.1'       | rails      | ~> 7.1    | RANGE",
        "go install example.com/tool@v1.2.3  | example.com/tool | v1.2.3 | EXACT",
        "go install example.com/tool@latest  | example.com/tool | latest | NONE",
        "go install example.com/tool@0a1b2c3 | example.com/tool | 0a1b2c3 | EXACT",
        "go get example.com/tool             | example.com/tool |        | NONE",
        "cargo install ripgrep@14.1.0        | ripgrep    | 14.1.0    | EXACT",
        "cargo install ripgrep --version 14.1.0 | ripgrep | 14.1.0    | EXACT",
        "composer require monolog/monolog:3.5.0 | monolog/monolog | 3.5.0 | EXACT",
        "composer require monolog/monolog:^3 | monolog/monolog | ^3    | RANGE",
      })
  void aPackageMayAskForAVersion(String text, String name, String version, Pin pin) {
    PackageSpec spec = command(text).packages().get(0);
    assertThat(spec.kind()).isEqualTo(Kind.PACKAGE);
    assertThat(spec.name()).contains(name);
    assertThat(spec.version().orElse(null)).isEqualTo(version);
    assertThat(spec.pin()).isEqualTo(pin);
  }

  @ParameterizedTest
  @CsvSource({
    "apt-get install ./app.deb, FILE",
    "apt-get install lamp-server^, GROUP",
    "apt-get install curl-, EXCLUDED",
    "apt-get install linux-headers-$(uname -r), UNKNOWN",
    "apt-get install $PACKAGES, UNKNOWN",
    "apk add /tmp/app.apk, FILE",
    "apk add !curl, EXCLUDED",
    "dnf install https://example.com/app.rpm, FILE",
    "dnf install @development-tools, GROUP",
    "dnf groupinstall 'Development Tools', GROUP",
    "zypper install -t pattern devel_basis, GROUP",
    "pip install ., FILE",
    "pip install git+https://example.com/app.git@v1, REPOSITORY",
    "npm i ./local, FILE",
    "npm i user/repository, FILE",
    "go install ./cmd/..., FILE",
    "go install cmd/tool, FILE",
    "cargo install --path . app, FILE",
  })
  void aWordMayStandForSomethingElse(String text, Kind kind) {
    PackageSpec spec = command(text).packages().get(0);
    assertThat(spec.kind()).isEqualTo(kind);
    assertThat(spec.isUnpinned()).isFalse();
  }

  @Test
  void aVersionInAVariableIsUnknownAndNotMissing() {
    PackageSpec spec = command("apt-get install curl=${CURL_VERSION}").packages().get(0);
    assertThat(spec.name()).contains("curl");
    assertThat(spec.version()).isEmpty();
    assertThat(spec.pin()).isEqualTo(Pin.UNKNOWN);
    assertThat(spec.isUnpinned()).isFalse();
  }

  @Test
  void whatFollowsAVariableIsUnknownToo() {
    PackageSpec spec = command("pip install flask[$EXTRAS]==3.0").packages().get(0);
    assertThat(spec.name()).contains("flask");
    assertThat(spec.pin()).isEqualTo(Pin.UNKNOWN);
  }

  @Test
  void aPackageKnowsItsPlace() {
    PackageSpec spec = command("apt-get install -y curl").packages().get(0);
    assertThat(spec.range().text()).isEqualTo("curl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm ci",
        "npm install",
        "yarn",
        "pip install -r requirements.txt",
        "uv pip sync requirements.txt",
        "composer install --no-dev",
        "go mod download",
      })
  void anInstallMayFollowAManifest(String text) {
    assertThat(command(text).isFromManifest()).isTrue();
    assertThat(command(text).packages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"npm i express", "apt-get install", "pip install flask", "npm update"})
  void otherInstallsDoNot(String text) {
    assertThat(command(text).isFromManifest()).isFalse();
  }

  @Test
  void aScriptMayHaveSeveralCommands() {
    assertThat(commands("apt-get update && (apt-get install -y curl; rm -rf /x) || yarn build"))
        .map(Object::toString)
        .containsExactly("apt-get update", "apt-get install -y curl", "yarn build");
  }

  private static PackageCommand command(String text) {
    return commands(text).get(0);
  }

  private static List<PackageCommand> commands(String text) {
    Source source = Source.of("script", text);
    return PackageCommand.all(Script.parse(MappedText.of(source.range()), Dialect.POSIX));
  }
}
