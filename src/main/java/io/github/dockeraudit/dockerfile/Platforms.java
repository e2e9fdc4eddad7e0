package io.github.dockeraudit.dockerfile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Platforms as {@code --platform} takes them: {@code linux/amd64}, {@code linux/arm/v7}. */
final class Platforms {

  private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern SYSTEM = Pattern.compile("[A-Za-z0-9_.-]+(\\([A-Za-z0-9_.-]*\\))?");

  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "macos",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos");

  private static final Set<String> ARCHITECTURES =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "ppc64",
          "ppc64le",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm",
          "i386",
          "x86_64",
          "x86-64",
          "aarch64",
          "armhf",
          "armel");

  private Platforms() {}

  /** Whether Docker can read a text as a platform. */
  static boolean isValid(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length > 3 || !SYSTEM.matcher(parts[0]).matches()) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      if (!COMPONENT.matcher(parts[i]).matches()) {
        return false;
      }
    }
    return parts.length > 1 || isKnown(parts[0].toLowerCase(Locale.ROOT));
  }

  /** A system or an architecture alone must be one that Docker knows. */
  private static boolean isKnown(String part) {
    int version = part.indexOf('(');
    return SYSTEMS.contains(version < 0 ? part : part.substring(0, version))
        || ARCHITECTURES.contains(part);
  }
}
