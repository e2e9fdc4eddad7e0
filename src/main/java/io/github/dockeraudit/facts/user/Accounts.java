package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImage.Family;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.ImageContents;
import io.github.dockeraudit.facts.NonRootUser;
import java.util.Optional;
import java.util.Set;

/** The names of users that an image has. */
public final class Accounts {

  /** What the small distributions have from the beginning. */
  private static final Set<String> STANDARD =
      Set.of(
          "_apt",
          "adm",
          "at",
          "backup",
          "bin",
          "cron",
          "cyrus",
          "daemon",
          "ftp",
          "games",
          "gnats",
          "guest",
          "halt",
          "irc",
          "list",
          "lp",
          "mail",
          "man",
          "messagebus",
          "news",
          "nobody",
          "ntp",
          "operator",
          "postmaster",
          "proxy",
          "root",
          "shutdown",
          "smmsp",
          "squid",
          "sshd",
          "sync",
          "sys",
          "systemd-network",
          "systemd-resolve",
          "systemd-timesync",
          "ubuntu",
          "uucp",
          "vpopmail",
          "www-data",
          "xfs");

  private static final Set<Family> KNOWN = Set.of(Family.ALPINE, Family.DEBIAN, Family.UBUNTU);

  private Accounts() {}

  /**
   * Whether an image certainly has no user of that name: its base has none, and no step of the
   * build speaks of it.
   *
   * @param user as {@code USER} has it
   */
  public static boolean lack(Stage image, String user) {
    String name = user.split(":", 2)[0];
    boolean isName = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    return isName
        && !STANDARD.contains(name)
        && image.root().image().filter(base -> lacks(base, name)).isPresent()
        && ImageContents.isUntouchedBy(image, name);
  }

  private static boolean lacks(ImageReference base, String name) {
    Optional<BaseImage> known =
        BaseImages.find(base)
            .filter(image -> KNOWN.contains(image.family()))
            .filter(image -> image.hasNonRootUser() != Answer.UNKNOWN);
    return known.isPresent()
        && known
            .flatMap(BaseImage::nonRootUser)
            .map(NonRootUser::name)
            .filter(name::equals)
            .isEmpty()
        && known.flatMap(BaseImage::defaultUser).filter(name::equals).isEmpty();
  }
}
