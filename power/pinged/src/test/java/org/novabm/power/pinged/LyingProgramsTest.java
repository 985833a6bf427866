package org.novabm.power.pinged;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.LyingProgram;
import org.novabm.spi.contract.lies.LyingProgramContract;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;

/** ping, and the operator's own program, that say anything. */
class LyingProgramsTest {

  @Nested
  class Pings implements LyingProgramContract {

    private final WakeOnLanProvider provider = new WakeOnLanProvider();
    private final LyingProgram ping;

    Pings(@TempDir Path folder) throws IOException {
      ping = new LyingProgram(folder, "ping", "3 packets transmitted, 3 received\n");
      provider.configure(
          new BackendSettings(
              "power:wake_on_lan", Map.of("broadcast", "127.0.0.1", "ping", ping.path())));
    }

    @Override
    public LyingProgram program() {
      return ping;
    }

    @Override
    public void ask(Duration within) {
      try (PowerManager power =
          provider.open(new Endpoint("10.0.0.7/52-54-00-ac-00-01", 0, "none", Secret.EMPTY))) {
        power.state(within);
      }
    }

    @Override
    public String device() {
      return "10.0.0.7/52-54-00-ac-00-01";
    }
  }

  @Nested
  class OwnPrograms implements LyingProgramContract {

    private final TileraPduProvider provider = new TileraPduProvider();
    private final LyingProgram unit;

    OwnPrograms(@TempDir Path folder) throws IOException {
      unit = new LyingProgram(folder, "pdu", "done\n");
      PingedMachine machine = new PingedMachine(folder);
      provider.configure(
          new BackendSettings(
              "power:tilera_pdu", Map.of("program", unit.path(), "ping", machine.ping())));
    }

    @Override
    public LyingProgram program() {
      return unit;
    }

    @Override
    public void ask(Duration within) {
      try (PowerManager power = provider.open(Endpoint.parse("10.0.0.7", "none", Secret.EMPTY))) {
        power.apply(PowerAction.OFF, within);
      }
    }

    @Override
    public String device() {
      return "10.0.0.7";
    }
  }
}
