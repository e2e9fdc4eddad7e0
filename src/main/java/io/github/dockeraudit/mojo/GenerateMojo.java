package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.fix.ProjectWriter;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.generate.Texts;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the files that this module, or a folder without a POM, lacks: a Dockerfile for what the
 * module builds, the ignore files of what is built there, and for what compose runs an override for
 * production, a pattern for {@code .env} and the targets of a makefile. Nothing that is there is
 * overwritten unless it is asked for.
 */
@Mojo(name = "generate", requiresProject = false, threadSafe = true)
public final class GenerateMojo extends AbstractAuditMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.generate.skip", defaultValue = "false")
  private boolean skipGenerate;

  /**
   * What to generate: {@code dockerfile}, {@code dockerignore}, {@code override}, {@code env},
   * {@code makefile}; by default all that is missing.
   */
  @Parameter(property = "docker-audit.generate")
  private List<String> generate;

  /**
   * Whether files that are there are replaced: a Dockerfile, ignore files and {@code .env.example}.
   * A makefile gets what it lacks and keeps the rest; an override has to be removed first.
   */
  @Parameter(property = "docker-audit.force", defaultValue = "false")
  private boolean force;

  /** Prints what would be written as one diff, in which secrets are masked, and writes nothing. */
  @Parameter(property = "docker-audit.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  boolean skipsThisGoal() {
    return skipGenerate;
  }

  @Override
  boolean needsFiles() {
    return false;
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration) {
    Path folder = audit.project().folder();
    Generated generated = new Generator(textsIn(folder), force).generate(audit.project(), parts());
    if (dryRun) {
      reports.printDiff(generated);
    } else {
      new ProjectWriter(folder).write(generated.changes());
    }
    reports.print(generated, !dryRun);
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    listOf(generate).forEach(part -> parts.add(Choice.of("generate", part, Part.class)));
    return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
  }

  private static Texts textsIn(Path folder) {
    return path -> {
      Path file = folder.resolve(path);
      try {
        return Files.isRegularFile(file)
            ? Optional.of(Source.of(path, Files.readAllBytes(file)))
            : Optional.empty();
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    };
  }
}
