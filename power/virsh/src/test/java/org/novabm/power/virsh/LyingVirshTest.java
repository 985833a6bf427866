package org.novabm.power.virsh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.contract.lies.LyingProgram;
import org.novabm.spi.contract.lies.LyingProgramContract;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;

/** virsh, or the ssh behind it, says anything. */
class LyingVirshTest implements LyingProgramContract {

  private static final Domain DOMAIN = new Domain("qemu+ssh://lab1/system", "vm7", "lab1/vm7");

  private final LyingProgram virsh;

  LyingVirshTest(@TempDir Path folder) throws IOException {
    virsh = new LyingProgram(folder, "virsh", "running\n");
  }

  @Override
  public LyingProgram program() {
    return virsh;
  }

  @Override
  public void ask(Duration within) {
    try (PowerManager power = new VirshPowerManager(DOMAIN, new Virsh(virsh.path(), DOMAIN))) {
      power.apply(PowerAction.RESET, within);
    }
  }

  @Override
  public String device() {
    return "lab1/vm7";
  }
}
