package org.novabm.power.ipmi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.lies.LyingProgram;
import org.novabm.spi.contract.lies.LyingProgramContract;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.IdentityReader;
import org.novabm.spi.power.PowerManager;

/** ipmitool and FreeIPMI's ipmi-raw say anything. */
class LyingToolsTest {

  @Nested
  class ByIpmitool extends Asked {
    ByIpmitool(@TempDir Path folder) throws IOException {
      super(new LyingProgram(folder, "ipmitool", " 21 10 40 54 02 03 04 05 06 07 08 09\n"));
    }

    @Override
    ForeignTool tool() {
      return new IpmitoolProgram(program().path());
    }
  }

  @Nested
  class ByFreeIpmi extends Asked {
    ByFreeIpmi(@TempDir Path folder) throws IOException {
      super(new LyingProgram(folder, "ipmi-raw", "rcvd: 01 00 21 10 40 54 02 03 04 05 06 07 08\n"));
    }

    @Override
    ForeignTool tool() {
      return new FreeIpmiProgram(program().path(), "");
    }
  }

  /** Asks a few things that go by different ways. */
  abstract static class Asked implements LyingProgramContract {

    private final LyingProgram program;

    Asked(LyingProgram program) {
      this.program = program;
    }

    abstract ForeignTool tool();

    @Override
    public LyingProgram program() {
      return program;
    }

    @Override
    public void ask(Duration within) {
      IpmiSettings settings = BackendSettings.none("power:ipmitool").as(IpmiSettings.class);
      Endpoint endpoint = new Endpoint("10.0.0.7", 0, "admin", Secret.of("secret"));
      ToolBmc bmc = new ToolBmc(endpoint, settings, tool());
      try (PowerManager power = new IpmiPowerManager(bmc, settings)) {
        power.state(within);
        if (within.equals(WITHIN)) {
          ((IdentityReader) power).identity(within);
          ((BootDeviceControl) power).bootSelection(within);
        }
      }
    }

    @Override
    public String device() {
      return "10.0.0.7";
    }
  }
}
