package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ProtocolCasing implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1407", "protocol-casing")
        .offByDefault()
        .summary("EXPOSE names a protocol in upper case")
        .why(
            """
            Docker keeps `8080/TCP` as `8080/tcp`. Written as it is kept, it can be found.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            EXPOSE 8080/TCP
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            EXPOSE 8080/tcp
            """)
        .fixedAlways()
        .buildkit("ExposeProtoCasing")
        .references("https://docs.docker.com/reference/build-checks/expose-proto-casing/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Expose.class)
        .flatMap(expose -> expose.ports().stream())
        .filter(port -> port.literal().filter(ProtocolCasing::isUpper).isPresent())
        .map(
            port ->
                finding(port, "The protocol of '%s' is not in lower case; write it so", port)
                    .fixedBy(
                        Fix.safe(
                            "Write the protocol in lower case",
                            port.range()
                                .replaceWith(port.range().text().toLowerCase(Locale.ROOT)))));
  }

  private static boolean isUpper(String port) {
    int slash = port.indexOf('/');
    String protocol = port.substring(slash + 1);
    return slash >= 0 && !protocol.equals(protocol.toLowerCase(Locale.ROOT));
  }
}
