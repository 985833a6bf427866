package org.novabm.netswitch.junos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.LyingPeer;
import org.novabm.spi.contract.lies.LyingPeerContract;
import org.novabm.spi.contract.lies.LyingWire;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** A switch that lies below SSH, or in it. */
class LyingSessionsTest {

  @Nested
  class OnTheWire extends Asked {

    OnTheWire(@TempDir Path folder) throws IOException {
      super(folder);
    }

    @Override
    public LyingPeer peer() throws IOException {
      return LyingWire.from(lab().junos().port());
    }

    @Override
    public int answers() {
      return 12;
    }
  }

  @Nested
  class InItsAnswers extends Asked {

    InItsAnswers(@TempDir Path folder) throws IOException {
      super(folder);
    }

    @Override
    public LyingPeer peer() {
      return new LyingNetconf(lab());
    }

    @Override
    public int answers() {
      return 8;
    }
  }

  /** Moves a port there and back. */
  abstract static class Asked implements LyingPeerContract {

    private static final PortName PORT = new PortName("ge-0/0/1");

    private final JunosLab lab;
    private final JunosProvider provider;

    Asked(Path folder) throws IOException {
      JunosPlan plan = JunosPlan.of(JunosSyntax.ELS, "admin", Secret.of("secret"));
      lab =
          JunosLab.start(plan.withPorts(4), folder)
              .with("known_hosts", folder.resolve("hosts").toString())
              .with("host_key_policy", "accept-new");
      provider = lab.provider();
    }

    @AfterEach
    void stop() throws IOException {
      lab.close();
    }

    JunosLab lab() {
      return lab;
    }

    @Override
    public void ask(int port, Duration within) {
      Endpoint endpoint = new Endpoint("127.0.0.1", port, "admin", Secret.of("secret"));
      try (SwitchManager manager = provider.open(endpoint)) {
        manager.attach(PORT, new Access(new VlanId(10)), within);
        manager.detach(PORT, within);
      }
    }

    @Override
    public Duration within() {
      return Duration.ofMillis(600);
    }

    @Override
    public int cases() {
      return 4;
    }

    /** One client for all switches. */
    @Override
    public String pool() {
      return "thread sshd-SshClient";
    }
  }
}
