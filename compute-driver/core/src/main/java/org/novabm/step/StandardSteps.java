package org.novabm.step;

import java.util.List;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Devices;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.NodePool;
import org.novabm.task.StepCatalogue;

/** The steps of a bare-metal node. */
public final class StandardSteps {

  private StandardSteps() {}

  /** All there are. */
  public static StepCatalogue of(
      NodePool pool,
      Devices devices,
      ConsoleRecorder consoles,
      Deployers deployers,
      ConfigDrive configDrive,
      ProvisioningSettings settings) {
    return new StepCatalogue(
        List.of(
            new VerifyBmc(devices, settings.powerTimeout()),
            new InspectBmc(devices, pool, settings.powerTimeout()),
            new ClaimNode(pool),
            new OccupyNode(pool),
            new ReleaseNode(pool, consoles),
            new FetchImage(deployers, configDrive, settings),
            new ForgetOrder(deployers),
            new PowerStep(devices, consoles, settings.powerTimeout()),
            new ShutDown(devices, settings.softOffTimeout(), settings.powerTimeout()),
            new SetBootDevice(devices, deployers, settings.powerTimeout()),
            new NetworkStep(devices, settings),
            new ProveIsolation(devices, settings),
            new PrepareRamdisk(
                deployers, devices, settings.switchTimeout(), settings.agentTimeout()),
            new CleanUpRamdisk(deployers),
            new WaitCallBack(deployers, devices, settings),
            new WriteImage(deployers, settings),
            new TearDownAgent(devices, deployers, settings.powerTimeout())));
  }
}
