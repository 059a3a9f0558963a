package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
  private final ClientAddress addresses =
      new ClientAddress(Networks.parse("10.0.0.0/8, fd00::/8").orElseThrow());

  private String of(String peer, List<String> forwarded, List<String> forwardedFor) {
    return addresses.of(InetAddress.ofLiteral(peer), forwarded, forwardedFor).getHostAddress();
  }

  @Test
  void aStrangerIsNotBelieved() {
    assertThat(of("192.0.2.1", List.of("for=198.51.100.1"), List.of("198.51.100.1")))
        .isEqualTo("192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1|192.0.2.1",
        "198.51.100.9, 192.0.2.1|192.0.2.1",
        "198.51.100.9, 192.0.2.1, 10.3.0.4|192.0.2.1",
        "192.0.2.1:4711|192.0.2.1",
        "[2001:db8::1]:80|2001:db8:0:0:0:0:0:1",
        "unknown|10.0.0.1",
        "198.51.100.9, evil.example|10.0.0.1",
        "''|10.0.0.1"
      })
  void theLastAddressThatIsNoProxyCounts(String header, String address) {
    assertThat(of("10.0.0.1", List.of(), List.of(header))).isEqualTo(address);
  }

  @Test
  void forwardedIsReadAsRfc7239Says() {
    assertThat(of("10.0.0.1", List.of("for=\"[2001:db8::1]:80\";proto=https"), List.of()))
        .isEqualTo("2001:db8:0:0:0:0:0:1");
    assertThat(of("10.0.0.1", List.of("proto=http;FOR=192.0.2.1", "for=10.0.0.7"), List.of()))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void whereThereAreBothHeadersNeitherIsBelieved() {
    assertThat(of("10.0.0.1", List.of("for=192.0.2.1"), List.of("192.0.2.2")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void withoutHeadersItIsThePeer() {
    assertThat(addresses.of(PROXY, List.of(), List.of())).isEqualTo(PROXY);
  }
}
