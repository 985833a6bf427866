package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.VlanId;

/** Others who edit the same switch. */
class JunosLocksTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final Segment TENANT = new Access(new VlanId(20));
  private static final Segment SERVICE = new Access(new VlanId(10));

  private final JunosLab lab;
  private final JunosManager manager;

  JunosLocksTest(@TempDir Path folder) throws IOException {
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
  void aLockOfAnotherIsWaitedForAndThenTold() {
    lab.junos().lockByHand("alice terminal p0 (pid 4711) on since 20:11, idle 00:03:02");
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Unreachable.class)
        .hasMessageContaining("alice terminal p0 (pid 4711)")
        .hasMessageContaining("within 1 s");
    lab.junos().lockByHand(null);
    assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
  }

  @Test
  void editsOfAnotherAreShownAndNotTouched() {
    lab.junos()
        .editByHand(
            "<configuration><vlans><vlan><name>lab</name><vlan-id>77</vlan-id></vlan></vlans></configuration>");
    String before = lab.junos().configuration();
    assertThatThrownBy(() -> manager.attach(PORT, TENANT, WITHIN))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("uncommitted edits")
        .hasMessageContaining("vlan-id 77");
    assertThat(lab.junos().configuration()).isEqualTo(before);
  }
}
