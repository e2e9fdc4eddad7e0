package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  private static Deployment deployment(String item) {
    return ComposeTexts.load("services:\n  web:\n    image: web\n    ports:\n      - " + item);
  }

  private static List<Port> ports(String item) {
    Deployment deployment = deployment(item);
    assertThat(deployment.problems()).isEmpty();
    return deployment.service("web").orElseThrow().ports();
  }

  private static String described(Port port) {
    return port.hostIp().orElse("")
        + "|"
        + port.published().map(PortRange::toString).orElse("")
        + "|"
        + port.target()
        + "|"
        + port.protocol();
  }

  @ParameterizedTest
  @CsvSource({
    "80, ||80|tcp",
    "'\"80\"', ||80|tcp",
    "8080:80, |8080|80|tcp",
    "8080:80/udp, |8080|80|udp",
    "8080:80/TCP, |8080|80|tcp",
    "53/sctp, ||53|sctp",
    "127.0.0.1:8080:80, 127.0.0.1|8080|80|tcp",
    "127.0.0.1::80, 127.0.0.1||80|tcp",
    "'\"[::1]:8080:80\"', ::1|8080|80|tcp",
    "'\"::1:8080:80\"', ::1|8080|80|tcp",
    "8000-8005:9000-9005, |8000-8005|9000-9005|tcp",
    "8000-8005:80, |8000-8005|80|tcp",
    "3000-3005, ||3000-3005|tcp",
    "'{target: 80, published: 8080}', |8080|80|tcp",
    "'{target: 80, published: \"8080-8090\", protocol: udp}', |8080-8090|80|udp",
    "'{target: \"80\", host_ip: 127.0.0.1}', 127.0.0.1||80|tcp",
  })
  void everyFormIsRead(String item, String expected) {
    assertThat(ports(item)).extracting(PortTest::described).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\":\"",
        "\"8080:\"",
        "web:80",
        "8080:70000",
        "8080:80/icmp",
        "localhost:8080:80",
        "300.0.0.1:8080:80",
        "8000-8003:9000-9005",
        "9005-9000",
        "8080:-1",
        "{published: 8080}",
        "{target: 80, host_ip: localhost}",
        "80.5",
        "{target: 80, port: 8080}",
      })
  void whatComposeRefusesIsAProblem(String item) {
    assertThat(deployment(item).problems()).hasSize(1);
    assertThat(deployment(item).problems().get(0).range().from().line()).isEqualTo(5);
  }

  @Test
  void aPortStandsWhereItIsWritten() {
    assertThat(ports("\"8080:80\"").get(0).range().text()).isEqualTo("\"8080:80\"");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "127.1.2.3, true", "::1, true", "0.0.0.0, false"})
  void onlyALoopbackAddressIsLocal(String ip, boolean local) {
    assertThat(ports("{target: 80, host_ip: '" + ip + "'}").get(0).isLocal()).isEqualTo(local);
  }

  @Test
  void rangesOverlap() {
    assertThat(new PortRange(80, 90).overlaps(new PortRange(90, 95))).isTrue();
    assertThat(new PortRange(80, 90).overlaps(new PortRange(91, 95))).isFalse();
    assertThat(new PortRange(80, 90).size()).isEqualTo(11);
    assertThat(new PortRange(80, 90).contains(85)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4, true",
    "::, true",
    "::1, true",
    "fe80::1:2, true",
    "1:2:3:4:5:6:7:8, true",
    "::ffff:1.2.3.4, true",
    "1.2.3, false",
    "01.2.3.4, false",
    "1:2:3:4:5:6:7, false",
    "1::2::3, false",
    "12345::, false",
    "example.com, false",
    "'', false",
  })
  void anAddressIsToldByItsForm(String text, boolean valid) {
    assertThat(IpAddress.isValid(text)).isEqualTo(valid);
  }
}
