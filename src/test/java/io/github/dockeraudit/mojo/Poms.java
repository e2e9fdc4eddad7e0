package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.MavenModel;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Reads what a POM itself says, without parents and variables. */
public final class Poms {

  private Poms() {}

  /** The model of the POM in a folder; empty if there is none, or none that says a name. */
  public static Optional<MavenModel> model(Path folder) {
    Path pom = folder.resolve("pom.xml");
    if (!Files.exists(pom)) {
      return Optional.empty();
    }
    try (var text = Files.newInputStream(pom)) {
      Model model = new MavenXpp3Reader().read(text);
      return model.getArtifactId() == null ? Optional.empty() : read(model, pom);
    } catch (XmlPullParserException | EOFException malformed) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<MavenModel> read(Model model, Path pom) {
    MavenProject project = new MavenProject(model);
    project.setFile(pom.toAbsolutePath().toFile());
    if (project.getBuild().getFinalName() == null) {
      project.getBuild().setFinalName(model.getArtifactId() + "-" + model.getVersion());
    }
    Resource resources = new Resource();
    resources.setDirectory("src/main/resources");
    project.getBuild().addResource(resources);
    return MavenModelReader.read(project, List.of(project));
  }
}
