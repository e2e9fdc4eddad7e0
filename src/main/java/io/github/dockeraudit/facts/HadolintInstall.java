package io.github.dockeraudit.facts;

import java.util.List;
import java.util.regex.Pattern;

/** Which packages come without a version to the eyes of hadolint. */
public final class HadolintInstall {

  /** A number in the name of an RPM, which hadolint takes for a version: {@code gcc-13-devel}. */
  private static final Pattern NUMBERED = Pattern.compile("-\\d");

  private HadolintInstall() {}

  /** Those of a command, in its order; none of a command that hadolint does not know. */
  public static List<PackageSpec> unpinned(PackageCommand install) {
    if (!isKnown(install)) {
      return List.of();
    }
    boolean isRpm = isRpm(install);
    return install.packages().stream().filter(spec -> isUnpinned(spec, isRpm)).toList();
  }

  /** hadolint knows these by one name each, and does not look at what is read from a list. */
  private static boolean isKnown(PackageCommand install) {
    String wanted =
        switch (install.manager()) {
          case APT -> "apt-get";
          case NPM, YARN, PNPM -> "npm";
          case CARGO, COMPOSER, PACMAN -> "";
          default -> install.program();
        };
    return install.isPlain()
        && install.isCalled(wanted)
        && !(install.manager() == PackageManager.PIP && install.isFromManifest());
  }

  private static boolean isRpm(PackageCommand install) {
    return switch (install.manager()) {
      case DNF, MICRODNF, YUM, ZYPPER -> true;
      default -> false;
    };
  }

  private static boolean isUnpinned(PackageSpec spec, boolean isRpm) {
    return spec.isUnpinned() && !(isRpm && NUMBERED.matcher(spec.toString()).find())
        || spec.isWithoutVersion(isRpm);
  }
}
