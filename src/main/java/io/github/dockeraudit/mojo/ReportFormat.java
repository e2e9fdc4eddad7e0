package io.github.dockeraudit.mojo;

import java.util.Optional;

/**
 * A form that reports can have. Not called {@code Format}: Maven would take that for the type of a
 * {@code <format>} inside {@code <formats>}.
 */
enum ReportFormat {
  /** The log of the build. */
  CONSOLE,
  /** All that there is to know, for machines. */
  JSON("audit.json"),
  /** The whole audit for people, as GitHub shows it. */
  MARKDOWN("audit.md"),
  /** The whole audit for people, as one page. */
  HTML("audit.html"),
  /** For code scanning and editors. */
  SARIF("audit.sarif"),
  /** For every build server; {@code TEST-*.xml} is what many of them look for. */
  JUNIT("TEST-docker-audit.xml"),
  /** For build servers and review tools. */
  CHECKSTYLE("checkstyle.xml"),
  /** For GitLab's Code Quality, under the name that its documentation uses. */
  GITLAB("gl-code-quality-report.json"),
  /** Workflow commands of GitHub Actions, on standard output. */
  GITHUB;

  private final String fileName;

  ReportFormat() {
    this("");
  }

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /** The name of the report in the folder for reports; empty if it is not written to a file. */
  Optional<String> fileName() {
    return fileName.isEmpty() ? Optional.empty() : Optional.of(fileName);
  }
}
