package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Module;
import io.github.dockeraudit.shellcheck.Program;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that an audit takes from the build around it, beside the parameters. Goals ask Maven through
 * this alone, so that an audit is made anew when any of it changes.
 *
 * @param folder the folder to audit
 * @param place that folder as seen from the one of the whole build: empty for the same, or with a
 *     slash at its end
 * @param repository the root of the repository that the folder is in
 * @param reports the folder for the reports
 * @param maven the model of the module; empty without a POM
 * @param modules the folders of the other modules, which audit their own files
 * @param together the modules that are audited as one; empty for just this one
 * @param day the day that ends of life are judged by
 * @param shellCheck the program that reviews scripts; empty for none
 * @param color whether the log is in colour
 * @param fixCommand how to run {@code fix} here
 */
record Surroundings(
    Path folder,
    String place,
    Path repository,
    Path reports,
    Optional<MavenModel> maven,
    List<Path> modules,
    List<Module> together,
    LocalDate day,
    Optional<Program> shellCheck,
    boolean color,
    String fixCommand) {}
