package org.novabm.netswitch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  private PrivateAgent agent;
  private SwitchManager manager;

  @BeforeEach
  void startAgent() throws IOException {
    agent = new PrivateAgent(folder);
    SnmpProvider provider = new SnmpProvider();
    provider.configure(
        new BackendSettings(
            "netswitch:snmp", Map.of("proof_timeout", "1", "timeout", "1", "retries", "10")));
    manager = provider.open(agent.byCommunity());
  }

  @AfterEach
  void stopAgent() {
    if (manager != null) {
      manager.close();
      agent.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lodger",
        "rooted",
        "nameless",
        "timeless",
        "lingering",
        "speechless",
        "curt",
        "odd"
      })
  void aPortGoesEverywhereAndBack(String make) throws IOException {
    agent.spoil(make);
    List<Segment> stations =
        List.of(
            new Access(TEN),
            new Access(TWENTY),
            Trunk.of(TEN, List.of(TWENTY)),
            Trunk.of(TWENTY, List.of(TEN)));
    for (Segment station : stations) {
      assertThat(manager.attach(TWO, station, WITHIN).mode()).isEqualTo(station);
    }
    assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
    assertThat(manager.read(TWO, WITHIN).isIdle()).isTrue();
    assertThat(agent.get(ADMIN)).endsWith(" 2");
    assertThat(agent.get(EGRESS + 20)).doesNotContain("\"4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lodger", "rooted"})
  void aTrunkWithoutANativeVlanLeavesTheOneItHad(String make) throws IOException {
    agent.spoil(make);
    Segment trunk = Trunk.of(null, List.of(TEN, TWENTY));
    assertThat(manager.attach(TWO, trunk, WITHIN).mode()).isEqualTo(trunk);
    assertThat(agent.get(EGRESS + 1)).endsWith("\"BF 00 10 \"");
    assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
  }

  @Test
  void whereFrameTypesCannotBeReadATrunkHasANativeVlan() throws IOException {
    agent.spoil("odd");
    assertThatThrownBy(() -> manager.attach(TWO, Trunk.of(null, List.of(TEN)), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("give it a network without a tag");
    assertThat(agent.get(ADMIN)).as("untouched").endsWith(" 1");
  }

  @Test
  void aVlanTableByInterfaceIsRefusedAndItsPortsCanOnlyBeShut() throws IOException {
    agent.spoil("indexed");
    assertThatThrownBy(() -> manager.attach(TWO, new Access(TEN), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("numbers its VLAN table by interface (row 1107787777)");
    assertThat(agent.get(ADMIN)).as("untouched").endsWith(" 1");
    assertThatThrownBy(() -> manager.read(TWO, WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    assertThatThrownBy(() -> manager.ensureVlan(Vlan.of(TEN), WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
    assertThat(manager.detach(TWO, WITHIN).isIdle()).isTrue();
    assertThat(agent.get(ADMIN)).endsWith(" 2");
    assertThat(agent.get(EGRESS + 1107787777)).as("untouched").endsWith("\"FF 00 10 \"");
  }

  @Test
  void aNameOfTwoPortsIsRefused() throws IOException {
    agent.spoil("twins");
    assertThatThrownBy(() -> manager.attach(TWO, new Access(TEN), WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("has 2 ports ge2");
  }
}
