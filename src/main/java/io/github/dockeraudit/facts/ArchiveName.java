package io.github.dockeraudit.facts;

import java.util.Locale;
import java.util.Set;

/** What the name of a file says about whether Docker would unpack it. */
public final class ArchiveName {

  /** Endings of texts, and of zip files, which Docker does not unpack. */
  private static final Set<String> NO_ARCHIVE =
      Set.of(
          ("bash c cer cfg class cnf conf cpp crt cs csproj css csv d dll ear env gemspec go gradle h"
                  + " html ini j2 jar java js json key kts lock lua md patch pem php pl properties ps1"
                  + " pub py rb repo rs rules service sh sln so sql sum template tmpl toml ts tsx txt"
                  + " vcl war whl xml yaml yml zip zsh")
              .split(" "));

  private ArchiveName() {}

  /** Whether it is none: a folder, in which archives are left as they are, or of another kind. */
  public static boolean isNone(String path) {
    return path.endsWith("/")
        || path.chars().allMatch(c -> c == '.' || c == '/')
        || path.indexOf('.', path.lastIndexOf('/') + 1) >= 0
            && NO_ARCHIVE.contains(
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
