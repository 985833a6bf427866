package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** A database whose answers are wrong on the wire. */
class LyingDatabaseTest implements LyingPeerContract {

  private static final PortName PORT = new PortName("tap1");

  @TempDir static Path folder;
  private static DummyOpenVswitch ovs;

  private final OpenVswitchProvider provider = new OpenVswitchProvider();

  @BeforeAll
  static void startSwitch() throws IOException {
    ovs = InstalledSwitch.start(folder, List.of("tap1"));
  }

  @AfterAll
  static void stopSwitch() {
    if (ovs != null) {
      ovs.close();
    }
  }

  @Override
  public LyingPeer peer() throws IOException {
    return LyingWire.from(ovs.tcpPort());
  }

  @Override
  public void ask(int port, Duration within) {
    try (SwitchManager manager = provider.open(new Endpoint("127.0.0.1", port, "", Secret.EMPTY))) {
      manager.attach(PORT, new Access(new VlanId(10)), within);
      manager.detach(PORT, within);
    }
  }

  @Override
  public int answers() {
    return 8;
  }
}
