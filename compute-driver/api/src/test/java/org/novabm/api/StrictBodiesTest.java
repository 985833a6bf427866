package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong with a body is said, and none becomes more than it is. */
@OverHttp
class StrictBodiesTest {

  private final Caller caller;

  StrictBodiesTest(@LocalServerPort int port) {
    this.caller = new Caller(port);
  }

  private String refusal(String path, String body) {
    return caller.post(path, body).fault("badRequest");
  }

  @Test
  void aFieldThatStandsTwiceIsRefused() {
    assertThat(refusal("/v1/nodes", "{\"cpus\": 1,\n \"cpus\": 2}"))
        .startsWith("the body has a field twice (line 2, column ");
  }

  @Test
  void bodiesOfManyPartsAreRefused() {
    String parts = "the body is nested too deeply, or has too many or too long parts";
    String many = "\"52:54:00:00:00:01\",".repeat(20_000);
    assertThat(refusal("/v1/nodes", "{\"macs\":[" + many + "\"\"]}")).startsWith(parts);
    assertThat(refusal("/v1/nodes", "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .isNotBlank();
    assertThat(refusal("/v1/nodes", "{\"address\":\"" + "a".repeat(200_000) + "\"}"))
        .startsWith(parts);
  }

  @Test
  void anAddressThatIsNoneOfItsKindIsRefusedWhenItIsRegistered() {
    String mac = "52:54:00:ac:77:01";
    assertThat(refusal("/v1/nodes", Samples.node(mac).replace("10.1.0.7:6230", "several")))
        .isEqualTo("power.address is wrong: it names several devices");
    String old = Samples.legacyNode(mac).replace("10.1.0.7", "several");
    assertThat(refusal("/v2.1/os-baremetal-nodes", old))
        .isEqualTo("pm_address is wrong: it names several devices");
    String other = Samples.aSwitch("several");
    assertThat(refusal("/v1/switches", other))
        .isEqualTo("address is wrong: it names several devices");
  }
}
