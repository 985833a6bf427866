package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Endpoint;

/** The contracts, on a switch that speaks OpenFlow 1.3 alone. */
class OpenFlow13ContractTest implements OpenFlowContract {

  @TempDir static Path folder;
  private static ControlledSwitch controlled;

  @BeforeAll
  static void startSwitch() throws IOException {
    controlled =
        ControlledSwitch.start(
            folder, ControlledSwitch.OPENFLOW_13, List.of("tap1", "tap2"), Map.of());
  }

  @AfterAll
  static void stopSwitch() {
    if (controlled != null) {
      controlled.close();
    }
  }

  @Override
  public OpenFlowProvider provider() {
    return controlled.provider();
  }

  @Override
  public Endpoint liveSwitch() {
    return controlled.endpoint();
  }
}
