package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MachineSpecificMount implements ComposeRule {

  /** Of these names there is a person on many machines, or none at all. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(/home/(?!linuxbrew|runner|vagrant|ubuntu|user|username|docker|pi/|[$<{])[\\w.-]+|"
              + "/Users/(?!Shared|user|username|[$<{])[\\w.-]+|[A-Za-z]:[\\\\/]Users[\\\\/][\\w.-]+).*");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2323", "machine-specific-mount")
        .summary("A service mounts a folder that only one person has")
        .why(
            """
            A path below `/home/somebody`, `/Users/somebody` or a drive of Windows is there on one machine. On any other
            Docker makes an empty folder of that name, owned by root, and the service starts without its data. A path
            beside the file, or a variable with that path as its default, is right on all of them.
            """)
        .bad(
            """
            services:
              media:
                image: example.com/media:3
                volumes:
                  - /home/alice/films:/films
            """)
        .good(
            """
            services:
              media:
                image: example.com/media:3
                volumes:
                  - ${MEDIA_FILMS:-/home/alice/films}:/films
            """)
        .fixedSometimes()
        .references(
            "https://docs.docker.com/reference/compose-file/services/#volumes",
            "https://docs.docker.com/reference/compose-file/interpolation/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(
            service ->
                service.volumes().stream()
                    .filter(mount -> mount.type() == Mount.Type.BIND)
                    .flatMap(mount -> mount.source().stream())
                    .filter(source -> source.interpolations().isEmpty())
                    .filter(source -> PERSONAL.matcher(source.text()).matches())
                    .map(source -> finding(service, source)));
  }

  private Finding finding(Service service, Scalar source) {
    return finding(
            source,
            "Only one machine has '%s'; mount a path beside the file, or take it from a variable",
            source.text())
        .mendedBy(() -> remedy(service, source));
  }

  /** The path stays what it is until somebody sets the variable. */
  private static Remedy remedy(Service service, Scalar source) {
    String[] folders = source.text().split("[/\\\\]+");
    String name =
        (service.name() + "_" + folders[folders.length - 1])
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]+", "_");
    boolean isPlain =
        source.range().text().equals(source.text())
            && source.site().equals(source.range())
            && source.text().startsWith("/")
            && Character.isLetter(name.charAt(0));
    return isPlain
        ? Remedy.intended(
            "Let %s say which folder it is".formatted(name),
            source.range().replaceWith("${%s:-%s}".formatted(name, source.text())))
        : Remedy.none("it is not written plainly in the file");
  }
}
