package io.github.dockeraudit.compose;

/** Tells IP addresses from other text, without looking anything up. */
final class IpAddress {

  private static final int IPV6_GROUPS = 8;

  private IpAddress() {}

  /** Whether the text is an IPv4 or IPv6 address as numbers. */
  static boolean isValid(String text) {
    return text.indexOf(':') < 0 ? isIpv4(text) : isIpv6(text);
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean leadingZero = part.length() > 1 && part.startsWith("0");
      if (leadingZero || !isNumber(part, 10, 3) || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == IPV6_GROUPS;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
  }

  /** The number of 16-bit groups, of which an IPv4 address at the end counts as two; -1 if bad. */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        if (!isIpv4(parts[i])) {
          return -1;
        }
        count++;
      } else if (!isNumber(parts[i], 16, 4)) {
        return -1;
      }
      count++;
    }
    return count;
  }

  private static boolean isNumber(String text, int radix, int mostDigits) {
    if (text.isEmpty() || text.length() > mostDigits) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }
}
