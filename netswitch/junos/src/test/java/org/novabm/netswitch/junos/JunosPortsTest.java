package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** Ports and VLANs that are not ours, or not as usual. */
class JunosPortsTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final PortName OTHER = new PortName("ge-0/0/2");
  private static final Segment TENANT = new Access(new VlanId(20));
  private static final Segment SERVICE = new Access(new VlanId(10));

  private final JunosLab lab;
  private final JunosManager manager;

  JunosPortsTest(@TempDir Path folder) throws IOException {
    lab = JunosLab.usual(folder);
    manager = lab.manager();
  }

  @BeforeEach
  void onTheServiceNetwork() {
    manager.attach(PORT, SERVICE, WITHIN);
  }

  @AfterEach
  void stop() throws IOException {
    manager.close();
    lab.close();
  }

  @Test
  void anAggregateIsMovedByItsNameAndItsMembersAreNot() {
    commitByHand(
        """
        <configuration><interfaces>
        <interface><name>ge-0/0/5</name><unit operation="delete"><name>0</name></unit>
        <ether-options><ieee-802.3ad><bundle>ae3</bundle></ieee-802.3ad></ether-options></interface>
        <interface><name>ae3</name><unit><name>0</name><family><ethernet-switching/></family></unit></interface>
        </interfaces></configuration>
        """);
    PortName aggregate = new PortName("ae3");
    assertThat(manager.attach(aggregate, TENANT, WITHIN).mode()).isEqualTo(TENANT);
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(new PortName("ge-0/0/5"), TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("is a member of ae3");
    assertThat(manager.list(WITHIN)).extracting("port").contains(aggregate);
    assertThat(lab.junos().configuration()).isEqualTo(before);
  }

  @Test
  void aRoutedPortIsNotOurs() {
    commitByHand(
        """
        <configuration><interfaces><interface><name>ge-0/0/6</name><unit><name>0</name>
        <family><ethernet-switching operation="delete"/><inet/></family></unit></interface>
        </interfaces></configuration>
        """);
    assertThatThrownBy(() -> manager.attach(new PortName("ge-0/0/6"), TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("inet");
  }

  @Test
  void aVlanNameThatIsAnothersIsRefused() {
    commitByHand(
        "<configuration><vlans><vlan><name>novabm-20</name><vlan-id>21</vlan-id></vlan></vlans></configuration>");
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("the name novabm-20 is VLAN 21's");
    assertThatThrownBy(() -> manager.ensureVlan(Vlan.of(new VlanId(20)), WITHIN))
        .isInstanceOf(BackendException.Refused.class);
    assertThat(lab.junos().configuration()).isEqualTo(before);
  }

  @Test
  void aVlanOfAnOperatorKeepsItsName() {
    commitByHand(
        "<configuration><vlans><vlan><name>blue</name><vlan-id>20</vlan-id></vlan></vlans></configuration>");
    manager.attach(PORT, TENANT, WITHIN);
    assertThat(lab.junos().configuration())
        .contains("<members>blue</members>")
        .doesNotContain("novabm-20");
  }

  @Test
  void aNativeVlanGoesWithItsTrunk() {
    manager.attach(PORT, Trunk.of(new VlanId(10), List.of(new VlanId(20))), WITHIN);
    assertThat(lab.junos().configuration()).contains("<native-vlan-id>10</native-vlan-id>");
    manager.detach(PORT, WITHIN);
    assertThat(lab.junos().configuration()).doesNotContain("native-vlan-id").contains("<disable/>");
  }

  @Test
  void whoSpokeIntoAPortIsTold() {
    lab.junos().learn(PORT.text(), "52:54:00:ac:00:01");
    assertThat(manager.learned(PORT, WITHIN)).containsExactly(new MacAddress("52:54:00:ac:00:01"));
    assertThat(manager.learned(OTHER, WITHIN)).isEmpty();
  }

  private void commitByHand(String configuration) {
    lab.junos().commitByHand(configuration);
  }
}
