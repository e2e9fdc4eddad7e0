package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt-get update && apt-get install -y curl",
        "RUN apt-get update && apt-get install -y curl && apt-get clean",
        "RUN rm -rf /var/lib/apt/lists/* && apt-get update",
        "RUN --mount=type=cache,target=/var/cache/apt apt-get update",
        "RUN --mount=type=bind,target=/var/lib/apt/lists apt-get update",
        "RUN apk add curl",
        "RUN apk update && apk add --no-cache curl",
        "RUN dnf install -y curl && dnf clean packages",
        "RUN yum install -y curl",
        "RUN zypper -n in curl",
        "RUN pacman -Sy --noconfirm git",
        "RUN pip install flask",
        "RUN npm ci",
        "RUN yarn",
        "RUN composer install",
      })
  void whatIsDownloadedStaysInTheLayer(String run) {
    assertThat(leavesCache(run)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt-get install -y curl",
        "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*",
        "RUN apt-get update && rm -fr /var/lib/apt/lists",
        "RUN apt-get update && rm -r /var/lib/apt/lists/*_* /tmp/*",
        "RUN apt-get update && rm -rf /var/lib/{apt,dpkg}/",
        "RUN apt-get update && find /var/lib/apt/lists -type f -delete",
        "RUN apt-get update && apt-get distclean",
        "RUN apt-get update && sudo rm -rf /var/lib/apt/lists/*",
        "RUN apt-get update && sh -c 'rm -rf /var/lib/apt/lists/*'",
        "RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update",
        "RUN --mount=type=tmpfs,target=/var/lib/apt/lists/ apt-get update",
        "RUN apk add --no-cache curl",
        "RUN apk add --no-network /tmp/curl.apk",
        "RUN apk add curl && rm -rf /var/cache/apk/*",
        "RUN --mount=type=cache,target=/var/cache/apk apk add curl",
        "RUN dnf install -y curl && dnf clean all",
        "RUN dnf install -y curl && rm -rf /var/cache/*",
        "RUN yum install -y curl && rm -rf /var/cache/yum",
        "RUN microdnf install curl && microdnf clean all",
        "RUN zypper -n in curl && zypper clean --all",
        "RUN pacman -Sy --noconfirm git && pacman -Scc --noconfirm",
        "RUN pip install --no-cache-dir flask",
        "RUN PIP_NO_CACHE_DIR=1 pip install flask",
        "RUN pip install flask && rm -rf ~/.cache",
        "RUN --mount=type=cache,target=/root/.cache/pip pip install flask",
        "RUN npm ci && npm cache clean --force",
        "RUN --mount=type=cache,target=/root/.npm npm ci",
        "RUN yarn && yarn cache clean",
        "RUN composer install --no-cache",
        "RUN npm run build",
      })
  void nothingStaysInTheLayer(String run) {
    assertThat(leavesCache(run)).isFalse();
  }

  @Test
  void aVariableOfTheStageSwitchesTheCacheOff() {
    assertThat(leavesCache("ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask")).isFalse();
  }

  @Test
  void anotherRunDeletesTooLate() {
    assertThat(leavesCache("RUN rm -rf /var/lib/apt/lists/*\nRUN apt-get update")).isTrue();
  }

  @Test
  void commandsAreFoundInAHeredoc() {
    Packages packages = packages("RUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n");
    assertThat(packages.commands(Action.INSTALL)).hasSize(1);
    assertThat(packages.commands()).hasSize(2);
  }

  @Test
  void anotherShellIsNotRead() {
    assertThat(packages("SHELL [\"powershell\"]\nRUN apt-get update").commands()).isEmpty();
  }

  private static boolean leavesCache(String instructions) {
    Packages packages = packages(instructions);
    return packages.commands().stream().anyMatch(packages::leavesCache);
  }

  private static Packages packages(String instructions) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM debian:12\n" + instructions));
    Stage stage = file.lastStage().orElseThrow();
    Run run = stage.all(Run.class).reduce((first, last) -> last).orElseThrow();
    return Packages.of(run, stage.stateAt(run));
  }
}
