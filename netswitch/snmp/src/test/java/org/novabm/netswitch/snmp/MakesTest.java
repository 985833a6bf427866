package org.novabm.netswitch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.bridge.BridgeProfile;
import org.novabm.spi.BackendException;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** The same MIBs, as several makes have them. */
class MakesTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final VlanId TEN = new VlanId(10);
  private static final VlanId TWENTY = new VlanId(20);
  private static final PortName TWO = new PortName("ge2");
  private static final String EGRESS = ".1.3.6.1.2.1.17.7.1.4.3.1.2.";
  private static final String ADMIN = ".1.3.6.1.2.1.2.2.1.7.102";

  @TempDir Path folder;

  /** A switch, and what manages it. */
  private record Managed(PrivateAgent agent, SwitchManager manager) implements AutoCloseable {

    void isShut(boolean shut) {
      assertThat(agent.get(ADMIN)).endsWith(shut ? " 2" : " 1");
    }

    @Override
    public void close() {
      manager.close();
      agent.close();
    }
  }

  private Managed start(BridgeProfile make) throws IOException {
    PrivateAgent agent = new PrivateAgent(folder, make);
    SnmpProvider provider = new SnmpProvider();
    provider.configure(
        new BackendSettings(
            "netswitch:snmp", Map.of("proof_timeout", "1", "timeout", "1", "retries", "10")));
    return new Managed(agent, provider.open(agent.byCommunity()));
  }

  private Managed with(String trait) throws IOException {
    BridgeProfile plain = BridgeProfile.plain();
    return start(trait.isEmpty() ? plain : plain.with(trait));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lodger=yes",
        "rooted=yes",
        "nameless=yes",
        "timeless=yes",
        "lingering=yes",
        "speechless=yes",
        "curt=yes",
        "odd=yes"
      })
  void aPortGoesEverywhereAndBack(String trait) throws IOException {
    List<Segment> stations =
        List.of(
            new Access(TEN),
            new Access(TWENTY),
            Trunk.of(TEN, List.of(TWENTY)),
            Trunk.of(TWENTY, List.of(TEN)));
    try (Managed bridge = with(trait)) {
      SwitchManager manager = bridge.manager();
      for (Segment station : stations) {
        assertThat(manager.attach(TWO, station, WITHIN).mode()).isEqualTo(station);
      }
      assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
      assertThat(manager.read(TWO, WITHIN).isIdle()).isTrue();
      bridge.isShut(true);
      assertThat(bridge.agent().get(EGRESS + 20)).doesNotContain("\"4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lodger=yes", "rooted=yes"})
  void aTrunkWithoutANativeVlanLeavesTheOneItHad(String trait) throws IOException {
    Segment trunk = Trunk.of(null, List.of(TEN, TWENTY));
    try (Managed bridge = with(trait)) {
      SwitchManager manager = bridge.manager();
      assertThat(manager.attach(TWO, trunk, WITHIN).mode()).isEqualTo(trunk);
      assertThat(bridge.agent().get(EGRESS + 1)).endsWith("\"BF 00 10 \"");
      assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
    }
  }

  @Test
  void whereFrameTypesCannotBeReadATrunkHasANativeVlan() throws IOException {
    try (Managed bridge = with("odd=yes")) {
      assertThatThrownBy(() -> bridge.manager().attach(TWO, Trunk.of(null, List.of(TEN)), WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("give it a network without a tag");
      bridge.isShut(false);
    }
  }

  @Test
  void aVlanTableByInterfaceIsRefusedAndItsPortsCanOnlyBeShut() throws IOException {
    try (Managed bridge = start(BridgeProfile.named("dell-mxl"))) {
      SwitchManager manager = bridge.manager();
      assertThatThrownBy(() -> manager.attach(TWO, new Access(TEN), WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("numbers its VLAN table by interface (row 1107787777)");
      bridge.isShut(false);
      assertThatThrownBy(() -> manager.read(TWO, WITHIN))
          .isInstanceOf(BackendException.Refused.class);
      assertThatThrownBy(() -> manager.ensureVlan(Vlan.of(TEN), WITHIN))
          .isInstanceOf(BackendException.Refused.class);
      assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
      assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
      bridge.isShut(true);
      assertThat(bridge.agent().get(EGRESS + 1107787777)).as("untouched").endsWith("\"FF 00 10 \"");
    }
  }

  @Test
  void aNameOfTwoPortsIsRefused() throws IOException {
    try (Managed bridge = with("twins=yes")) {
      assertThatThrownBy(() -> bridge.manager().attach(TWO, new Access(TEN), WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("has 2 ports ge2");
    }
  }
}
