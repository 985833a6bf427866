package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.novabm.rack.openvswitch.DummyOpenVswitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** A real Open vSwitch with dummy ports, as these tests reach it. */
final class InstalledSwitch {

  private InstalledSwitch() {}

  /** Skips the test where there is no Open vSwitch. */
  static DummyOpenVswitch start(Path folder, List<String> ports) throws IOException {
    Assumptions.assumeTrue(
        DummyOpenVswitch.isInstalled(),
        "Open vSwitch is not installed (Debian package openvswitch-switch)");
    return DummyOpenVswitch.start(folder, ports);
  }

  static Endpoint endpoint(DummyOpenVswitch ovs) {
    return Endpoint.parse(ovs.socket().toString(), "", Secret.EMPTY);
  }

  static Endpoint tcpEndpoint(DummyOpenVswitch ovs) {
    return Endpoint.parse("localhost:" + ovs.tcpPort(), "", Secret.EMPTY);
  }

  /** A flow above those that obey the ports' VLANs. */
  static void addFlow(DummyOpenVswitch ovs, String flow) {
    ovs.ofctl(
        "add-flow",
        "BRIDGE",
        flow.replace("tap1", "" + ovs.number("tap1")).replace("tap2", "" + ovs.number("tap2")));
  }
}
