package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A port that an image exposes although the settings of the application in it name another one.
 *
 * @param exposed the only port that the image exposes, as written
 * @param property the property that sets the port
 * @param port what it is set to
 */
public record ServerPort(Word exposed, String property, int port) implements Located {

  private static final List<String> PROPERTIES = List.of("server.port", "quarkus.http.port");
  private static final String RESOURCES = "src/main/resources/";

  /** Ways to say another port, in a Dockerfile, a compose file or settings for one profile. */
  private static final List<String> TRACES =
      List.of("SERVER_PORT", "HTTP_PORT", "server.port", "http.port", "--port");

  /** A setting of the port. */
  private record Setting(String property, int port) {}

  @Override
  public SourceRange range() {
    return exposed.range();
  }

  /** All of a project. */
  public static Stream<ServerPort> in(Project project) {
    return project.dockerfiles().stream()
        .filter(file -> file.all(Expose.class).findAny().isPresent())
        .flatMap(file -> in(file, project));
  }

  /** Those of one file. */
  static Stream<ServerPort> in(Dockerfile file, Project project) {
    boolean isToldElsewhere =
        mayBeTold(file.source()) || project.builds(file).stream().anyMatch(ServerPort::mayBeTold);
    List<BuildContext> contexts = isToldElsewhere ? List.of() : project.contexts(file);
    return contexts.size() != 1
        ? Stream.empty()
        : setting(contexts.get(0), project).stream()
            .flatMap(
                setting ->
                    project.shippedStages(file).stream()
                        .flatMap(stage -> differing(stage, setting).stream()))
            .distinct();
  }

  private static boolean mayBeTold(Source text) {
    return TRACES.stream().anyMatch(text.text()::contains);
  }

  /** A file of variables may set anything. */
  private static boolean mayBeTold(ServiceBuild build) {
    return !build.service().envFiles().isEmpty()
        || TRACES.stream().anyMatch(build.service().body().range().text()::contains);
  }

  private static Optional<Setting> setting(BuildContext context, Project project) {
    String folder = context.folder().equals(".") ? RESOURCES : context.folder() + "/" + RESOURCES;
    List<String> files =
        project.tree().entries(folder.substring(0, folder.length() - 1)).stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .filter(name -> name.startsWith("application") || name.startsWith("bootstrap"))
            .toList();
    return files.size() == 1
        ? project.text(folder + files.get(0)).flatMap(source -> setting(source, files.get(0)))
        : Optional.empty();
  }

  private static Optional<Setting> setting(Source source, String name) {
    boolean isForProfiles = source.text().contains("\n---") || source.text().contains("%");
    if (isForProfiles) {
      return Optional.empty();
    }
    return name.equals("application.properties")
        ? ofProperties(source)
        : name.equals("application.yml") || name.equals("application.yaml")
            ? ofYaml(source)
            : Optional.empty();
  }

  private static Optional<Setting> ofProperties(Source source) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(source.text()));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return PROPERTIES.stream()
        .flatMap(name -> setting(name, properties.getProperty(name, "")).stream())
        .findFirst();
  }

  private static Optional<Setting> ofYaml(Source source) {
    return Yaml.parse(source)
        .root()
        .flatMap(root -> into(root, "server"))
        .flatMap(server -> into(server, "port"))
        .filter(YamlScalar.class::isInstance)
        .flatMap(port -> setting("server.port", ((YamlScalar) port).value()));
  }

  private static Optional<YamlNode> into(YamlNode node, String key) {
    return node instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
  }

  private static Optional<Setting> setting(String property, String value) {
    String number = value.strip();
    boolean isPort =
        !number.isEmpty() && number.length() < 6 && number.chars().allMatch(Character::isDigit);
    return isPort && Integer.parseInt(number) > 0
        ? Optional.of(new Setting(property, Integer.parseInt(number)))
        : Optional.empty();
  }

  private static Optional<ServerPort> differing(Stage stage, Setting setting) {
    List<Word> words =
        stage.finalState().exposed().stream().flatMap(expose -> expose.ports().stream()).toList();
    boolean isAnother =
        words.size() == 1
            && words
                .get(0)
                .literal()
                .flatMap(Port::parse)
                .filter(port -> setting.port < port.first() || port.last() < setting.port)
                .isPresent();
    return isAnother
        ? Optional.of(new ServerPort(words.get(0), setting.property, setting.port))
        : Optional.empty();
  }

  /** Exposes the port that the application serves; what compose publishes is not changed. */
  public Remedy remedy() {
    return Remedy.intended(
        "Expose port " + port, List.of(exposed.range().replaceWith(String.valueOf(port))));
  }
}
