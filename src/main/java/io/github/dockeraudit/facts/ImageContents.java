package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.BaseImage.Family;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an image certainly does not hold: neither its base has it, which is known of few images, nor
 * can anything that the build does have put it there.
 */
public final class ImageContents {

  /** Programs that people take to be everywhere, and that small images leave out. */
  private static final Set<String> OFTEN_MISSED =
      Set.of("bash", "curl", "nc", "ncat", "netcat", "wget");

  /** Images with nothing but their language beside the distribution, in their small variants. */
  private static final Set<String> LANGUAGES =
      Set.of("golang", "node", "openjdk", "python", "ruby", "rust");

  private static final Set<String> DISTRIBUTIONS = Set.of("alpine", "debian", "ubuntu");

  /** Programs that Alpine's BusyBox brings. */
  private static final Set<String> BUSYBOX = Set.of("nc", "wget");

  /** Packages that bring some of these programs along, and tools that fetch further packages. */
  private static final Set<String> BRINGING =
      Set.of("build-essential", "chrome", "chromium", "devscripts", "npx", "playwright", "r-base");

  private static final List<String> SYSTEM =
      List.of("/bin", "/etc", "/lib", "/rootfs", "/sbin", "/usr");

  private static final String LIBRARY = "library/";

  private ImageContents() {}

  /** Whether an image that is run as it is certainly lacks a program. */
  public static boolean lacks(ImageReference image, String program) {
    String tag = image.tag().orElse("latest");
    boolean isBare =
        image.repository().startsWith(LIBRARY) && image.registry().equals("docker.io")
            ? isSmall(image.repository().substring(LIBRARY.length()), tag)
            : isDistroless(image) && !tag.contains("debug");
    return isBare
        && OFTEN_MISSED.contains(program)
        && BaseImages.find(image).filter(base -> lacks(base.family(), program)).isPresent();
  }

  private static boolean isSmall(String name, String tag) {
    return DISTRIBUTIONS.contains(name)
        || LANGUAGES.contains(name) && (tag.contains("slim") || tag.contains("alpine"));
  }

  /** Whether an image is one of Google's that hold a program and what it needs, and no shell. */
  public static boolean isDistroless(ImageReference image) {
    return image.repository().startsWith("distroless/") && image.registry().equals("gcr.io");
  }

  private static boolean lacks(Family family, String program) {
    return switch (family) {
      case DEBIAN, UBUNTU -> !program.equals("bash");
      case ALPINE -> !BUSYBOX.contains(program);
      case DISTROLESS -> true;
      default -> false;
    };
  }

  /** Whether the image of a stage certainly lacks a program. */
  public static boolean lacks(Stage stage, String program) {
    Stage root = stage.root();
    boolean isLeftOut =
        root.isScratch()
            ? OFTEN_MISSED.contains(program)
            : root.image().filter(image -> lacks(image, program)).isPresent();
    return isLeftOut && isUntouchedBy(stage, program);
  }

  /**
   * Whether nothing that a build does speaks of a name or could bring it unseen: a script, packages
   * in a variable, a copy into the folders of the system.
   */
  public static boolean isUntouchedBy(Stage stage, String name) {
    return stage.ancestors().stream()
        .flatMap(own -> own.instructions().stream())
        .allMatch(instruction -> isUntouchedBy(instruction, name));
  }

  private static boolean isUntouchedBy(Instruction instruction, String name) {
    if (instruction instanceof Run run) {
      return !run.range().text().contains(name)
          && BRINGING.stream().noneMatch(run.range().text()::contains)
          && run.command().script().commands().stream().allMatch(ImageContents::isPlain);
    }
    if (instruction instanceof Copy copy) {
      boolean isWhole = copy.sources().stream().anyMatch(source -> source.text().equals("/"));
      return !isWhole && isAside(copy.destination());
    }
    return !(instruction instanceof Add add) || isAside(add.destination());
  }

  /** Whether all that a command does is told by its words. */
  private static boolean isPlain(SimpleCommand command) {
    Optional<String> program = command.unwrapped().name().flatMap(word -> word.literal());
    boolean isScript =
        command.unwrapped().script().isEmpty()
            && command.unwrapped().is("sh", "bash", "ash", ".", "source")
            && !command.unwrapped().operands().isEmpty();
    boolean isKnown =
        command.words().isEmpty()
            || program
                .filter(path -> path.indexOf('/') < 0 || path.startsWith("/usr/bin/"))
                .isPresent();
    return isKnown
        && !isScript
        && PackageCommand.of(command).stream()
            .flatMap(install -> install.packages().stream())
            .allMatch(spec -> spec.kind() != PackageSpec.Kind.UNKNOWN);
  }

  /** Whether a path is outside of the folders where programs and accounts are looked for. */
  private static boolean isAside(Word destination) {
    String target = destination.text();
    return !target.equals("/")
        && !target.contains("$")
        && SYSTEM.stream().noneMatch(target::startsWith);
  }
}
