package io.github.dockeraudit.facts;

import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A package manager whose downloads stay in the layer of a RUN, though nothing needs them once the
 * packages are installed.
 *
 * @param first the first command that leaves some
 * @param commands all commands of that manager which leave some
 * @param layer the RUN
 */
public record KeptCache(PackageCommand first, List<PackageCommand> commands, Layer layer)
    implements Located {

  @Override
  public SourceRange range() {
    return first.subcommand().or(() -> first.command().name()).orElseThrow().range();
  }

  /** Those of these managers that leave something in a layer, in the order of their commands. */
  public static List<KeptCache> of(Set<PackageManager> managers, Layer layer) {
    return of(managers, layer, layer.packages()::leavesCache);
  }

  /**
   * The same, where a flag alone keeps a manager that has one from leaving something, and only the
   * installation of packages is looked at.
   */
  public static List<KeptCache> withoutFlag(Set<PackageManager> managers, Layer layer) {
    return of(
        managers,
        layer,
        command ->
            command.isPlain()
                && command.does(actions(command))
                && command.subcommand().filter(word -> !word.raw().startsWith("group")).isPresent()
                && (command.manager() != PackageManager.YARN || HadolintLayers.counts(layer))
                && leaves(command, layer));
  }

  private static PackageCommand.Action[] actions(PackageCommand command) {
    boolean isDnf =
        command.manager() == PackageManager.DNF || command.manager() == PackageManager.MICRODNF;
    return isDnf
        ? new PackageCommand.Action[] {PackageCommand.Action.INSTALL, PackageCommand.Action.UPGRADE}
        : new PackageCommand.Action[] {PackageCommand.Action.INSTALL};
  }

  private static boolean leaves(PackageCommand command, Layer layer) {
    return flag(command).isPresent()
        ? layer.packages().writesCache(command) || command.hasFlag("--no-network")
        : layer.packages().leavesCache(command);
  }

  private static List<KeptCache> of(
      Set<PackageManager> managers, Layer layer, Predicate<PackageCommand> leaves) {
    List<KeptCache> found = new ArrayList<>(0);
    Set<PackageManager> seen = EnumSet.noneOf(PackageManager.class);
    for (PackageCommand command : layer.packages().commands()) {
      boolean isAsked = managers.contains(command.manager()) && !seen.contains(command.manager());
      if (isAsked && leaves.test(command)) {
        seen.add(command.manager());
        List<PackageCommand> alike =
            layer.packages().commands().stream()
                .filter(other -> other.manager() == command.manager() && leaves.test(other))
                .toList();
        found.add(new KeptCache(command, alike, layer));
      }
    }
    return found;
  }

  /** What keeps the downloads out: a flag for each command, or else a command for the end. */
  public String measure() {
    return flag().orElseGet(this::cleanUp);
  }

  /** Whether {@link #measure} is a flag. */
  public boolean isFlag() {
    return flag().isPresent();
  }

  private Optional<String> flag() {
    return flag(first);
  }

  private static Optional<String> flag(PackageCommand command) {
    return switch (command.manager()) {
      case APK -> Optional.of("--no-cache");
      case PIP -> Optional.of(command.program().equals("uv") ? "--no-cache" : "--no-cache-dir");
      default -> Optional.empty();
    };
  }

  private String cleanUp() {
    return switch (first.manager()) {
      case ZYPPER -> "zypper clean --all";
      case PACMAN -> "rm -rf /var/cache/pacman/pkg/*";
      case NPM -> "npm cache clean --force";
      case YARN -> first.program() + " cache clean";
      case GEM -> "rm -rf \"$(gem env gemdir)\"/cache/*";
      case COMPOSER -> first.program() + " clear-cache";
      default -> first.program() + " clean all";
    };
  }

  /** Keeps the downloads out of the layer. */
  public Remedy remedy() {
    List<TextEdit> edits = edits();
    return edits.isEmpty()
        ? Remedy.none("the end of the script is not plain")
        : Remedy.intended("Keep no copies of packages", edits);
  }

  /** Lists that are not kept are of no use: with the flag, what installs fetches its own. */
  private Optional<TextEdit> edit(
      PackageCommand command, String flag, Optional<PackageCommand> needless) {
    Optional<TextEdit> added = command.subcommand().map(word -> word.followedBy(flag.split(" ")));
    return needless.filter(command::equals).isPresent()
        ? Removal.of(command.command(), layer.file()).or(() -> added)
        : added;
  }

  private List<TextEdit> edits() {
    Optional<String> flag = flag();
    if (flag.isPresent()) {
      Optional<PackageCommand> needless =
          commands.stream()
              .filter(command -> command.does(PackageCommand.Action.REFRESH))
              .findFirst();
      return commands.stream()
          .flatMap(command -> edit(command, flag.get(), needless).stream())
          .toList();
    }
    String sudo = first.command().wrappers().contains("sudo") ? "sudo " : "";
    return AddedCommand.atEndOf(layer.run(), layer.file(), sudo + cleanUp()).stream().toList();
  }
}
