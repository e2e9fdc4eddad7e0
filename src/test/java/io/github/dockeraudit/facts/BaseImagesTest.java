package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImage.Family;
import io.github.dockeraudit.facts.BaseImage.Java;
import io.github.dockeraudit.facts.BaseImage.Libc;
import io.github.dockeraudit.facts.BaseImage.UserTools;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImagesTest {

  @Test
  void anImageIsDescribed() {
    BaseImage alpine = find("alpine:3.20");
    assertThat(alpine.family()).isEqualTo(Family.ALPINE);
    assertThat(alpine.packageManager()).contains(PackageManager.APK);
    assertThat(alpine.libc()).isEqualTo(Libc.MUSL);
    assertThat(alpine.shell()).contains("ash");
    assertThat(alpine.defaultUser()).contains("root");
    assertThat(alpine.hasNonRootUser()).isEqualTo(Answer.NO);
    assertThat(alpine.userTools()).isEqualTo(UserTools.BUSYBOX);
    assertThat(alpine.hasHealthCheck()).isEqualTo(Answer.NO);
    assertThat(alpine.megabytes()).isEqualTo(OptionalDouble.of(8.3));
    assertThat(alpine.java()).isEqualTo(Java.UNKNOWN);
    assertThat(alpine.deprecated()).isEmpty();
  }

  @Test
  void theNarrowestPatternDescribesATag() {
    assertThat(find("eclipse-temurin:21-jre-alpine").java()).isEqualTo(Java.JRE);
    assertThat(find("eclipse-temurin:21-alpine").java()).isEqualTo(Java.JDK);
    assertThat(find("eclipse-temurin:21").family()).isEqualTo(Family.UBUNTU);
  }

  @Test
  void anUnknownImageIsNotDescribed() {
    assertThat(BaseImages.find(image("example.com/team/app:1.0"))).isEmpty();
  }

  @Test
  void whatTheTableLeavesEmptyIsUnknown() {
    BaseImage leap = find("opensuse/leap:15.6");
    assertThat(leap.defaultUser()).isEmpty();
    assertThat(leap.hasNonRootUser()).isEqualTo(Answer.UNKNOWN);
    assertThat(leap.dropsPrivileges()).isEqualTo(Answer.UNKNOWN);
    assertThat(leap.hasHealthCheck()).isEqualTo(Answer.UNKNOWN);
    assertThat(leap.userTools()).isEqualTo(UserTools.UNKNOWN);
  }

  @Test
  void noneIsKnownAndNotEmpty() {
    BaseImage distroless = find("gcr.io/distroless/java21-debian13:nonroot");
    assertThat(distroless.hasShell()).isEqualTo(Answer.NO);
    assertThat(distroless.shell()).isEmpty();
    assertThat(distroless.hasPackageManager()).isEqualTo(Answer.NO);
    assertThat(distroless.defaultUser()).contains("65532");
  }

  @Test
  void withADigestAloneOnlyWhatEveryTagSharesIsKnown() {
    BaseImage python =
        find("python@sha256:0000000000000000000000000000000000000000000000000000000000000000");
    assertThat(python.family()).isEqualTo(Family.UNKNOWN);
    assertThat(python.defaultUser()).contains("root");
  }

  @ParameterizedTest
  @CsvSource({
    "node, node, 1000",
    "registry.access.redhat.com/ubi9/openjdk-21-runtime, default, 185",
    "open-liberty, 1001, 1001",
  })
  void anImageMayHaveAUserForItsService(String image, String name, int uid) {
    assertThat(find(image).nonRootUser()).contains(new NonRootUser(name, OptionalInt.of(uid)));
  }

  @Test
  void theNumberOfAUserMayBeUnknown() {
    assertThat(find("jetty:12").nonRootUser())
        .contains(new NonRootUser("jetty", OptionalInt.empty()));
  }

  @Test
  void anEntryPointMayDropPrivileges() {
    assertThat(find("postgres:16").dropsPrivileges()).isEqualTo(Answer.YES);
    assertThat(find("nginx:1.27").dropsPrivileges()).isEqualTo(Answer.NO);
  }

  @Test
  void deprecatedImagesSayWhatToUse() {
    assertThat(find("openjdk:11-jre-slim").deprecated()).get().asString().contains("temurin");
    assertThat(find("maven:3.6-jdk-8-alpine").deprecated()).isPresent();
    assertThat(find("maven:3.9-eclipse-temurin-21").deprecated()).isEmpty();
  }

  @Test
  void aNamespaceIsDescribedAsAWhole() {
    assertThat(find("bitnami/postgresql:15").deprecated()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "tomcat:9-alpine, ALPINE, APK, MUSL",
    "openjdk:8-jdk-stretch, DEBIAN, APT, GLIBC",
    "eclipse-temurin:11-jdk-centos7, RHEL, YUM, GLIBC",
    "amazoncorretto:8-alpine3.15-jre, ALPINE, APK, MUSL",
  })
  void theDistributionInTheTagIsBelievedFirst(
      String image, Family family, PackageManager manager, Libc libc) {
    BaseImage found = find(image);
    assertThat(found.family()).isEqualTo(family);
    assertThat(found.packageManager()).contains(manager);
    assertThat(found.libc()).isEqualTo(libc);
  }

  @ParameterizedTest
  @CsvSource({"mcr.microsoft.com/dotnet/aspnet:6.0", "mcr.microsoft.com/dotnet/aspnet:6.0-alpine"})
  void anOldTagMayLackTheUserThatNewOnesHave(String image) {
    assertThat(find(image).hasNonRootUser()).isEqualTo(Answer.NO);
    assertThat(find("mcr.microsoft.com/dotnet/aspnet:8.0").hasNonRootUser()).isEqualTo(Answer.YES);
  }

  @Test
  void anOldTagMayHaveAnotherUser() {
    assertThat(find("haproxy:2.3").defaultUser()).contains("root");
    assertThat(find("haproxy:1.8-alpine").defaultUser()).contains("root");
    assertThat(find("haproxy:2.9").defaultUser()).contains("haproxy");
  }

  @Test
  void aWindowsTagIsWindows() {
    BaseImage found = find("python:3.9-windowsservercore-ltsc2022");
    assertThat(found.family()).isEqualTo(Family.WINDOWS);
    assertThat(found.hasPackageManager()).isEqualTo(Answer.NO);
    assertThat(found.defaultUser()).isEmpty();
  }

  @Test
  void everyRowCanBeRead() {
    for (Table.Row row : BaseImages.Tables.IMAGES.rows()) {
      BaseImage image = new BaseImage(row.cells(BaseImage.Cell.values().length));
      assertThat(image).as(row.cell(0)).satisfies(this::askEverything);
    }
  }

  private void askEverything(BaseImage image) {
    assertThat(image.family()).isNotNull();
    assertThat(image.packageManager()).isNotNull();
    assertThat(image.libc()).isNotNull();
    assertThat(image.nonRootUser()).isNotNull();
    assertThat(image.userTools()).isNotNull();
    assertThat(image.megabytes()).isNotNull();
    assertThat(image.java()).isNotNull();
    assertThat(image.exposedPorts()).allMatch(port -> port.matches("\\d+(-\\d+)?(/udp)?"));
  }

  private static BaseImage find(String text) {
    return BaseImages.find(image(text)).orElseThrow();
  }

  private static ImageReference image(String text) {
    return ImageReference.parse(text).orElseThrow();
  }
}
