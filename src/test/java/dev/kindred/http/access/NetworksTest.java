package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.4.0/23, 192.168.5.9, true",
    "192.168.4.0/23, 192.168.6.9, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fc00::1, false"
  })
  void anAddressIsOfANetworkIfItBeginsLikeIt(String network, String address, boolean isIn) {
    assertThat(Networks.parse(network).orElseThrow().contain(InetAddress.ofLiteral(address)))
        .isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "10.0.0.0/33",
        "::/129",
        "10.0.0",
        "example.org",
        "10.0.0.0/x",
        "10.0.0.0/8,"
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThat(Networks.parse(text)).isEmpty();
  }
}
