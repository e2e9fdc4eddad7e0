package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.ImageReference;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfLifeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "python:3.8-slim-buster              | Python 3.8, Debian 10 (buster)",
        "eclipse-temurin:17-jre-alpine       | Eclipse Temurin 17",
        "golang:1.19-alpine3.16              | Go 1.19, Alpine 3.16",
        "debian:buster                       | Debian 10 (buster)",
        "debian:stretch-20200101             | Debian 9 (stretch)",
        "debian:11-slim                      | Debian 11 (bullseye)",
        "ubuntu:bionic                       | Ubuntu 18.04 (bionic)",
        "ubuntu:22.04                        | Ubuntu 22.04 (jammy)",
        "node:12.22.1                        | Node.js 12 (erbium)",
        "node:lts-gallium                    | Node.js 16 (gallium)",
        "eclipse-temurin:8u342-b07-jdk       | Eclipse Temurin 8",
        "eclipse-temurin:24.0.2_12-jdk       | Eclipse Temurin 24",
        "ibm-semeru-runtimes:open-17-jre     | IBM Semeru 17",
        "openjdk:8-jre-alpine3.9             | Alpine 3.9",
        "openjdk:11-jre-slim-buster          | Debian 10 (buster)",
        "traefik:v2.2                        | Traefik 2.2",
        "postgres:9.6.24-stretch             | PostgreSQL 9.6, Debian 9 (stretch)",
        "timescale/timescaledb:2.9.1-pg12    | PostgreSQL 12",
        "mcr.microsoft.com/dotnet/sdk:5.0    | .NET 5",
        "centos:centos7                      | CentOS 7",
        "quay.io/centos/centos:stream8       | CentOS Stream 8",
        "amazonlinux:2018.03.0               | Amazon Linux 2018.03",
        "amazoncorretto:17-al2               | Amazon Corretto 17, Amazon Linux 2",
        "nvidia/cuda:12.1.1-devel-ubi8       | Red Hat Enterprise Linux 8",
        "mcr.microsoft.com/devcontainers/base:0-alpine-3.16 | Alpine 3.16",
        "mcr.microsoft.com/windows/servercore:1909          | Windows Server Core 1909",
        "mcr.microsoft.com/windows/nanoserver:20H2          | Windows Nano Server 20h2",
        "golang:1.13-nanoserver-1903         | Go 1.13, Windows Nano Server 1903",
        "mcr.microsoft.com/mssql/server:2017-latest         | SQL Server 14.0 (2017)",
      })
  void aTagNamesTheProductAndWhatItRunsOn(String image, String releases) {
    assertThat(names(image)).isEqualTo(releases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "registry.access.redhat.com/ubi7/ubi-minimal | Red Hat Enterprise Linux 7",
        "redhat/ubi9-minimal:latest                  | Red Hat Enterprise Linux 9",
        "registry.access.redhat.com/ubi8/openjdk-11:1.11 | Red Hat build of OpenJDK 11, Red Hat Enterprise Linux 8",
        "gcr.io/distroless/java-debian10             | Debian 10 (buster)",
        "gcr.io/distroless/nodejs18-debian11         | Node.js 18 (hydrogen), Debian 11 (bullseye)",
      })
  void aRepositoryMayNameThemToo(String image, String releases) {
    assertThat(names(image)).isEqualTo(releases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maven:3.9-eclipse-temurin-18  | Maven 3.9, Eclipse Temurin 18",
        "tomcat:10-jre21-temurin-noble | Tomcat 10.1, Eclipse Temurin 21, Ubuntu 24.04 (noble)",
        "maven:3.8-amazoncorretto-16   | Maven 3.8, Amazon Corretto 16",
      })
  void aTagMayNameTheJavaRuntime(String image, String releases) {
    assertThat(names(image)).isEqualTo(releases);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "python:latest",
        "python:slim",
        "node:lts",
        "debian:stable",
        "debian:sid",
        "alpine:edge",
        "alpine:20230329",
        "redis:7f3a9c0",
        "centos@sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "example.com/team/app:1.0",
        "ros:kinetic",
        "gradle:jdk8",
        "openjdk:11",
      })
  void aTagThatNamesNoReleaseGivesNone(String image) {
    assertThat(names(image)).isEmpty();
  }

  @Test
  void aShortVersionIsTheNewestOfItsLineOnceTheLineIsClosed() {
    assertThat(names("python:2")).isEqualTo("Python 2.7");
    assertThat(names("php:7-apache")).isEqualTo("PHP 7.4");
  }

  @Test
  void aShortVersionOfTheNewestLineMayBecomeAnything() {
    assertThat(names("python:3")).isEmpty();
    assertThat(names("alpine:3")).isEmpty();
  }

  @Test
  void aVersionOlderThanAllInTheTableEndedWithTheOldestAtTheLatest() {
    Release release = releases("golang:1.4.2").get(0);
    assertThat(release).hasToString("Go 1.4");
    assertThat(release.whenEnded()).isEqualTo("by 2019-02-25");
    assertThat(release.hasEndedBy(TODAY)).isTrue();
  }

  @Test
  void aVersionNewerThanAllOfItsLineIsNotInTheTableYet() {
    assertThat(names("drupal:10.9")).isEmpty();
    assertThat(names("golang:1.99")).isEmpty();
  }

  @Test
  void theLastDayOfSupportIsStillSupported() {
    Release buster = releases("debian:buster").get(0);
    assertThat(buster.end()).contains(LocalDate.of(2022, 9, 10));
    assertThat(buster.hasEndedBy(LocalDate.of(2022, 9, 10))).isFalse();
    assertThat(buster.hasEndedBy(LocalDate.of(2022, 9, 11))).isTrue();
    assertThat(buster.whenEnded()).isEqualTo("on 2022-09-10");
  }

  @Test
  void anEndWithoutADateIsAnEndAllTheSame() {
    Release release = releases("haskell:8.10").get(0);
    assertThat(release.end()).isEmpty();
    assertThat(release.hasEndedBy(TODAY)).isTrue();
  }

  @Test
  void aReleaseWithoutAnEndHasNotEnded() {
    assertThat(releases("httpd:2.4").get(0).hasEndedBy(TODAY)).isFalse();
  }

  @Test
  void onlyWhatIsOverIsEnded() {
    ImageReference image = image("python:3.11-slim-buster");
    assertThat(EndOfLife.releases(image)).hasSize(2);
    assertThat(EndOfLife.ended(image, TODAY)).hasToString("[Debian 10 (buster)]");
  }

  @Test
  void aMirrorServesTheSameReleases() {
    assertThat(names("arm32v7/debian:stretch")).isEqualTo("Debian 9 (stretch)");
    assertThat(names("mirror.gcr.io/library/postgres:11")).isEqualTo("PostgreSQL 11");
    assertThat(names("public.ecr.aws/docker/library/node:14")).startsWith("Node.js 14");
  }

  @Test
  void frameworksAreFoundByNameAndVersion() {
    assertThat(EndOfLife.release("spring-boot", "2.7.18"))
        .hasValueSatisfying(boot -> assertThat(boot.hasEndedBy(TODAY)).isTrue());
    assertThat(EndOfLife.release("eclipse-temurin", "17").orElseThrow().isLongTerm()).isTrue();
    assertThat(EndOfLife.release("no-such-product", "1")).isEmpty();
  }

  private static String names(String image) {
    return String.join(", ", releases(image).stream().map(Release::toString).toList());
  }

  private static List<Release> releases(String image) {
    return EndOfLife.releases(image(image));
  }

  private static ImageReference image(String text) {
    return ImageReference.parse(text).orElseThrow();
  }
}
