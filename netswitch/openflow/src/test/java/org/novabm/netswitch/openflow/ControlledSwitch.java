package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;

/**
 * A real Open vSwitch that obeys a provider of ours.
 *
 * @param ovs the switch
 * @param provider its controller
 */
record ControlledSwitch(DummyOpenVswitch ovs, OpenFlowProvider provider) implements AutoCloseable {

  static final String OPENFLOW_13 = "OpenFlow13";
  static final String OPENFLOW_10 = "OpenFlow10";

  /** Skips the test where there is no Open vSwitch. */
  static ControlledSwitch start(
      Path folder, String version, List<String> ports, Map<String, String> settings)
      throws IOException {
    Assumptions.assumeTrue(
        DummyOpenVswitch.isInstalled(),
        "Open vSwitch is not installed (Debian package openvswitch-switch)");
    OpenFlowProvider provider = provider(0, settings);
    DummyOpenVswitch ovs = DummyOpenVswitch.start(folder, ports);
    ovs.obey("tcp:127.0.0.1:" + provider.port(), version);
    return new ControlledSwitch(ovs, provider);
  }

  static OpenFlowProvider provider(int port, Map<String, String> settings) {
    OpenFlowProvider provider = new OpenFlowProvider();
    Map<String, String> all = new TreeMap<>(settings);
    all.put("listen", "127.0.0.1:" + port);
    provider.configure(new BackendSettings("netswitch:openflow", all));
    return provider;
  }

  Endpoint endpoint() {
    return Endpoint.parse("0x" + ovs.datapathId(), "", Secret.EMPTY);
  }

  SwitchManager open() {
    return provider.open(endpoint());
  }

  /** Its flows, without counters and times. */
  String flows(String version) {
    return ovs.ofctl("-O", version, "--names", "--no-stats", "dump-flows", "BRIDGE");
  }

  @Override
  public void close() {
    provider.close();
    ovs.close();
  }
}
