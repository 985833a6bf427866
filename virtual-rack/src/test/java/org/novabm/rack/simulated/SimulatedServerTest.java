package org.novabm.rack.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.IpmiTools;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

class SimulatedServerTest {

  @Test
  void ipmitoolSwitchesItOnAndItBoots(@TempDir Path folder) throws Exception {
    try (BmcFarm farm = BmcFarm.start();
        SimulatedServer server =
            new SimulatedServer(
                new MacAddress("52:54:00:00:00:01"),
                URI.create("http://127.0.0.1:9/"),
                folder,
                64 << 20)) {
      SimulatedBmc bmc =
          server.plugIn(
              farm,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              "admin",
              Secret.of("secret"));
      assertThat(IpmiTools.ipmitool(bmc, List.of("-P", "secret"), "power", "on"))
          .contains("Chassis Power Control: Up/On");
      await().until(() -> server.console().text().contains("no bootable device"));
      assertThat(server.isOn()).isTrue();
      IpmiTools.ipmitool(bmc, List.of("-P", "secret"), "power", "off");
      assertThat(server.isOn()).isFalse();
    }
  }
}
