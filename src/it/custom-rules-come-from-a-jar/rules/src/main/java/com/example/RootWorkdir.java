package com.example;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

/** A rule as a customer would write it: found by ServiceLoader, with an option and a fix. */
public final class RootWorkdir implements DockerfileRule {

  private final String folder;

  public RootWorkdir() {
    this("/app");
  }

  private RootWorkdir(String folder) {
    this.folder = folder;
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("ACME1301", "foreign-workdir")
        .summary("The working directory is not the one that all our images have")
        .why("Our operators look for applications there.")
        .bad("FROM eclipse-temurin:21-jre\nWORKDIR /srv\n")
        .good("FROM eclipse-temurin:21-jre\nWORKDIR /app\n")
        .fixedAlways()
        .text("folder", "/app", "The folder that all images have.");
  }

  @Override
  public Rule with(Options options) {
    return new RootWorkdir(options.text("folder", folder));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Workdir.class)
        .map(Workdir::path)
        .filter(path -> path.literal().filter(text -> !text.equals(folder)).isPresent())
        .map(
            path ->
                finding(path, "'%s' is not %s, where our operators look", path, folder)
                    .fixedBy(Fix.risky("Say " + folder, path.range().replaceWith(folder))));
  }
}
